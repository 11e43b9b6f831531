// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.Quantile;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The likelihood ratio test of beta = 1: whether failures depend on age at all.
 *
 * <p>Statistic 2 (log L Weibull - log L exponential), chi-squared with 1 degree of freedom if beta is 1.
 *
 * @param weibull fit
 * @param exponential fit
 * @param statistic of the test
 * @param chanceIfAgeless two-sided p value
 */
public record WearOut(LifeFit weibull, LifeFit exponential, double statistic, double chanceIfAgeless) {
    private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);

    /**
     * The test of observations.
     *
     * @throws IllegalArgumentException where a Weibull distribution cannot be fitted
     */
    public static WearOut test(List<Observation> observations) {
        LifeFit weibull = MaximumLikelihood.fit(LifeDistribution.WEIBULL, observations);
        LifeFit exponential = MaximumLikelihood.fit(LifeDistribution.EXPONENTIAL, observations);
        double statistic = Math.max(0, 2 * (weibull.logLikelihood() - exponential.logLikelihood()));
        return new WearOut(weibull, exponential, statistic, ONE_DEGREE.survivalProbability(statistic));
    }

    /** What the test finds at a level. */
    public Finding finding(double level) {
        if (statistic <= Quantile.chiSquaredAbove(level, 1)) {
            return Finding.NONE;
        }
        return weibull.sigma() < 1 ? Finding.WEAR_OUT : Finding.EARLY_FAILURES;
    }

    /** How failures depend on age. */
    public enum Finding {
        /** Units fail more the older they get: beta above 1. */
        WEAR_OUT,
        /** Units fail less the older they get: beta under 1. */
        EARLY_FAILURES,
        /** Chance alone explains the difference from 1. */
        NONE
    }
}
