// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * C3 as Hutwagner and others (2003) published it: the sum of max(0, C2 - 1) over the present and the two periods before,
 * where C2 = (count - mean) / deviation of a baseline two periods back. Above 2 it is an alarm.
 *
 * @param baseline periods compared with, at least 3; 7 as published
 * @param leastDeviation standard deviation is taken to be no less, above 0; 0.2 as published
 */
public record PublishedC3(int baseline, double leastDeviation) {
    private static final double LIMIT = 2;

    /** Checks what would make no sense. */
    public PublishedC3 {
        if (baseline < 3 || !(leastDeviation > 0)) {
            throw new IllegalArgumentException("Cannot form C3 of baseline " + baseline + " and least deviation "
                    + leastDeviation + ": it needs 3 periods and a deviation above 0");
        }
    }

    /** The baseline of 7 and the floor of 0.2 of the publication. */
    public static PublishedC3 standard() {
        return new PublishedC3(7, 0.2);
    }

    /**
     * One period.
     *
     * @param position from 0
     * @param observed count
     * @param c2 standardised count
     * @param c3 statistic
     * @param alarm whether it is above 2
     */
    public record Point(int position, long observed, double c2, double c3, boolean alarm) {}

    /** The statistic from position {@code baseline + 4} on. */
    public List<Point> of(long[] counts) {
        List<Point> points = new ArrayList<>();
        for (int t = baseline + 4; t < counts.length; t++) {
            double c3 = Math.max(0, c2(counts, t) - 1)
                    + Math.max(0, c2(counts, t - 1) - 1)
                    + Math.max(0, c2(counts, t - 2) - 1);
            points.add(new Point(t, counts[t], c2(counts, t), c3, c3 > LIMIT));
        }
        return points;
    }

    private double c2(long[] counts, int t) {
        double deviation = Math.max(Ears.deviation(counts, t, 2, baseline), leastDeviation);
        return (counts[t] - Ears.mean(counts, t, 2, baseline)) / deviation;
    }
}
