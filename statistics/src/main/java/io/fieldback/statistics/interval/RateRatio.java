// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

import io.fieldback.statistics.Quantile;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * One rate over another, exact given the total of both counts: the first count is then binomial. Exposures may be
 * expected counts; the ratio is then one of standardised rates.
 *
 * @param first the rate in question
 * @param second the rate it is compared with
 */
public record RateRatio(PoissonRate first, PoissonRate second) {
    /** Chances this close to each other are taken as equal, as in R. */
    private static final double AS_LIKELY = 1e-7;

    /** The ratio; infinite where the second count is 0. */
    public double value() {
        return second.events() == 0 ? Double.POSITIVE_INFINITY : first.value() / second.value();
    }

    /** The interval from Clopper and Pearson's for the first count's part in the total. */
    public Interval interval(double confidence) {
        double tail = Interval.tail(confidence);
        long x = first.events();
        long y = second.events();
        double lower = x == 0 ? 0 : Quantile.beta(tail, x, y + 1.0);
        double upper = y == 0 ? 1 : Quantile.betaAbove(tail, x + 1.0, y);
        return new Interval(ratio(lower), ratio(upper));
    }

    /** The chance of a first count this great if both rates were equal. */
    public double chanceOfGreater() {
        if (first.events() == 0) {
            return 1;
        }
        return ifEqual().survivalProbability(Math.toIntExact(first.events() - 1));
    }

    /**
     * The two-sided p value: the chance, if both rates were equal, of a first count at most as likely as this one.
     * Equals R's {@code poisson.test}.
     *
     * <p>Trap: it is not twice the one-sided chance, and it need not agree with the interval at the same level.
     */
    public double chanceOfDifference() {
        BinomialDistribution equal = ifEqual();
        int total = equal.getNumberOfTrials();
        int count = Math.toIntExact(first.events());
        double mean = total * equal.getProbabilityOfSuccess();
        double likely = equal.probability(count) * (1 + AS_LIKELY);
        if (count == mean) {
            return 1;
        }
        if (count < mean) {
            int from = firstThat((int) Math.ceil(mean), total + 1, x -> equal.probability(x) <= likely);
            return Math.min(1, equal.cumulativeProbability(count) + equal.survivalProbability(from - 1));
        }
        int until = firstThat(0, (int) Math.floor(mean) + 1, x -> equal.probability(x) > likely);
        return Math.min(1, equal.cumulativeProbability(until - 1) + equal.survivalProbability(count - 1));
    }

    /** How the first count would be spread, given the total of both, if both rates were equal. */
    private BinomialDistribution ifEqual() {
        int total = Math.toIntExact(first.events() + second.events());
        return BinomialDistribution.of(total, first.exposure() / (first.exposure() + second.exposure()));
    }

    /** The first number of a range that is so, where all after it are so too; the range's end if none is. */
    private static int firstThat(int from, int end, IntPredicate so) {
        int low = from;
        int high = end;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (so.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private double ratio(double part) {
        return part == 1 ? Double.POSITIVE_INFINITY : part / (1 - part) * second.exposure() / first.exposure();
    }
}
