// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * What is known of a pair's ratio of observed to expected.
 *
 * @param weight Qn, the chance that the pair is of the prior's first distribution
 * @param first gamma distribution of the ratio if it is
 * @param second gamma distribution if it is not
 */
public record RatioPosterior(double weight, GammaPart first, GammaPart second) {
    /** EBGM, the empirical Bayes geometric mean: exp of the mean of the ratio's logarithm. */
    public double geometricMean() {
        double mean = weight * meanLog(first);
        if (weight < 1) {
            mean += (1 - weight) * meanLog(second);
        }
        return Math.exp(mean);
    }

    /** EB05: the ratio is above it with a chance of 95 %. */
    public double eb05() {
        return quantile(0.05);
    }

    /** EB95: the ratio is below it with a chance of 95 %. */
    public double eb95() {
        return quantile(0.95);
    }

    /** The chance of a ratio up to this one. */
    public double atMost(double ratio) {
        double chance = weight * RegularizedGamma.P.value(first.shape(), first.rate() * ratio);
        if (weight < 1) {
            chance += (1 - weight) * RegularizedGamma.P.value(second.shape(), second.rate() * ratio);
        }
        return chance;
    }

    /** The ratio that is not exceeded with this chance: Newton's steps, halved where they leave the bracket. */
    public double quantile(double chance) {
        if (!(chance > 0 && chance < 1)) {
            throw new IllegalArgumentException(
                    "Cannot compute quantile at " + chance + ": it must lie between 0 and 1");
        }
        double low = 0;
        double high = Math.max(first.shape() / first.rate(), second.shape() / second.rate());
        while (atMost(high) < chance) {
            low = high;
            high *= 2;
        }
        double at = (low + high) / 2;
        for (int i = 0; i < 200; i++) {
            double excess = atMost(at) - chance;
            if (excess > 0) {
                high = at;
            } else {
                low = at;
            }
            double next = at - excess / density(at);
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - at) <= 1e-14 * at) {
                return next;
            }
            at = next;
        }
        return at;
    }

    private double density(double ratio) {
        double density = weight * density(first, ratio);
        return weight < 1 ? density + (1 - weight) * density(second, ratio) : density;
    }

    private static double density(GammaPart part, double ratio) {
        return Math.exp(part.shape() * Math.log(part.rate())
                + (part.shape() - 1) * Math.log(ratio)
                - part.rate() * ratio
                - LogGamma.value(part.shape()));
    }

    private static double meanLog(GammaPart part) {
        return Digamma.value(part.shape()) - Math.log(part.rate());
    }
}
