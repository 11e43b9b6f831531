// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.WorkDays;
import io.fieldback.pipelines.detection.WorkDays.Kind;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A series without others: 20 cases on a working day, 4 on a Saturday, 2 on a Sunday. */
class CalendarWorkTest {
    private static final int FIRST = Cases.day("2022-01-03");
    private static final int MONDAY = Cases.day("2024-09-09");
    private static final int WORKING = 20;
    private static final int SATURDAY = 4;
    private static final int SUNDAY = 2;
    private static final double AVERAGE = (5.0 * WORKING + SATURDAY + SUNDAY) / 7;
    private static final SeriesKey KEY = new SeriesKey(Measure.INCIDENT, "P", "C");

    @Test
    void beforeAnythingIsLearnedAMakeUpDayIsAsAWorkingDay() {
        Known known = known(Set.of(), Set.of(MONDAY + 6), 0, MONDAY);
        assertThat(new CalendarWork(known, MONDAY + 6).of(MONDAY, MONDAY + 6) * 7 * AVERAGE)
                .isCloseTo(6 * WORKING + SATURDAY, within(0.3));
        assertThat(new CalendarWork(known, MONDAY + 6).of(MONDAY + 6, MONDAY + 6))
                .as("in place of a Sunday")
                .isCloseTo(1 + (WORKING - SUNDAY) / AVERAGE, within(0.02));
    }

    @Test
    void whatMakeUpDaysHaveIsLearnedOfThoseBefore() {
        Set<Integer> worked = weekends("2022-04-23", "2022-10-08", "2023-01-28", "2023-10-07", "2024-05-11");
        for (int count : new int[] {12, 20, 45}) {
            Known known = known(Set.of(), with(worked, MONDAY + 5, MONDAY + 6), count, MONDAY + 6);
            double expected = new CalendarWork(known, MONDAY + 6).of(MONDAY, MONDAY + 6) * 7 * AVERAGE;
            double observed = 5 * WORKING + 2 * count;
            assertThat(expected).as(count + " on a make-up day").isCloseTo(observed, within(0.04 * observed));
        }
    }

    @Test
    void daysOffBesideThemDoNotMakeAUsualDayLess() {
        Set<Integer> off = Set.of(
                Cases.day("2023-10-02"),
                Cases.day("2023-10-03"),
                Cases.day("2023-10-04"),
                Cases.day("2023-10-05"),
                Cases.day("2023-10-06"));
        Set<Integer> worked = weekends("2023-10-07", "2023-09-23");
        double beside = of(known(off, with(worked, MONDAY + 6), WORKING, MONDAY));
        double apart = of(known(Set.of(), with(worked, MONDAY + 6), WORKING, MONDAY));
        assertThat(beside).isCloseTo(apart, within(1e-3));
    }

    @Test
    void aSourceThatDatesAllOnSundaysIsNotExpectedToHaveLessThanNothing() {
        Known known = new Known(reference(Set.of(), Set.of(MONDAY + 6)));
        for (int sunday = FIRST + 6; sunday < MONDAY; sunday += 7) {
            known.add(Cases.of(sunday, Measure.INCIDENT, 70, "C", null));
        }
        known.close(MONDAY);
        assertThat(new CalendarWork(known, MONDAY).of(MONDAY + 6, MONDAY + 6)).isZero();
    }

    @Test
    void weeksWithoutAMakeUpDayAreExpectedAsWithoutAny() {
        Set<Integer> off = Set.of(Cases.day("2023-10-02"), MONDAY + 2);
        Known none = known(off, Set.of(), WORKING, MONDAY + 6);
        Known some = known(off, Set.of(MONDAY + 13), WORKING, MONDAY + 6);
        for (int from = MONDAY - 200; from <= MONDAY; from++) {
            assertThat(expected(some, from, from + 6)).isEqualTo(expected(none, from, from + 6));
        }
    }

    @Test
    void aSeriesWithoutOthersIsExpectedToHaveMoreInAWeekWithAMakeUpDay() {
        Set<Integer> made = Set.of(MONDAY + 6);
        double usual = expected(known(Set.of(), Set.of(), WORKING, MONDAY + 6), MONDAY, MONDAY + 6);
        double more = expected(known(Set.of(), made, WORKING, MONDAY + 6), MONDAY, MONDAY + 6);
        assertThat(usual).isCloseTo(5 * WORKING + SATURDAY + SUNDAY, within(1.0));
        assertThat(more).isCloseTo(6 * WORKING + SATURDAY, within(1.5));
    }

    private static double of(Known known) {
        return new CalendarWork(known, MONDAY + 6).of(MONDAY + 6, MONDAY + 6);
    }

    private static double expected(Known known, int from, int to) {
        WatchRules rules = WatchRules.standard();
        int day = MONDAY + 6;
        return new Outlook(known, new Learning(known, rules, day, List.of()), rules, day, day - 7)
                .window(KEY, from, to)
                .mean();
    }

    /** Cases up to a day; nothing on days off, so many on make-up days. */
    private static Known known(Set<Integer> off, Set<Integer> worked, int onMakeUpDays, int upTo) {
        Known known = new Known(reference(off, worked));
        for (int day = FIRST; day <= upTo; day++) {
            int weekday = (day - FIRST) % 7;
            int usual = weekday < 5 ? WORKING : weekday == 5 ? SATURDAY : SUNDAY;
            int count = off.contains(day) ? 0 : worked.contains(day) ? onMakeUpDays : usual;
            known.add(Cases.of(day, Measure.INCIDENT, count, "C", null));
        }
        known.close(upTo);
        return known;
    }

    private static Reference reference(Set<Integer> off, Set<Integer> worked) {
        WorkDays days = day -> off.contains(day) ? Kind.OFF : worked.contains(day) ? Kind.MAKE_UP : Kind.USUAL;
        return new Reference(Map.of(), days, Map.of());
    }

    private static Set<Integer> weekends(String... saturdays) {
        return Arrays.stream(saturdays)
                .map(Cases::day)
                .flatMap(day -> Stream.of(day, day + 1))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> with(Set<Integer> days, Integer... more) {
        Set<Integer> all = new HashSet<>(days);
        all.addAll(List.of(more));
        return all;
    }
}
