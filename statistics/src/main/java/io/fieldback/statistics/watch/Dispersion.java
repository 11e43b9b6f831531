// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * How much more the counts of a baseline spread than chance alone would have it.
 *
 * @param phi variance over mean, at least 1, drawn towards the prior by how well it is known
 * @param weight of the counts alone: 1 / variance of the logarithm of phi
 * @param cautious phi to predict with: a little greater, the more so the worse it is known
 */
record Dispersion(double phi, double weight, double cautious) {
    /** Half of what the logarithm of a far tail bends in that of phi: mean tails over an uncertain phi are this much fatter. */
    private static final double TAIL_BEND = 2;

    /**
     * Pearson's dispersion of the weeks kept, over what chance leaves of their variance. Its variance is (2 + kurtosis) /
     * n, and a negative binomial count has an excess kurtosis of (6 phi² - 6 phi + 1) / (phi mu): a series of few events
     * knows its dispersion badly.
     */
    static Dispersion of(
            RateFit fit, double[] means, RatePrior prior, double[] counts, double[] kept, double[] varied) {
        double squares = 0;
        double weeks = 0;
        double inverse = 0;
        int n = 0;
        for (int i = 0; i < counts.length; i++) {
            double mean = means[i];
            if (kept[i] > 0 && mean > 0) {
                double residual = counts[i] - kept[i] * mean;
                squares += residual * residual / mean;
                weeks += varied[i];
                inverse += 1 / mean;
                n++;
            }
        }
        double pearson = Math.max(1, squares / Math.max(1, weeks - fit.covariance().length));
        double kurtosis = (6 * pearson * pearson - 6 * pearson + 1) / pearson * inverse / n;
        double known = n / (2 + kurtosis);
        double held = 1 / (prior.dispersionDeviation() * prior.dispersionDeviation());
        double log = (known * Math.log(pearson) + held * Math.log(prior.dispersion())) / (known + held);
        return new Dispersion(Math.exp(log), known, Math.exp(log + TAIL_BEND / (known + held)));
    }
}
