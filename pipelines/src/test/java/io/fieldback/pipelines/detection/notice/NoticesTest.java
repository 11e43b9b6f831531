// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Reference;
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
                watch.know(row(day, "a", i));
                if (!silent) {
                    watch.know(row(day, "b", i));
                }
            }
            changes.addAll(watch.tick(day).changes());
        }
        assertThat(changes)
                .extracting(AlertChange::kind)
                .containsOnly(AlertKind.SILENT_SOURCE, AlertKind.RETURNED_SOURCE);
        List<AlertChange> ofSource = changes.stream()
                .filter(change -> change.scope().source() != null)
                .toList();
        assertThat(ofSource)
                .extracting(AlertChange::kind)
                .containsExactly(AlertKind.SILENT_SOURCE, AlertKind.RETURNED_SOURCE);
        assertThat(ofSource.get(0).english())
                .startsWith("Source b fell silent")
                .endsWith("A matter of the data, not of quality.");
        assertThat(ofSource.get(0).chinese()).startsWith("数据源b停止上报");
    }

    private static Occurrence row(int day, String source, int component) {
        return new Occurrence(
                day,
                day - 1,
                Measure.INCIDENT,
                1,
                0,
                "P" + source,
                "C" + component,
                "S1",
                null,
                "R1",
                "X" + source,
                source,
                null,
                null,
                Occurrence.UNKNOWN,
                Occurrence.UNKNOWN,
                Occurrence.UNKNOWN,
                false,
                false);
    }
}
