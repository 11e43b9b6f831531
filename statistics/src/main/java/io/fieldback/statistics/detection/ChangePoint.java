// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import java.util.Optional;

/**
 * The time from which a series of counts runs at another rate.
 *
 * @param from position of the first count at the new rate
 * @param before rate before it
 * @param after rate from it on
 * @param statistic twice the gain in log-likelihood over one rate throughout
 */
public record ChangePoint(int from, double before, double after, double statistic) {
    /**
     * The split with the greatest Poisson likelihood. Under one rate its statistic exceeds 10 in about one of a hundred
     * series of two years by month.
     *
     * @param counts by period
     * @param exposure of each period, not negative; the same number throughout where exposure is unknown
     * @param least periods on either side of the split
     * @return empty for series too short or without events
     */
    public static Optional<ChangePoint> of(long[] counts, double[] exposure, int least) {
        double allCounts = 0;
        double allExposure = 0;
        for (int i = 0; i < counts.length; i++) {
            allCounts += counts[i];
            allExposure += exposure[i];
        }
        ChangePoint best = null;
        double left = 0;
        double leftExposure = 0;
        for (int split = 1; split < counts.length; split++) {
            left += counts[split - 1];
            leftExposure += exposure[split - 1];
            double right = allCounts - left;
            double rightExposure = allExposure - leftExposure;
            if (split < least || counts.length - split < least || leftExposure <= 0 || rightExposure <= 0) {
                continue;
            }
            double gain = 2 * (term(left, leftExposure) + term(right, rightExposure) - term(allCounts, allExposure));
            if (allCounts > 0 && (best == null || gain > best.statistic())) {
                best = new ChangePoint(split, left / leftExposure, right / rightExposure, gain);
            }
        }
        return Optional.ofNullable(best);
    }

    private static double term(double events, double exposure) {
        return events == 0 ? 0 : events * Math.log(events / exposure);
    }
}
