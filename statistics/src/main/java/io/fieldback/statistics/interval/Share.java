// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

import io.fieldback.statistics.Quantile;

/**
 * A part of a whole.
 *
 * @param part cases of the kind in question
 * @param whole all cases, above 0
 */
public record Share(long part, long whole) {
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
        double z = Quantile.normalOfConfidence(Interval.confidence(confidence));
        double lower = part == 0 ? 0 : end(value(), -z);
        return new Interval(lower, part == whole ? 1 : end(value(), z));
    }

    /**
     * Wilson's interval with Yates's continuity correction, as R's {@code prop.test} gives it unless told otherwise.
     *
     * <p>Trap: the correction is min(0.5, |x - n/2|), so a share of exactly one half is not corrected at all.
     */
    public Interval correctedInterval(double confidence) {
        double z = Quantile.normalOfConfidence(Interval.confidence(confidence));
        double correction = Math.min(0.5, Math.abs(part - whole / 2.0)) / whole;
        double below = value() - correction;
        double above = value() + correction;
        return new Interval(below <= 0 ? 0 : Math.max(0, end(below, -z)), above >= 1 ? 1 : Math.min(1, end(above, z)));
    }

    /**
     * The exact interval of Clopper and Pearson (1934), beta quantiles with (x, n - x + 1) and (x + 1, n - x): never
     * covers less than it says, and mostly more.
     */
    public Interval exactInterval(double confidence) {
        double tail = Interval.tail(confidence);
        double lower = part == 0 ? 0 : Quantile.beta(tail, part, whole - part + 1.0);
        double upper = part == whole ? 1 : Quantile.betaAbove(tail, part + 1.0, whole - part);
        return new Interval(lower, upper);
    }

    private double end(double p, double z) {
        double n = whole;
        double half = z * z / (2 * n);
        return (p + half + z * Math.sqrt(p * (1 - p) / n + half / (2 * n))) / (1 + 2 * half);
    }
}
