// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * A cumulative sum chart of counts: S = max(0, S + score - k), an alarm where S reaches h. Conventions are those of R's
 * {@code surveillance::algo.cusum}.
 *
 * @param transform of counts
 * @param reference k, on the scale of the transform
 * @param limit h, on the same scale
 * @param alpha dispersion of the negative binomial, variance m + alpha m²; used by that transform only
 * @param afterAlarm what follows an alarm
 */
public record Cusum(CountTransform transform, double reference, double limit, double alpha, AfterAlarm afterAlarm) {
    /** What the statistic does after an alarm. */
    public enum AfterAlarm {
        /** It goes on, so that one outbreak alarms for as long as it takes to be forgotten. */
        CONTINUE,
        /** It begins at 0 again; the point of the alarm then reads 0 as well. */
        RESET
    }

    /** Checks what would make no sense. */
    public Cusum {
        if (!(limit > 0 && alpha >= 0) || Double.isNaN(reference)) {
            throw new IllegalArgumentException("Cannot form CUSUM of reference " + reference + ", limit " + limit
                    + " and alpha " + alpha + ": the limit must be positive and alpha not negative");
        }
    }

    /**
     * One period.
     *
     * @param position from 0
     * @param observed count
     * @param mean in control
     * @param statistic S
     * @param upperBound least count that would be an alarm, not negative. With {@link CountTransform#NONE} R leaves
     *     here what remains up to the limit after this period, and so does this
     * @param alarm whether S has reached h
     */
    public record Point(int position, long observed, double mean, double statistic, double upperBound, boolean alarm) {}

    /**
     * The reference that Lucas (1985) gives for untransformed Poisson counts: (l₁ - l₀) / (ln l₁ - ln l₀).
     *
     * @param inControl mean l₀, above 0
     * @param outOfControl mean l₁ to be found soon, above l₀
     */
    public static double poissonReference(double inControl, double outOfControl) {
        if (!(inControl > 0 && outOfControl > inControl)) {
            throw new IllegalArgumentException("Cannot compute reference between means " + inControl + " and "
                    + outOfControl + ": the first must be positive, the second greater");
        }
        return (outOfControl - inControl) / Math.log(outOfControl / inControl);
    }

    /**
     * The chart from a position on.
     *
     * @param counts all counts
     * @param from position of the first point
     * @param means in control, one for each point, above 0
     */
    public List<Point> of(long[] counts, int from, double[] means) {
        List<Point> points = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < means.length && from + i < counts.length; i++) {
            long x = counts[from + i];
            double m = means[i];
            double statistic = Math.max(0, before + transform.score(x, m, alpha) - reference);
            boolean alarm = statistic >= limit;
            if (alarm && afterAlarm == AfterAlarm.RESET) {
                statistic = 0;
            }
            double bound = transform == CountTransform.NONE
                    ? limit - statistic
                    : transform.bound(limit + reference - before, m, alpha);
            points.add(new Point(from + i, x, m, statistic, bound > 0 ? bound : 0, alarm));
            before = statistic;
        }
        return points;
    }
}
