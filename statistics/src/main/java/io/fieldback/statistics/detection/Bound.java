// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import io.fieldback.statistics.distribution.CountDistribution;
import io.fieldback.statistics.distribution.NegativeBinomialCounts;
import io.fieldback.statistics.distribution.PoissonCounts;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An upper prediction bound.
 *
 * @param upper above which a count is too great
 * @param chance of a count as great as the one observed
 */
record Bound(double upper, double chance) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** The upper quantile of the standard normal distribution. */
    static double normal(double tail) {
        return NORMAL.inverseSurvivalProbability(tail);
    }

    /**
     * (mean^e + z se)^(1/e), where se is that of a transformed new count: its own spread and that of its mean.
     *
     * @param error standard error of the mean
     * @param z quantile of the bound
     */
    static Bound delta(PowerTransform transform, double mean, double error, double phi, double z, long observed) {
        double exponent = transform.exponent();
        double deviation = transform.deviation(mean, phi + error * error / mean);
        double centre = Math.pow(mean, exponent);
        double upper = Math.pow(centre + Math.abs(z) * deviation, 1 / exponent);
        double lower = Math.pow(centre - Math.abs(z) * deviation, 1 / exponent);
        double chance = NORMAL.survivalProbability((Math.pow(observed, exponent) - centre) / deviation);
        return new Bound(Double.isNaN(lower) ? upper : Math.max(lower, upper), chance);
    }

    /** The quantile of a negative binomial of this mean and dispersion, Poisson where the dispersion is 1. */
    static Bound quantile(double mean, double phi, double alpha, long observed) {
        if (!(mean < Double.POSITIVE_INFINITY)) {
            return new Bound(Double.NaN, Double.NaN);
        }
        CountDistribution counts = phi > 1 ? NegativeBinomialCounts.ofDispersion(mean, phi) : new PoissonCounts(mean);
        return new Bound(counts.quantile(1 - alpha), counts.atLeast(observed));
    }
}
