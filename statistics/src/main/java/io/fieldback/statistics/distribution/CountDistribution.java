// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.distribution;

/** A distribution over the counts 0, 1, 2, … */
public sealed interface CountDistribution permits PoissonCounts, NegativeBinomialCounts {
    /** The mean of the counts. */
    double mean();

    /** The variance of the counts. */
    double variance();

    /** The chance of at most this count. */
    double atMost(long count);

    /** The chance of at least this count, exact in the far tail. */
    double atLeast(long count);

    /** The natural logarithm of the chance of exactly this count, which is not negative. */
    double logChance(long count);

    /**
     * The least count that is not exceeded with at least this chance. As R's {@code qpois} and {@code qnbinom} do, it
     * takes a chance that falls short by eight rounding errors for enough.
     *
     * @param chance between 0 and 1, 1 excluded
     */
    default long quantile(double chance) {
        if (!(chance >= 0 && chance < 1)) {
            throw new IllegalArgumentException(
                    "Cannot compute quantile at " + chance + ": it must be at least 0 and below 1");
        }
        double enough = chance * (1 - 8 * Math.ulp(1.0));
        long high = (long) mean();
        long step = 1 + (long) Math.sqrt(variance());
        while (atMost(high) < enough) {
            high += step;
            step *= 2;
        }
        long low = -1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (atMost(middle) >= enough) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /**
     * The distribution of a mean and a variance: negative binomial where the variance is above the mean, else Poisson.
     */
    static CountDistribution of(double mean, double variance) {
        if (variance > mean && mean > 0) {
            return NegativeBinomialCounts.ofDispersion(mean, variance / mean);
        }
        return new PoissonCounts(mean);
    }
}
