// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * How much more the counts of a baseline spread than chance alone would have it.
 *
 * @param phi variance over mean, at least 1, drawn towards the prior by how well it is known
 * @param weight of the counts alone: 1 / variance of the logarithm of phi
 * @param mean at which phi holds, for a whole week
 * @param slope of phi in the mean, as far as it is more than chance: 0 where variance is in proportion to the mean
 * @param neighbours correlation of a week with the one before it, as far as it is more than chance
 * @param apart the same of weeks two apart
 */
record Dispersion(double phi, double weight, double mean, double slope, double neighbours, double apart) {
    /** Half of what the logarithm of a far tail bends in that of phi: mean tails over an uncertain phi are this much fatter. */
    private static final double TAIL_BEND = 2;

    /** Standard errors taken off a correlation or a slope before it is believed. */
    private static final double ERRORS = 1;

    /**
     * The dispersion of the weeks kept.
     *
     * @param coefficients fitted
     * @param means of the weeks
     * @param kept of each week what part of the mean is left; 0 where it is left out
     * @param varied of each week what part of the variance is left
     */
    static Dispersion of(
            int coefficients, double[] means, RatePrior prior, double[] counts, double[] kept, double[] varied) {
        double[] residuals = new double[counts.length];
        double sum = 0;
        double weeks = 0;
        for (int i = 0; i < counts.length; i++) {
            if (kept[i] > 0 && means[i] > 0) {
                residuals[i] = (counts[i] - kept[i] * means[i]) / Math.sqrt(means[i]);
                sum += means[i] * varied[i];
                weeks += varied[i];
            }
        }
        Pearson pearson = Pearson.of(coefficients, means, counts, kept, varied);
        double phi = pearson.drawnTo(prior, TAIL_BEND);
        if (!(weeks > 0)) {
            return new Dispersion(phi, pearson.known(), 0, 0, 0, 0);
        }
        double mean = sum / weeks;
        return new Dispersion(
                phi,
                pearson.known(),
                mean,
                slope(residuals, means, varied, mean, pearson.phi()),
                correlation(residuals, 1),
                correlation(residuals, 2));
    }

    /** Phi of a whole week of this mean; phi follows its slope as far as from half to four times itself. */
    double at(double weekly) {
        return Math.max(1, Math.min(4 * phi, Math.max(phi / 2, phi + slope * (weekly - mean))));
    }

    /** The regression of squared residuals on means, less one standard error; not below 0. */
    private static double slope(double[] residuals, double[] means, double[] varied, double mean, double phi) {
        double spread = 0;
        double products = 0;
        double errors = 0;
        for (int i = 0; i < residuals.length; i++) {
            if (residuals[i] != 0) {
                double distance = means[i] - mean;
                double product = distance * (residuals[i] * residuals[i] - phi * varied[i]);
                spread += distance * distance * varied[i];
                products += product;
                errors += product * product;
            }
        }
        return spread > 0 ? Math.max(0, (products - ERRORS * Math.sqrt(errors)) / spread) : 0;
    }

    /** The correlation of weeks so far apart, less one standard error; not below 0. */
    private static double correlation(double[] residuals, int apart) {
        double products = 0;
        double squares = 0;
        int pairs = 0;
        for (int i = apart; i < residuals.length; i++) {
            if (residuals[i] != 0 && residuals[i - apart] != 0) {
                products += residuals[i] * residuals[i - apart];
                squares += (residuals[i] * residuals[i] + residuals[i - apart] * residuals[i - apart]) / 2;
                pairs++;
            }
        }
        return pairs > 0 ? Math.max(0, products / squares - ERRORS / Math.sqrt(pairs)) : 0;
    }
}
