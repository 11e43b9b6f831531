// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.Quantile;
import io.fieldback.statistics.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * How many units of a fleet will fail in the next periods, given that they work now.
 *
 * <p>Expected in period h: sum over groups of units × (F(a + h) - F(a + h - 1)) / (1 - F(a)), a being the group's age.
 * Groups past their warranty limit do not count: nobody reports them.
 *
 * @param fit of the life distribution, in the unit of the ages
 * @param fleet units that work now, by age; and what will yet be sold
 * @param limit age at which the warranty ends; infinite for none. A period counts for a group only if it ends by then
 */
public record ReturnForecast(LifeFit fit, List<Group> fleet, double limit) {
    private static final double DIFFERENCE = 1e-5;

    /** Keeps the fleet as it is now. */
    public ReturnForecast {
        fleet = List.copyOf(fleet);
        if (!(limit > 0)) {
            throw new IllegalArgumentException(
                    "Cannot forecast returns: the warranty limit " + limit + " must be positive");
        }
    }

    /**
     * Units of one age.
     *
     * @param units number of them
     * @param age now; 0 or negative for units sold in so many periods from now
     */
    public record Group(double units, double age) {}

    /**
     * A period of the forecast.
     *
     * @param period from now, from 1
     * @param expected failures
     * @param interval of the expected failures: how uncertain the fit is (delta method, log scale)
     * @param prediction of the count that will be seen: the fit's uncertainty and chance together
     */
    public record Period(int period, double expected, Interval interval, Interval prediction) {}

    /** The forecast of a Nevada chart's units in months. */
    public static ReturnForecast of(NevadaChart chart, LifeFit fit, double limit) {
        List<Group> fleet = new ArrayList<>();
        for (int sale = 1; sale <= chart.months(); sale++) {
            fleet.add(new Group(chart.remaining(sale), chart.age(sale)));
        }
        return new ReturnForecast(fit, fleet, limit);
    }

    /**
     * The same with units yet to be sold.
     *
     * @param sold in the next periods, each counted as one period old at the end of its period
     */
    public ReturnForecast withSales(List<Long> sold) {
        List<Group> all = new ArrayList<>(fleet);
        for (int i = 0; i < sold.size(); i++) {
            all.add(new Group(sold.get(i), -i));
        }
        return new ReturnForecast(fit, all, limit);
    }

    /**
     * The next periods.
     *
     * <p>The prediction is by a negative binomial count with the mean expected and the fit's variance on top of
     * Poisson's.
     */
    public List<Period> periods(int number, double confidence) {
        List<Period> periods = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            int period = i;
            periods.add(period(period, other -> expected(other, period, period), confidence));
        }
        return periods;
    }

    /** All of the next periods together; {@code period} is their number. Its bounds are not the sum of theirs. */
    public Period total(int number, double confidence) {
        return period(number, other -> expected(other, 1, number), confidence);
    }

    private Period period(int period, ToDoubleFunction<LifeFit> expected, double confidence) {
        double mean = expected.applyAsDouble(fit);
        if (mean == 0) {
            return new Period(period, 0, new Interval(0, 0), new Interval(0, 0));
        }
        double logSigma = Math.log(fit.sigma());
        double byMu = (expected.applyAsDouble(fit.at(fit.mu() + DIFFERENCE, logSigma))
                        - expected.applyAsDouble(fit.at(fit.mu() - DIFFERENCE, logSigma)))
                / (2 * DIFFERENCE);
        double byLogSigma = !fit.distribution().hasScale()
                ? 0
                : (expected.applyAsDouble(fit.at(fit.mu(), logSigma + DIFFERENCE))
                                - expected.applyAsDouble(fit.at(fit.mu(), logSigma - DIFFERENCE)))
                        / (2 * DIFFERENCE);
        double variance = fit.covariance().along(byMu, byLogSigma);
        Interval interval = new LogEstimate(Math.log(mean), Math.sqrt(variance) / mean).interval(confidence);
        double tail = (1 - Interval.confidence(confidence)) / 2;
        Interval prediction = new Interval(quantile(mean, variance, tail), quantile(mean, variance, 1 - tail));
        return new Period(period, mean, interval, prediction);
    }

    private double expected(LifeFit other, int first, int last) {
        double sum = 0;
        for (Group group : fleet) {
            double now = Math.max(0, group.age());
            for (int period = first; period <= last; period++) {
                double until = group.age() + period;
                if (until > 0 && until <= limit) {
                    double from = Math.max(0, until - 1);
                    sum += group.units() * between(other, now, from, until);
                }
            }
        }
        return sum;
    }

    private static double between(LifeFit fit, double now, double from, double until) {
        return fit.surviving(from) / fit.surviving(now) * fit.failingWithin(from, until);
    }

    /** The least count whose chance to be at most that is p, for variance mean + extra. */
    private static double quantile(double mean, double extra, double p) {
        double size = mean * mean / extra;
        double low = -1;
        double high = Math.ceil(mean + Quantile.normal(0.999) * Math.sqrt(mean + extra)) + 10;
        while (atMost(high, mean, size) < p) {
            high *= 2;
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (atMost(middle, mean, size) >= p) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static double atMost(double count, double mean, double size) {
        if (Double.isInfinite(size) || size > 1e12) {
            return PoissonDistribution.of(mean).cumulativeProbability((int) count);
        }
        return BetaDistribution.of(size, count + 1).cumulativeProbability(size / (size + mean));
    }
}
