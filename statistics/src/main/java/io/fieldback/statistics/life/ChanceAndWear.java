// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.Quantile;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.optimum.NelderMead;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Units that fail by chance at one rate whatever their age, and beside it wear out: the sum of an exponential and a
 * Weibull hazard, H(t) = rate t + (t / scale)^shape, by maximum likelihood.
 *
 * <p>A single Weibull distribution of such ages takes a shape between 1 and that of the wear, and so says far too little
 * of what is to come: its hazard at the ages not yet seen rises too slowly.
 *
 * <p>Traps: needs failures enough to tell three parameters; early failures of weak units beside both are not described.
 * A rate of 0 lies on the edge of what is possible, so half of the chi-squared distribution is the chance of the test.
 *
 * @param rate of failing by chance, for each unit of age
 * @param shape beta of the wear
 * @param scale eta of the wear
 * @param logLikelihood at its greatest
 */
public record ChanceAndWear(double rate, double shape, double scale, double logLikelihood) {
    private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);
    private static final NelderMead SEARCH = new NelderMead(1e-10, 2000);
    private static final double STEP = 0.05;
    private static final int MOST_STEPS = 60;
    private static final int HALVINGS = 12;

    /**
     * The fit.
     *
     * @param observations as for a Weibull fit
     * @param weibull fitted to the same, where the search begins
     */
    public static ChanceAndWear fit(List<Observation> observations, LifeFit weibull) {
        double failures = weibull.failures();
        double exposure = observations.stream()
                .mapToDouble(it -> it.weight() * (it.isFailure() ? (it.lower() + it.upper()) / 2 : it.lower()))
                .sum();
        ChanceAndWear best = of(
                observations,
                new double[] {Math.log(failures / exposure / 4), Math.log(1.5 / weibull.sigma()), weibull.mu()});
        ChanceAndWear other = of(
                observations,
                new double[] {Math.log(failures / exposure / 2), Math.log(2.5 / weibull.sigma()), weibull.mu()});
        return best.logLikelihood() > other.logLikelihood() ? best : other;
    }

    /** The chance of so much a better fit than the Weibull distribution's if there were no failures by chance. */
    public double chanceIfNone(LifeFit weibull) {
        double statistic = Math.max(0, 2 * (logLikelihood - weibull.logLikelihood()));
        return statistic == 0 ? 1 : ONE_DEGREE.survivalProbability(statistic) / 2;
    }

    /** The fits at the ends of the interval of the shape by profile likelihood, lower first. */
    public List<ChanceAndWear> ends(List<Observation> observations, double confidence) {
        double least = logLikelihood - Quantile.chiSquaredAbove(1 - Interval.confidence(confidence), 1) / 2;
        return List.of(end(observations, least, -STEP), end(observations, least, STEP));
    }

    /** The share of units that outlives an age. */
    public double surviving(double age) {
        return Math.exp(-hazardUntil(age));
    }

    /** Of units of an age, the share that fails within so much more. */
    public double failingWithin(double age, double more) {
        return -Math.expm1(hazardUntil(age) - hazardUntil(age + more));
    }

    private double hazardUntil(double age) {
        return age <= 0 ? 0 : rate * age + Math.pow(age / scale, shape);
    }

    private ChanceAndWear end(List<Observation> observations, double least, double step) {
        ChanceAndWear inside = this;
        double size = step;
        for (int i = 0; i < MOST_STEPS; i++) {
            ChanceAndWear outside = inside.at(observations, inside.shape() * Math.exp(size));
            if (outside.logLikelihood() < least) {
                return between(observations, inside, outside, least);
            }
            inside = outside;
            size *= 1.3;
        }
        return inside;
    }

    private static ChanceAndWear between(
            List<Observation> observations, ChanceAndWear within, ChanceAndWear beyond, double least) {
        ChanceAndWear inside = within;
        ChanceAndWear outside = beyond;
        for (int i = 0; i < HALVINGS; i++) {
            ChanceAndWear middle = inside.at(observations, Math.sqrt(inside.shape() * outside.shape()));
            if (middle.logLikelihood() < least) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return inside;
    }

    /** The best fit with another shape. */
    private ChanceAndWear at(List<Observation> observations, double otherShape) {
        double[] found = SEARCH.least(
                at -> -new ChanceAndWear(Math.exp(at[0]), otherShape, Math.exp(at[1]), 0).logOf(observations),
                new double[] {Math.log(rate), Math.log(scale)});
        ChanceAndWear bare = new ChanceAndWear(Math.exp(found[0]), otherShape, Math.exp(found[1]), 0);
        return bare.with(observations);
    }

    private static ChanceAndWear of(List<Observation> observations, double[] start) {
        double[] found = SEARCH.least(
                at -> -new ChanceAndWear(Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2]), 0).logOf(observations),
                start);
        return new ChanceAndWear(Math.exp(found[0]), Math.exp(found[1]), Math.exp(found[2]), 0).with(observations);
    }

    private ChanceAndWear with(List<Observation> observations) {
        return new ChanceAndWear(rate, shape, scale, logOf(observations));
    }

    private double logOf(List<Observation> observations) {
        double sum = 0;
        for (Observation it : observations) {
            double until = hazardUntil(it.lower());
            double log = switch (it.kind()) {
                case EXACT -> Math.log(rate + shape / scale * Math.pow(it.lower() / scale, shape - 1)) - until;
                case RIGHT_CENSORED -> -until;
                case LEFT_CENSORED, INTERVAL_CENSORED -> Math.log(-Math.expm1(until - hazardUntil(it.upper()))) - until;
            };
            sum += it.weight() * log;
        }
        return sum;
    }
}
