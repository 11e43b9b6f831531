// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import io.fieldback.statistics.detection.TimeAxis;
import java.util.Arrays;

/**
 * Counts of one thing by the week it happened, week after week without a gap. Positions count from 0.
 *
 * @param counts of events known so far, not negative; 0 in a week of which nothing is reported
 * @param exposure of each week, not negative: what the mean is in proportion to, such as units in the field, or the
 *     events to expect by the ages of the units. 1 throughout where it is unknown; 0 where nothing was at risk
 * @param completeness of each week: the share of its events to be known by now, 0 to 1. 1 for a closed week, less for
 *     one that is still being reported, 0 for a week of which nothing is known, which is left out
 * @param axis how many weeks make a year
 */
public record WatchedSeries(long[] counts, double[] exposure, double[] completeness, TimeAxis axis) {
    /** Checks that every week has a count that it can have. */
    public WatchedSeries {
        if (counts.length != exposure.length || counts.length != completeness.length) {
            throw new IllegalArgumentException("Cannot form series of " + counts.length + " counts, " + exposure.length
                    + " exposures and " + completeness.length + " completenesses: they must be as many");
        }
        for (int t = 0; t < counts.length; t++) {
            boolean possible = exposure[t] >= 0
                    && exposure[t] < Double.POSITIVE_INFINITY
                    && completeness[t] >= 0
                    && completeness[t] <= 1
                    && counts[t] >= 0;
            if (!possible) {
                throw new IllegalArgumentException("Cannot form series with count " + counts[t] + ", exposure "
                        + exposure[t] + " and completeness " + completeness[t] + " at position " + t
                        + ": count and exposure must not be negative, completeness must lie between 0 and 1");
            }
            if (counts[t] > 0 && exposure[t] * completeness[t] == 0) {
                throw new IllegalArgumentException("Cannot form series with count " + counts[t] + ", exposure "
                        + exposure[t] + " and completeness " + completeness[t] + " at position " + t
                        + ": where nothing is at risk or nothing reported there is nothing to count");
            }
        }
    }

    /** A series of unknown exposure, all of it reported. */
    public static WatchedSeries of(long[] counts, TimeAxis axis) {
        return new WatchedSeries(counts, ones(counts.length), ones(counts.length), axis);
    }

    /** A series with exposure, all of it reported. */
    public static WatchedSeries of(long[] counts, double[] exposure, TimeAxis axis) {
        return new WatchedSeries(counts, exposure, ones(counts.length), axis);
    }

    /** Weeks. */
    public int length() {
        return counts.length;
    }

    /** What the count of a week would be in proportion to if the rate never changed. */
    double atRisk(int week) {
        return exposure[week] * completeness[week];
    }

    void check(int week) {
        if (week < 0 || week >= counts.length) {
            throw new IllegalArgumentException("Cannot look at position " + week + " of a series of " + counts.length
                    + " weeks: there is no such position");
        }
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
