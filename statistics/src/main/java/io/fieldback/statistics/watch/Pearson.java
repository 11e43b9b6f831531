// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * Pearson's dispersion of the weeks kept, over what chance leaves of their variance. The variance of its logarithm is (2 +
 * kurtosis) / n, and a negative binomial count has an excess kurtosis of (6 phi² - 6 phi + 1) / (phi mu): a series of few
 * events knows its dispersion badly, one of no events not at all.
 *
 * @param phi variance over mean, at least 1
 * @param known 1 / variance of the logarithm of phi
 */
record Pearson(double phi, double known) {
    /**
     * The dispersion.
     *
     * @param coefficients fitted
     * @param means of the weeks
     * @param kept of each week what part of the mean is left; 0 where it is left out
     * @param varied of each week what part of the variance is left
     */
    static Pearson of(int coefficients, double[] means, double[] counts, double[] kept, double[] varied) {
        double squares = 0;
        double weeks = 0;
        double inverse = 0;
        int n = 0;
        for (int i = 0; i < counts.length; i++) {
            if (kept[i] > 0 && means[i] > 0) {
                double residual = counts[i] - kept[i] * means[i];
                double one = 1 / means[i];
                squares += residual * residual * one;
                weeks += varied[i];
                inverse += one;
                n++;
            }
        }
        double phi = Math.max(1, squares / Math.max(1, weeks - coefficients));
        double kurtosis = (6 * phi * phi - 6 * phi + 1) / phi * inverse / n;
        return new Pearson(phi, n / (2 + kurtosis));
    }

    /** Phi drawn towards a prior, and raised by a part of the variance that then is left of its logarithm. */
    double drawnTo(RatePrior prior, double raise) {
        double held = 1 / (prior.dispersionDeviation() * prior.dispersionDeviation());
        return Math.exp((known * Math.log(phi) + held * Math.log(prior.dispersion()) + raise) / (known + held));
    }
}
