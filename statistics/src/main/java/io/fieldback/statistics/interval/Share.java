// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A part of a whole.
 *
 * @param part cases of the kind in question
 * @param whole all cases, above 0
 */
public record Share(long part, long whole) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Checks that a share exists. */
    public Share {
        if (part < 0 || whole <= 0 || part > whole) {
            throw new IllegalArgumentException(
                    "Cannot compute share of " + part + " in " + whole + ": it must lie between 0 and 1");
        }
    }

    /** The share, 0 to 1. */
    public double value() {
        return (double) part / whole;
    }

    /** The score interval of Wilson (1927), without continuity correction. */
    public Interval interval(double confidence) {
        double z = NORMAL.inverseSurvivalProbability(Interval.tail(confidence));
        double n = whole;
        double p = value();
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new Interval(part == 0 ? 0 : centre - half, part == whole ? 1 : centre + half);
    }
}
