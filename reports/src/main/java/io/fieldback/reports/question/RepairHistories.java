// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.model.Row;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.recurrence.MeanCumulativeFunction;
import io.fieldback.statistics.recurrence.UnitHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The repairs of units by months in service, while they were observed: to the last month they completed, or where the
 * warranty ends. Like histories are one.
 *
 * @param all units
 * @param groups by name, those of units that tell one
 */
record RepairHistories(List<UnitHistory> all, Map<String, List<UnitHistory>> groups) {
    static RepairHistories of(Asking asking, Optional<Integer> limit) {
        List<UnitHistory> all = new ArrayList<>();
        Map<String, List<UnitHistory>> groups = new LinkedHashMap<>();
        for (Row row : asking.rows("repair_histories")) {
            double end = Math.min(row.count("last_month"), limit.orElse(Integer.MAX_VALUE));
            String months = row.text("months");
            List<Double> ages = months.isEmpty()
                    ? List.of()
                    : Arrays.stream(months.split(" "))
                            .map(Double::valueOf)
                            .filter(age -> age <= end)
                            .toList();
            UnitHistory history = new UnitHistory(ages, end, Math.toIntExact(row.count("units")));
            all.add(history);
            if (!row.isNull("group_name")) {
                groups.computeIfAbsent(row.text("group_name"), absent -> new ArrayList<>())
                        .add(history);
            }
        }
        return new RepairHistories(all, groups);
    }

    static long units(List<UnitHistory> histories) {
        return histories.stream().mapToLong(UnitHistory::units).sum();
    }

    static long repairs(List<UnitHistory> histories) {
        return histories.stream()
                .mapToLong(
                        history -> (long) history.units() * history.failures().size())
                .sum();
    }

    /** Units repaired at least so often. */
    static long repaired(List<UnitHistory> histories, int times) {
        return histories.stream()
                .filter(history -> history.failures().size() >= times)
                .mapToLong(UnitHistory::units)
                .sum();
    }

    /** The mean cumulative function at the end of each month that a unit completed, with Lawless and Nadeau's bounds. */
    static List<MeanCumulativeFunction.Point> curve(List<UnitHistory> histories) {
        return MeanCumulativeFunction.curve(
                histories,
                MeanCumulativeFunction.Variance.LAWLESS_NADEAU,
                MeanCumulativeFunction.Scale.LOGNORMAL,
                Interval.DEFAULT_CONFIDENCE);
    }

    /** The point at a month, or the last before it. */
    static Optional<MeanCumulativeFunction.Point> at(List<MeanCumulativeFunction.Point> curve, double month) {
        return curve.stream().filter(point -> point.age() <= month).reduce((first, second) -> second);
    }

    /** The last month that at least half of all units completed; at least the first. */
    static double mature(List<MeanCumulativeFunction.Point> curve) {
        long first = curve.get(0).atRisk();
        return curve.stream()
                .filter(point -> 2L * point.atRisk() >= first)
                .mapToDouble(MeanCumulativeFunction.Point::age)
                .max()
                .orElse(1);
    }
}
