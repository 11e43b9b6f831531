// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.Seen;
import io.fieldback.pipelines.detection.Watch;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.WorkDays;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two sources, each with the same failures day after day. */
class NoticesTest {
    private static final int FIRST =
            Math.toIntExact(LocalDate.parse("2024-03-01").toEpochDay());

    @Test
    void aSourceThatFallsSilentAndReturnsIsToldTwiceAndIsNoMatterOfQuality() {
        Watch watch = Watch.begin(WatchRules.standard(), new Reference(Map.of(), WorkDays.plain(), Map.of()));
        List<AlertChange> changes = new ArrayList<>();
        for (int day = FIRST; day < FIRST + 330; day++) {
            boolean silent = day >= FIRST + 280 && day < FIRST + 305;
            for (int i = 0; i < 4; i++) {
                watch.know(row(day, "a", "C" + i));
                if (!silent) {
                    watch.know(row(day, "b", "C" + i));
                }
            }
            changes.addAll(watch.tick(day).changes());
        }
        assertThat(changes)
                .as("a site that reports by the source is silent with it and not told apart")
                .extracting(AlertChange::kind)
                .containsExactly(AlertKind.SILENT_SOURCE, AlertKind.RETURNED_SOURCE);
        assertThat(changes.get(0).scope().source()).isEqualTo("b");
        assertThat(changes.get(0).english())
                .startsWith("Source b fell silent")
                .endsWith("A matter of the data, not of quality.");
        assertThat(changes.get(0).chinese()).startsWith("数据源b停止上报");
    }

    @Test
    void aCodeThatIsSplitInTwoLinesIsToldOnceAndItsSymptomsAreNoNews() {
        List<AlertChange> changes = split(FIRST + 250, FIRST + 250, FIRST + 330);

        assertThat(changes).extracting(AlertChange::english).hasSize(1);
        assertThat(changes).extracting(AlertChange::kind).containsExactly(AlertKind.CODE_SPLIT);
        assertThat(changes.get(0).english())
                .startsWith("Component codes C0x, C0y took over cases of C0 in lines Pa, Pb by ");
        assertThat(changes.get(0).chinese()).startsWith("部件代码C0x、C0y在产品线Pa、Pb中承接了C0的案例");
        assertThat(changes.get(0).scope().component()).isEqualTo("C0");
    }

    @Test
    void aSplitThatShowsInAnotherLineWeeksLaterIsNotToldAgain() {
        List<AlertChange> changes = split(FIRST + 250, FIRST + 290, FIRST + 370);

        assertThat(changes).extracting(AlertChange::english).hasSize(1);
        assertThat(changes.get(0).english())
                .startsWith("Component codes C0x, C0y took over cases of C0 in line Pa by ");
    }

    @Test
    void aSymptomThatIsNewOfAComponentSaysOfWhich() {
        Watch watch = Watch.begin(WatchRules.standard(), new Reference(Map.of(), WorkDays.plain(), Map.of()));
        List<AlertChange> changes = new ArrayList<>();
        for (int day = FIRST; day < FIRST + 300; day++) {
            for (int i = 0; i < 4; i++) {
                watch.know(row(day, "a", "C" + i));
            }
            if (day > FIRST + 250 && day % 5 == 0) {
                watch.know(Seen.on(day - 1)
                        .knownOn(day)
                        .product("Pa")
                        .component("C1")
                        .symptom("S2")
                        .site("Xa")
                        .source("a")
                        .row());
            }
            changes.addAll(watch.tick(day).changes());
        }

        assertThat(changes).extracting(AlertChange::kind).containsExactly(AlertKind.NEW_CODE);
        assertThat(changes.get(0).english()).startsWith("Symptom code S2 of C1 is new in line Pa: ");
        assertThat(changes.get(0).chinese()).startsWith("产品线Pa启用部件C1的新现象代码S2：");
    }

    /** Each source tells of a product of its own, of which C0 becomes C0x and C0y on its day. */
    private static List<AlertChange> split(int a, int b, int end) {
        Watch watch = Watch.begin(WatchRules.standard(), new Reference(Map.of(), WorkDays.plain(), Map.of()));
        List<AlertChange> changes = new ArrayList<>();
        for (int day = FIRST; day < end; day++) {
            for (String source : new String[] {"a", "b"}) {
                for (int i = 0; i < 4; i++) {
                    String half = day % 2 == 0 ? "x" : "y";
                    boolean isSplit = day >= (source.equals("a") ? a : b);
                    watch.know(row(day, source, i == 0 && isSplit ? "C0" + half : "C" + i));
                }
            }
            changes.addAll(watch.tick(day).changes());
        }
        return changes;
    }

    private static Occurrence row(int day, String source, String component) {
        return Seen.on(day - 1)
                .knownOn(day)
                .product("P" + source)
                .component(component)
                .site("X" + source)
                .source(source)
                .row();
    }
}
