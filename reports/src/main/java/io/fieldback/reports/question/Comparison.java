// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.model.Row;
import io.fieldback.statistics.detection.FalseDiscovery;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.interval.PoissonRate;
import io.fieldback.statistics.interval.RateRatio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A group of units against the others.
 *
 * @param row what the group is
 * @param observed failures of the group
 * @param expected failures it would have at the rate of the others
 * @param ratio observed over expected
 * @param interval 95 %, exact given the total
 * @param q chance of a false discovery among all groups looked at
 */
record Comparison(Row row, long observed, double expected, double ratio, Interval interval, double q) {
    private static final double Q = 0.01;
    private static final double RATIO = 1.5;
    private static final double LOWER = 1.2;
    private static final double EXCESS = 3;

    /** Rows with {@code observed}, {@code expected} and {@code other_failures}. Groups without others are left out. */
    static List<Comparison> standardised(List<Row> rows) {
        return of(
                rows,
                row -> new RateRatio(
                        new PoissonRate(row.count("observed"), row.number("expected")),
                        new PoissonRate(row.count("other_failures"), row.number("other_failures"))),
                row -> row.number("expected") > 0 && row.count("other_failures") > 0);
    }

    /** Rows compared by any ratio of rates; the exposure of the first rate, times the second rate, is expected. */
    static List<Comparison> of(
            List<Row> rows, Function<Row, RateRatio> ratios, java.util.function.Predicate<Row> comparable) {
        List<Row> kept = rows.stream().filter(comparable).toList();
        List<RateRatio> compared = kept.stream().map(ratios).toList();
        double[] q = FalseDiscovery.adjusted(
                compared.stream().mapToDouble(RateRatio::chanceOfGreater).toArray());
        List<Comparison> all = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            RateRatio ratio = compared.get(i);
            all.add(new Comparison(
                    kept.get(i),
                    ratio.first().events(),
                    ratio.first().exposure() * ratio.second().value(),
                    ratio.value(),
                    ratio.interval(Interval.DEFAULT_CONFIDENCE),
                    q[i]));
        }
        return all;
    }

    /** Whether it is beyond chance and large enough to act on. */
    boolean standsOut() {
        return q < Q && ratio >= RATIO && interval.lower() >= LOWER && observed - expected >= EXCESS;
    }

    /** Those that stand out, the greatest excess first. */
    static List<Comparison> standouts(List<Comparison> all) {
        return all.stream()
                .filter(Comparison::standsOut)
                .sorted(Comparator.comparingDouble((Comparison it) -> it.expected() - it.observed()))
                .toList();
    }
}
