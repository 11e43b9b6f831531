// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.Quantile;
import io.fieldback.statistics.interval.Interval;
import java.util.List;

/**
 * A Weibull distribution whose shape is known from like parts, for few failures or none (Abernethy, The New Weibull
 * Handbook): t^beta is then exponential, so the count of failures is Poisson over the exposure sum of t^beta.
 *
 * <p>Trap: all of it hangs on the assumed shape; say it beside every figure, and try its neighbours.
 *
 * @param shape beta, assumed, above 0
 * @param exposure sum of weight × age^beta of failures and suspensions
 * @param failures weight of the failures, 0 or more
 */
public record Weibayes(double shape, double exposure, double failures) {
    /** Checks that units were at risk. */
    public Weibayes {
        if (!(shape > 0) || !(exposure > 0) || failures < 0) {
            throw new IllegalArgumentException("Cannot fit Weibayes with shape " + shape + ", exposure " + exposure
                    + " and " + failures + " failures: shape and exposure must be positive");
        }
    }

    /**
     * The fit of ages that are exact or censored to the right.
     *
     * @throws IllegalArgumentException for an age that is censored otherwise, or if no unit got older than 0
     */
    public static Weibayes fit(double shape, List<Observation> observations) {
        double exposure = 0;
        double failures = 0;
        for (AgeGroup group : AgeGroup.of(observations, "fit Weibayes")) {
            exposure += (group.failures() + group.suspensions()) * Math.pow(group.age(), shape);
            failures += group.failures();
        }
        return new Weibayes(shape, exposure, failures);
    }

    /**
     * Eta at its most likely, (exposure / failures)^(1 / beta). Without failures the custom is to take the first as
     * imminent, failures = 1: a lower bound with 63.2 % confidence.
     */
    public double scale() {
        return Math.pow(exposure / Math.max(1, failures), 1 / shape);
    }

    /**
     * The one-sided lower bound of eta: (2 exposure / chi-squared(confidence, 2 failures + 2))^(1 / beta). For no
     * failures it is (exposure / -log(1 - confidence))^(1 / beta).
     *
     * <p>Trap: one-sided, so 0.95 here is the lower end of a two-sided 0.90.
     */
    public double lowerScale(double confidence) {
        double quantile = Quantile.chiSquaredAbove(1 - Interval.confidence(confidence), 2 * failures + 2);
        return Math.pow(2 * exposure / quantile, 1 / shape);
    }

    /** The two-sided interval of eta by Garwood's; its upper end is infinite without failures. */
    public Interval scaleInterval(double confidence) {
        double tail = (1 - Interval.confidence(confidence)) / 2;
        double most = Quantile.chiSquaredAbove(tail, 2 * failures + 2) / 2;
        double least = failures == 0 ? 0 : Quantile.chiSquared(tail, 2 * failures) / 2;
        return new Interval(Math.pow(exposure / most, 1 / shape), Math.pow(exposure / least, 1 / shape));
    }

    /** The share of units that fails up to an age, at {@link #scale}. */
    public double failing(double age) {
        return -Math.expm1(-Math.pow(age / scale(), shape));
    }

    /** The upper bound of the share of units that fails up to an age, one-sided. */
    public double failingAtMost(double age, double confidence) {
        return -Math.expm1(-Math.pow(age / lowerScale(confidence), shape));
    }
}
