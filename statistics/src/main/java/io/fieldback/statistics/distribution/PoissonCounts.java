// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.distribution;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Counts of independent events.
 *
 * @param mean of the counts, not negative and finite
 */
public record PoissonCounts(double mean) implements CountDistribution {
    /** Checks the mean. */
    public PoissonCounts {
        if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Cannot form Poisson distribution of mean " + mean + ": it must not be negative nor infinite");
        }
    }

    @Override
    public double variance() {
        return mean;
    }

    @Override
    public double atMost(long count) {
        if (count < 0) {
            return 0;
        }
        return mean == 0 ? 1 : RegularizedGamma.Q.value(count + 1.0, mean);
    }

    @Override
    public double atLeast(long count) {
        if (count <= 0) {
            return 1;
        }
        return mean == 0 ? 0 : RegularizedGamma.P.value(count, mean);
    }

    @Override
    public double logChance(long count) {
        if (mean == 0) {
            return count == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        return count * Math.log(mean) - mean - LogGamma.value(count + 1.0);
    }
}
