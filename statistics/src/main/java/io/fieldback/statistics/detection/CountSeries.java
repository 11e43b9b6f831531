// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import java.util.Arrays;

/**
 * Counts of one thing, period after period without a gap. Positions count from 0.
 *
 * @param counts not negative
 * @param exposure of each period in any unit, above 0; 1 throughout where it is unknown
 * @param axis where the same season lies in earlier years
 */
public record CountSeries(long[] counts, double[] exposure, TimeAxis axis) {
    /** Checks counts and exposure. */
    public CountSeries {
        if (counts.length != exposure.length) {
            throw new IllegalArgumentException("Cannot form series of " + counts.length + " counts and "
                    + exposure.length + " exposures: they must be as many");
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || !(exposure[i] > 0 && exposure[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Cannot form series with count " + counts[i] + " and exposure "
                        + exposure[i] + " at position " + i
                        + ": counts must not be negative and exposure must be positive");
            }
        }
    }

    /** A series of unknown exposure. */
    public static CountSeries of(long[] counts, TimeAxis axis) {
        double[] exposure = new double[counts.length];
        Arrays.fill(exposure, 1);
        return new CountSeries(counts, exposure, axis);
    }

    /** Periods. */
    public int length() {
        return counts.length;
    }

    /** The sum of so many counts, the one at the position the last. */
    long recent(int position, int periods) {
        long sum = 0;
        for (int i = Math.max(0, position - periods + 1); i <= position; i++) {
            sum += counts[i];
        }
        return sum;
    }

    void check(int position) {
        if (position < 0 || position >= counts.length) {
            throw new IllegalArgumentException("Cannot look at position " + position + " of a series of "
                    + counts.length + " periods: there is no such position");
        }
    }
}
