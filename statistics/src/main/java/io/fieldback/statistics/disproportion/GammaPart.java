// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * A gamma distribution of ratios of observed to expected.
 *
 * @param shape alpha, above 0
 * @param rate beta, above 0; the mean is alpha / beta
 */
public record GammaPart(double shape, double rate) {
    /** Checks shape and rate. */
    public GammaPart {
        if (!(shape > 0 && rate > 0 && shape < Double.POSITIVE_INFINITY && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Cannot form gamma distribution of shape " + shape + " and rate " + rate
                    + ": both must be positive");
        }
    }

    /** The logarithm of the chance of a count where so many are expected on average; negative binomial. */
    double logChance(long count, double expected) {
        return logChoice(count)
                + shape * Math.log(rate / (rate + expected))
                + (count == 0 ? 0 : count * Math.log(expected / (rate + expected)));
    }

    /** The part of it that does not depend on the expectation. */
    double logChoice(long count) {
        return LogGamma.value(shape + count) - LogGamma.value(shape) - LogGamma.value(count + 1.0);
    }
}
