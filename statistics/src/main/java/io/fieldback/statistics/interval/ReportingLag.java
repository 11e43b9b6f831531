// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

import io.fieldback.statistics.delay.ReverseHazards;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of what happens is known after 0, 1, 2, … periods.
 *
 * @param completeness G(d), the part known at the end of d periods after the event's own; rising, above 0 where used,
 *     1 at the last
 */
public record ReportingLag(List<Double> completeness) {
    /** Below this a corrected count is mostly guess, and is not shown. */
    public static final double LEAST_COMPLETENESS = 0.5;

    /** Checks that the parts rise from at least 0 to 1. */
    public ReportingLag {
        completeness = List.copyOf(completeness);
        double before = 0;
        for (double part : completeness) {
            if (!(part >= before && part <= 1)) {
                throw new IllegalArgumentException(
                        "Cannot correct for reporting lag: completeness must rise from 0 to 1, it is " + completeness);
            }
            before = part;
        }
        if (completeness.isEmpty() || before != 1) {
            throw new IllegalArgumentException(
                    "Cannot correct for reporting lag: completeness must end at 1, it is " + completeness);
        }
    }

    /**
     * Estimated from a reporting triangle by {@link ReverseHazards}: G(d) = product over j &gt; d of (1 - g(j)).
     *
     * <p>Trap: it is 1 at the longest lag of the table by construction; what comes later still is not seen.
     *
     * @param triangle reports by period of the event, oldest first, and lag; period t has lags 0 to last - t, further
     *     columns are not read
     * @param longest lag that is estimated, from 0
     * @throws IllegalArgumentException if no period is old enough for the longest lag
     */
    public static ReportingLag of(long[][] triangle, int longest) {
        if (longest < 0 || triangle.length <= longest) {
            throw new IllegalArgumentException("Cannot estimate reporting lag up to " + longest + " periods from "
                    + triangle.length + " periods: at least one must be as old");
        }
        double[] hazard = ReverseHazards.of(triangle, longest).hazard();
        Double[] known = new Double[longest + 1];
        double product = 1;
        for (int lag = longest; lag >= 0; lag--) {
            known[lag] = product;
            product *= 1 - hazard[lag];
        }
        return new ReportingLag(List.of(known));
    }

    /** G(d); 1 beyond the last lag. */
    public double at(int lag) {
        return lag < completeness.size() ? completeness.get(lag) : 1;
    }

    /**
     * What the counts will have become once all is reported: I / G. The interval is Garwood's of the count over G; that
     * G is itself an estimate is not in it.
     *
     * @param counts by period, oldest first; the last period is at lag 0
     */
    public List<Corrected> corrected(long[] counts, double confidence) {
        List<Corrected> corrected = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            double part = at(counts.length - 1 - i);
            if (part == 0) {
                corrected.add(
                        new Corrected(counts[i], 0, Double.NaN, new Interval(counts[i], Double.POSITIVE_INFINITY)));
            } else {
                PoissonRate rate = new PoissonRate(counts[i], part);
                corrected.add(new Corrected(counts[i], part, rate.value(), rate.interval(confidence)));
            }
        }
        return corrected;
    }

    /**
     * A count and what it will have become.
     *
     * @param observed so far
     * @param completeness the part of the whole that is known
     * @param value observed / completeness; NaN where nothing can be known yet
     * @param interval of the value
     */
    public record Corrected(long observed, double completeness, double value, Interval interval) {
        /** Whether enough is known to show the value. */
        public boolean shown() {
            return completeness >= LEAST_COMPLETENESS;
        }
    }
}
