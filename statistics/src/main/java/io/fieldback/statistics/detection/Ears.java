// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * The Early Aberration Reporting System of Hutwagner and others (2003): the present count against mean and standard
 * deviation of a few periods just before it. It knows neither season nor trend nor exposure and needs no history.
 *
 * @param baseline periods compared with, at least 3
 * @param leastDeviation standard deviation is taken to be no less [minSigma]. With 0 a baseline of equal counts has a
 *     bound without room: any greater count is an alarm, and with {@link #c3OfR} the statistic is not a number
 * @param alpha chance of exceeding the bound, one-sided; 0.001 is usual for C1 and C2, 0.025 for R's C3
 */
public record Ears(int baseline, double leastDeviation, double alpha) {
    /** Checks what would make no sense. */
    public Ears {
        if (baseline < 3 || !(leastDeviation >= 0) || !(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("Cannot form EARS of baseline " + baseline + ", least deviation "
                    + leastDeviation + " and alpha " + alpha
                    + ": it needs 3 periods, a deviation not negative and alpha between 0 and 1");
        }
    }

    /**
     * One period.
     *
     * @param position from 0
     * @param observed count
     * @param upperBound above which a count is an alarm; may be not a number, see {@link Ears#leastDeviation}
     * @param alarm whether the count is above the bound
     */
    public record Point(int position, long observed, double upperBound, boolean alarm) {}

    /** C1: the baseline ends just before the present, from position {@code baseline} on. */
    public List<Point> c1(long[] counts) {
        return bounds(counts, baseline, 0);
    }

    /** C2: two periods lie between baseline and present, from position {@code baseline + 2} on. */
    public List<Point> c2(long[] counts) {
        return bounds(counts, baseline + 2, 2);
    }

    /**
     * C3 as R's {@code earsC} has it, from position {@code baseline + 4} on: the excess of C2 over 1 in the two periods
     * before lowers the bound of the present. The present excess itself is <b>not</b> among the terms, unlike in the
     * method as published; see {@link PublishedC3}.
     */
    public List<Point> c3OfR(long[] counts) {
        double z = Bound.normal(alpha);
        List<Point> points = new ArrayList<>();
        for (int t = baseline + 4; t < counts.length; t++) {
            double earlier = excess(counts, t - 2) + excess(counts, t - 1);
            double bound = Math.max(0, counts[t] + deviation(counts, t, 2) * (z - earlier));
            points.add(new Point(t, counts[t], bound, counts[t] > bound));
        }
        return points;
    }

    private List<Point> bounds(long[] counts, int from, int gap) {
        double z = Bound.normal(alpha);
        List<Point> points = new ArrayList<>();
        for (int t = from; t < counts.length; t++) {
            double bound = mean(counts, t, gap, baseline) + z * deviation(counts, t, gap);
            points.add(new Point(t, counts[t], bound, counts[t] > bound));
        }
        return points;
    }

    private double excess(long[] counts, int t) {
        return Math.max(0, (counts[t] - mean(counts, t, 2, baseline)) / deviation(counts, t, 2) - 1);
    }

    private double deviation(long[] counts, int t, int gap) {
        return Math.max(deviation(counts, t, gap, baseline), leastDeviation);
    }

    /** The mean of the baseline that ends a gap before a position. */
    static double mean(long[] counts, int t, int gap, int baseline) {
        double sum = 0;
        for (int i = t - gap - baseline; i < t - gap; i++) {
            sum += counts[i];
        }
        return sum / baseline;
    }

    /** Its standard deviation, with one degree of freedom spent on the mean. */
    static double deviation(long[] counts, int t, int gap, int baseline) {
        double mean = mean(counts, t, gap, baseline);
        double squares = 0;
        for (int i = t - gap - baseline; i < t - gap; i++) {
            squares += (counts[i] - mean) * (counts[i] - mean);
        }
        return Math.sqrt(squares / (baseline - 1));
    }
}
