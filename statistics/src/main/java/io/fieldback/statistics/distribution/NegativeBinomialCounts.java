// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.distribution;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Counts that spread more than chance alone would have it: Poisson with a mean that is itself gamma distributed.
 *
 * @param size r, above 0, need not be whole; the mean is r (1 - p) / p, the variance r (1 - p) / p²
 * @param probability p, above 0 and at most 1
 */
public record NegativeBinomialCounts(double size, double probability) implements CountDistribution {
    /** Checks that the distribution exists. */
    public NegativeBinomialCounts {
        if (!(size > 0 && size < Double.POSITIVE_INFINITY && probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("Cannot form negative binomial distribution of size " + size
                    + " and probability " + probability + ": size must be positive, probability in (0, 1]");
        }
    }

    /**
     * The distribution of a mean and a variance-to-mean ratio.
     *
     * @param mean above 0
     * @param dispersion phi = variance / mean, above 1
     */
    public static NegativeBinomialCounts ofDispersion(double mean, double dispersion) {
        return new NegativeBinomialCounts(mean / (dispersion - 1), 1 / dispersion);
    }

    /**
     * The distribution of a mean and a size, as {@code MASS::negative.binomial} has it: variance mean + mean² / size.
     */
    public static NegativeBinomialCounts ofMean(double mean, double size) {
        return new NegativeBinomialCounts(size, size / (size + mean));
    }

    @Override
    public double mean() {
        return size * (1 - probability) / probability;
    }

    @Override
    public double variance() {
        return mean() / probability;
    }

    @Override
    public double atMost(long count) {
        return count < 0 ? 0 : RegularizedBeta.value(probability, size, count + 1.0);
    }

    @Override
    public double atLeast(long count) {
        return count <= 0 ? 1 : RegularizedBeta.complement(probability, size, count);
    }

    @Override
    public double logChance(long count) {
        if (probability == 1) {
            return count == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        return LogGamma.value(size + count)
                - LogGamma.value(size)
                - LogGamma.value(count + 1.0)
                + size * Math.log(probability)
                + count * Math.log1p(-probability);
    }
}
