// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * One rate over another, exact given the total of both counts: the first count is then binomial. Exposures may be
 * expected counts; the ratio is then one of standardised rates.
 *
 * @param first the rate in question
 * @param second the rate it is compared with
 */
public record RateRatio(PoissonRate first, PoissonRate second) {
    /** The ratio; infinite where the second count is 0. */
    public double value() {
        return second.events() == 0 ? Double.POSITIVE_INFINITY : first.value() / second.value();
    }

    /** The interval from Clopper and Pearson's for the first count's part in the total. */
    public Interval interval(double confidence) {
        double tail = Interval.tail(confidence);
        long x = first.events();
        long y = second.events();
        double lower = x == 0 ? 0 : BetaDistribution.of(x, y + 1.0).inverseCumulativeProbability(tail);
        double upper = y == 0 ? 1 : BetaDistribution.of(x + 1.0, y).inverseSurvivalProbability(tail);
        return new Interval(ratio(lower), ratio(upper));
    }

    /** The chance of a first count this great if both rates were equal. */
    public double chanceOfGreater() {
        if (first.events() == 0) {
            return 1;
        }
        int total = Math.toIntExact(first.events() + second.events());
        double part = first.exposure() / (first.exposure() + second.exposure());
        return BinomialDistribution.of(total, part).survivalProbability(Math.toIntExact(first.events() - 1));
    }

    private double ratio(double part) {
        return part == 1 ? Double.POSITIVE_INFINITY : part / (1 - part) * second.exposure() / first.exposure();
    }
}
