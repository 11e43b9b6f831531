// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counts alone, of eight components of two products; a spike of one of them in spring 2025. */
class WatchTest {
    private static final int FIRST = day("2024-01-01");
    private static final int SPIKE = day("2025-03-03");
    private static final int END = day("2025-07-01");

    @Test
    void aSpikeIsAlertedWithinAWeekOnItsOwnSeriesAndIsClosedAfterIt() {
        List<AlertChange> changes =
                changes(run(rows(SPIKE), Watch.begin(WatchRules.standard(), Reference.standard()), END));

        AlertChange opened = changes.get(0);
        assertThat(opened.change()).isEqualTo(Change.OPENED);
        assertThat(opened.scope().productModel()).isEqualTo("P0");
        assertThat(opened.scope().component()).isEqualTo("C2");
        assertThat(opened.knownOn().toEpochDay()).isBetween((long) SPIKE + 1, (long) SPIKE + 6);
        assertThat(opened.english())
                .contains("expected from its own history", "sales are unknown")
                .doesNotContain("rate");
        assertThat(opened.chinese()).contains("预期", "销量未知").doesNotContain("率");
        assertThat(opened.evidence())
                .contains("select coalesce(sum(cases), 0) as observed from watched_cases where measure = 'incident'");
        assertThat(changes).extracting(AlertChange::change).contains(Change.CLOSED);
    }

    @Test
    void nothingIsAlertedWhereNothingHappened() {
        assertThat(changes(run(rows(Integer.MAX_VALUE), Watch.begin(WatchRules.standard(), Reference.standard()), END)))
                .isEmpty();
    }

    @Test
    void aWatchThatBeginsAnewSaysTheSame() {
        List<Occurrence> rows = rows(SPIKE);
        List<Watch.Tick> whole = run(rows, Watch.begin(WatchRules.standard(), Reference.standard()), END);
        for (int broken : new int[] {SPIKE + 1, SPIKE + 3, SPIKE + 12, SPIKE + 40}) {
            Watch.Tick before = whole.get(broken - FIRST - 1);
            Watch second = Watch.begin(WatchRules.standard(), Reference.standard());
            rows.stream().filter(row -> row.knownOn() < broken).forEach(second::know);
            second.resume(before.standing());
            whole.stream().limit(broken - FIRST).forEach(tick -> tick.changes().forEach(second::past));
            for (int day = broken; day < broken + 20; day++) {
                int today = day;
                rows.stream().filter(row -> row.knownOn() == today).forEach(second::know);
                Watch.Tick tick = second.tick(day);
                assertThat(tick).isEqualTo(whole.get(day - FIRST));
            }
        }
    }

    @Test
    void daysAreJudgedInOrderAndNothingOfThemFollows() {
        Watch watch = Watch.begin(WatchRules.standard(), Reference.standard());
        watch.tick(FIRST);
        assertThatThrownBy(() -> watch.tick(FIRST))
                .hasMessage("Cannot judge day " + FIRST + " after day " + FIRST + ": days are judged in order");
        assertThatThrownBy(() -> watch.know(row(FIRST - 1, 0, 0)))
                .hasMessageContaining("what becomes known must come in the order of the known days");
    }

    @Test
    void rulesAreSetByNameAndHaveAFingerprint() {
        assertThat(WatchRules.of(Map.of("quiet-days", 30.0)).quietDays()).isEqualTo(30);
        assertThat(WatchRules.of(Map.of()).fingerprint())
                .isEqualTo(WatchRules.standard().fingerprint());
        assertThat(WatchRules.withFalseDiscoveries(0.1).fingerprint())
                .isNotEqualTo(WatchRules.standard().fingerprint());
        assertThatThrownBy(() -> WatchRules.of(Map.of("quiet", 1.0)))
                .hasMessageStartingWith("Cannot set quiet of the watch: there is [false-discoveries, ");
    }

    private static List<AlertChange> changes(List<Watch.Tick> ticks) {
        return ticks.stream().flatMap(tick -> tick.changes().stream()).toList();
    }

    private static List<Watch.Tick> run(List<Occurrence> rows, Watch watch, int end) {
        List<Watch.Tick> ticks = new ArrayList<>();
        int next = 0;
        for (int day = FIRST; day < end; day++) {
            while (next < rows.size() && rows.get(next).knownOn() <= day) {
                watch.know(rows.get(next++));
            }
            ticks.add(watch.tick(day));
        }
        return ticks;
    }

    private static List<Occurrence> rows(int spike) {
        Random random = new Random(20261122);
        List<Occurrence> rows = new ArrayList<>();
        for (int day = FIRST; day < END; day++) {
            for (int product = 0; product < 2; product++) {
                for (int component = 0; component < 4; component++) {
                    double mean = 0.4 + 0.2 * component;
                    boolean bad = day >= spike && day < spike + 14 && product == 0 && component == 2;
                    int count = 0;
                    for (int i = 0; i < 40; i++) {
                        count += random.nextDouble() < mean * (bad ? 5 : 1) / 40 ? 1 : 0;
                    }
                    for (int i = 0; i < count; i++) {
                        rows.add(row(day, product, component));
                    }
                }
            }
        }
        return rows;
    }

    private static Occurrence row(int day, int product, int component) {
        return Seen.on(day)
                .knownOn(day + 1)
                .product("P" + product)
                .component("C" + component)
                .site("X" + day % 3)
                .row();
    }

    private static int day(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }
}
