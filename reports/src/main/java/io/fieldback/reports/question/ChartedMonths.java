// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.model.Row;
import io.fieldback.statistics.chart.Limits;
import io.fieldback.statistics.chart.UChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Months on a control chart.
 *
 * @param baseline on which the limits are frozen
 * @param chart of faults for each unit
 * @param points all months with units in the field, in order
 * @param aged whether ages are known, so that months can be compared at equal age
 */
record ChartedMonths(Baseline baseline, UChart chart, List<Point> points, boolean aged) {
    static final double UNITS = 1000;

    /** Ages are known from the month of sale on. */
    private static final int LEVEL_OF_AGES = 2;

    /**
     * A month on the chart. Values and limits per 1,000 units.
     *
     * @param month counted
     * @param value faults
     * @param limits frozen, for the units of this month
     * @param ageRatio faults over those expected at the ages of the units of this month; empty where ages are not known
     * @param ageSide where that ratio lies on a chart of its own
     */
    record Point(Month month, double value, Limits limits, Optional<Double> ageRatio, Optional<Limits.Side> ageSide) {
        /** Whether a complete month lies outside its limits. */
        boolean outside() {
            return month.complete() && limits.side(value) != Limits.Side.WITHIN;
        }

        /** Whether it does so at equal age. */
        boolean outsideAtEqualAge() {
            return month.complete()
                    && ageSide.filter(side -> side != Limits.Side.WITHIN).isPresent();
        }
    }

    /** Failures of units of known age, and those expected at their ages. */
    private record Standard(long failures, double expected) {
        static final Standard NONE = new Standard(0, 0);
    }

    static ChartedMonths of(Asking asking, List<Month> months, Baseline baseline) {
        UChart chart = baseline.chart(Month::matched, Month::units);
        Map<LocalDate, Standard> standards = standards(asking);
        Optional<UChart> aged = agedChart(baseline, standards);
        List<Point> points = new ArrayList<>();
        for (Month month : months) {
            Limits limits = chart.limits(month.units(), UChart.DEFAULT_WIDTH);
            Optional<Standard> standard =
                    Optional.ofNullable(standards.get(month.month())).filter(it -> it.expected() > 0);
            points.add(new Point(
                    month,
                    UNITS * month.matched() / month.units(),
                    new Limits(UNITS * limits.lower(), UNITS * limits.centre(), UNITS * limits.upper()),
                    aged.flatMap(it -> standard.map(s -> s.failures() / s.expected() / it.centre())),
                    aged.flatMap(it -> standard.map(s -> it.point(s.failures(), s.expected(), UChart.DEFAULT_WIDTH)
                            .side()))));
        }
        return new ChartedMonths(baseline, chart, points, aged.isPresent());
    }

    /** The complete months after the baseline; those before a baseline that was asked for are judged as well. */
    List<Point> judged() {
        return points.stream()
                .filter(point -> point.month().complete() && !baseline.holds(point.month()))
                .toList();
    }

    private static Map<LocalDate, Standard> standards(Asking asking) {
        Map<LocalDate, Standard> standards = new HashMap<>();
        if (asking.exposure().level() >= LEVEL_OF_AGES) {
            for (Row row : asking.rows("age_standard")) {
                standards.put(row.day("month"), new Standard(row.count("failures"), row.number("expected")));
            }
        }
        return standards;
    }

    /** A chart of faults for each fault expected at the units' ages; empty where the baseline has none. */
    private static Optional<UChart> agedChart(Baseline baseline, Map<LocalDate, Standard> standards) {
        Function<Month, Standard> standard = month -> standards.getOrDefault(month.month(), Standard.NONE);
        boolean known = baseline.months().stream().map(standard).allMatch(it -> it.expected() > 0);
        long failures = baseline.months().stream()
                .map(standard)
                .mapToLong(Standard::failures)
                .sum();
        return known && failures > 0
                ? Optional.of(baseline.chart(
                        month -> standard.apply(month).failures(),
                        month -> standard.apply(month).expected()))
                : Optional.empty();
    }
}
