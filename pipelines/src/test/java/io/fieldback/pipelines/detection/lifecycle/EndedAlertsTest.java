// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.Seen;
import io.fieldback.pipelines.detection.Watch;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two years of six components in counts alone; one symptom of one of them is bad for a while in the second year. */
class EndedAlertsTest {
    private static final long SEED = 20261122;
    private static final int FIRST = day("2024-01-01");
    private static final int WORSE = day("2025-03-03");
    private static final int BETTER = day("2025-07-21");
    private static final int AGAIN = day("2025-10-06");
    private static final int END = day("2026-02-02");

    @Test
    void whatWasToldIsNotToldAgainByAWindowThatReachesBack() {
        List<AlertChange> changes = changes(END);

        assertThat(opened(changes)).as("seed " + SEED).hasSize(1);
        assertThat(changes).extracting(AlertChange::change).contains(Change.CLOSED);
    }

    @Test
    void whatComesBackAfterTheCloseIsToldAgain() {
        List<AlertChange> opened = opened(changes(AGAIN));

        assertThat(opened).as("seed " + SEED).hasSize(2);
        assertThat(opened.get(1).knownOn().toEpochDay()).isBetween((long) AGAIN + 7, (long) AGAIN + 35);
    }

    private static List<AlertChange> opened(List<AlertChange> changes) {
        return changes.stream()
                .filter(change -> change.change() == Change.OPENED)
                .toList();
    }

    private static List<AlertChange> changes(int again) {
        Random random = new Random(SEED);
        Watch watch = Watch.begin(WatchRules.standard(), Reference.standard());
        List<AlertChange> changes = new ArrayList<>();
        for (int day = FIRST; day < END; day++) {
            for (int component = 0; component < 6; component++) {
                for (int symptom = 0; symptom < 3; symptom++) {
                    boolean bad = component == 2 && symptom == 1 && (day >= WORSE && day < BETTER || day >= again);
                    int count = 0;
                    for (int i = 0; i < 40; i++) {
                        count += random.nextDouble() < (day >= again && bad ? 1.2 : bad ? 1.6 : 0.4) / 40 ? 1 : 0;
                    }
                    if (count > 0) {
                        watch.know(row(day, count, "C" + component, "S" + symptom));
                    }
                }
            }
            if (Math.floorMod(day - FIRST, 7) == 6) {
                changes.addAll(watch.tick(day + 1).changes());
            }
        }
        return changes;
    }

    private static Occurrence row(int day, int count, String component, String symptom) {
        return Seen.on(day)
                .knownOn(day + 1)
                .times(count)
                .product("P1")
                .component(component)
                .symptom(symptom)
                .site("X" + day % 3)
                .row();
    }

    private static int day(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }
}
