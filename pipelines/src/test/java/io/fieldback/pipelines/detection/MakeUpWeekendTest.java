// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.WorkDays.Kind;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One component of one product whose sites are closed on weekends: on those that are made up for they have two thirds
 * more than on a working day.
 */
class MakeUpWeekendTest {
    private static final int FIRST = day("2022-01-03");
    private static final int END = day("2024-06-30");
    private static final int WORKING = 30;
    private static final int MADE_UP = 50;
    private static final int LAST = day("2024-05-11");

    /** Saturdays, each with its Sunday. */
    private static final Set<Integer> WEEKENDS = Stream.of(
                    "2022-04-23", "2022-10-08", "2023-01-28", "2023-04-22", "2023-10-07", "2024-02-03", "2024-05-11")
            .map(MakeUpWeekendTest::day)
            .flatMap(day -> Stream.of(day, day + 1))
            .collect(Collectors.toSet());

    private static final WorkDays KNOWN = day -> WEEKENDS.contains(day) ? Kind.MAKE_UP : Kind.USUAL;

    @Test
    void aMakeUpWeekendOpensNoAlert() {
        assertThat(opened(KNOWN, MADE_UP)).isEmpty();
    }

    @Test
    void itWouldIfItWereAnyWeekend() {
        assertThat(opened(WorkDays.plain(), MADE_UP)).isNotEmpty().allMatch(MakeUpWeekendTest::isOfAMakeUpWeekend);
    }

    @Test
    void whatIsMoreThanMakeUpDaysHaveIsAlerted() {
        assertThat(opened(KNOWN, 3 * MADE_UP))
                .isNotEmpty()
                .allMatch(change -> change.knownOn().toEpochDay() >= LAST);
    }

    private static boolean isOfAMakeUpWeekend(AlertChange change) {
        return IntStream.range(0, 7)
                .anyMatch(back -> WEEKENDS.contains((int) change.knownOn().toEpochDay() - back));
    }

    /** What opens as the watch goes on, where the last weekend had so many on each of its days. */
    private static List<AlertChange> opened(WorkDays days, int last) {
        Watch watch = Watch.begin(WatchRules.standard(), new Reference(Map.of(), days, Map.of()));
        List<AlertChange> opened = new ArrayList<>();
        for (int day = FIRST; day <= END; day++) {
            int usual = (day - FIRST) % 7 < 5 ? WORKING : 0;
            int count = WEEKENDS.contains(day) ? day < LAST ? MADE_UP : last : usual;
            if (count > 0) {
                watch.know(cases(day, count));
            }
            watch.tick(day).changes().stream()
                    .filter(change -> change.change() == Change.OPENED)
                    .filter(change -> change.kind().family() == AlertKind.Family.QUALITY)
                    .forEach(opened::add);
        }
        return opened;
    }

    private static Occurrence cases(int day, int count) {
        return Seen.on(day).times(count).symptom(null).region(null).site(null).row();
    }

    private static int day(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }
}
