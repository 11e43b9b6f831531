// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.WorkDays.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** China's days off and make-up days. */
class WorkDaysTest {
    /** A week of holidays and the weekend behind it. */
    private static final int NEAR = 11;

    /** First days of holidays that move, where they have make-up days. */
    private static final List<String> MOVING = List.of(
            "2012-04-04",
            "2013-04-04",
            "2013-06-12",
            "2013-09-19",
            "2015-09-03",
            "2016-06-09",
            "2016-09-15",
            "2017-04-04",
            "2017-05-30",
            "2018-04-05",
            "2020-06-25",
            "2021-09-21",
            "2022-04-05",
            "2023-06-22",
            "2024-04-04",
            "2024-09-17");

    @Test
    void aMakeUpDayIsOfAWeekend() {
        assertThat(of(Kind.MAKE_UP))
                .allSatisfy(day -> assertThat(day.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    @Test
    void aMakeUpDayIsNearAHoliday() {
        List<LocalDate> holidays = Stream.concat(
                        of(Kind.OFF).stream(),
                        Stream.concat(
                                MOVING.stream().map(LocalDate::parse),
                                IntStream.rangeClosed(2012, 2027)
                                        .boxed()
                                        .flatMap(
                                                year -> Stream.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 5, 1)))))
                .toList();
        assertThat(of(Kind.MAKE_UP))
                .allSatisfy(day -> assertThat(holidays)
                        .anyMatch(holiday -> Math.abs(holiday.toEpochDay() - day.toEpochDay()) <= NEAR));
    }

    @Test
    void eachYearOfAKnownNoticeHasMakeUpDaysAndNoOther() {
        Map<Integer, Long> years = of(Kind.MAKE_UP).stream()
                .collect(Collectors.groupingBy(LocalDate::getYear, TreeMap::new, Collectors.counting()));
        assertThat(years.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2012, 2026).boxed().toList());
        assertThat(years.values()).allSatisfy(days -> assertThat(days).isBetween(3L, 12L));
    }

    @Test
    void aMakeUpDayIsNotOffAlthoughTheWeekAroundItIs() {
        assertThat(kind("2023-10-06")).isEqualTo(Kind.OFF);
        assertThat(kind("2023-10-07")).isEqualTo(Kind.MAKE_UP);
        assertThat(kind("2026-02-17")).isEqualTo(Kind.OFF);
        assertThat(kind("2026-02-28")).isEqualTo(Kind.MAKE_UP);
        assertThat(kind("2020-02-01")).isEqualTo(Kind.USUAL);
        assertThat(kind("2026-03-01")).isEqualTo(Kind.USUAL);
    }

    private static Kind kind(String day) {
        return WorkDays.china().kind((int) LocalDate.parse(day).toEpochDay());
    }

    private static List<LocalDate> of(Kind kind) {
        return LocalDate.parse("2010-01-01")
                .datesUntil(LocalDate.parse("2030-01-01"))
                .filter(day -> kind(day.toString()) == kind)
                .toList();
    }
}
