// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * A slow rise that no single week shows: a CUSUM of likelihood ratios, S ← max(0, S + (y log R - (R - 1) mu) / psi), over
 * the last year against the rate of the years before it. R is the rise it is made for; psi is the dispersion, to which
 * is added what the uncertainty of the year's expectation amounts to, psi = phi + var(log mu) · sum of mu, so that a short
 * history does not make a drift. What a single week may add is bounded: a spike is the other detector's affair.
 *
 * @param weeks it runs over, the present one the last
 * @param ratio R, above 1
 */
record DriftChart(int weeks, double ratio) {
    private static final double SPIKE = 3;

    /**
     * The statistic in the present week: natural logarithm of how much likelier the rise is than none.
     *
     * @param rate learned from the weeks before the ones it runs over
     */
    double at(LearnedRate rate, WatchedSeries series, int now) {
        int from = now - weeks + 1;
        double expected = 0;
        double uncertain = 0;
        for (int t = from; t <= now; t++) {
            double mean = rate.mean(t);
            expected += mean;
            uncertain += mean * rate.logVariance(t);
        }
        double statistic = 0;
        for (int t = from; t <= now; t++) {
            double mean = rate.mean(t);
            if (mean > 0) {
                double phi = rate.reportedPhi(t);
                double counted = Math.min(series.counts()[t], mean + SPIKE * Math.sqrt(phi * mean) + 1);
                double gain = counted * Math.log(ratio) - (ratio - 1) * mean;
                statistic = Math.max(0, statistic + gain / (phi + uncertain));
            }
        }
        return expected > 0 ? statistic : Double.NaN;
    }
}
