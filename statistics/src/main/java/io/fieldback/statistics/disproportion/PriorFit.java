// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

import io.fieldback.statistics.optimum.Bfgs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A prior by maximum likelihood.
 *
 * @param prior that was found
 * @param negativeLogLikelihood at it; compare fits by this number, since quite different parameters may share one
 * @param identified whether all parameters lie within their bounds. Tables of few hundred pairs seldom tell five
 *     parameters: shapes and rates then run to the bound together, the prior narrows to a point and shrinks real
 *     excesses away. Use one gamma distribution or {@link RatioPrior#duMouchel} then
 */
public record PriorFit(RatioPrior prior, double negativeLogLikelihood, boolean identified) {
    private static final double LEAST = 1e-5;
    private static final double GREATEST = 200;
    private static final Bfgs SEARCH = new Bfgs(500, 1e-11);

    private static final int STARTS = 4;

    /** The prior of two gamma distributions: the likelihood has several peaks, so the search starts at several places. */
    public static PriorFit ofTwo(List<WeightedPair> pairs, EmptyPairs empty) {
        check(pairs, empty, 6);
        Likelihood likelihood = new Likelihood(pairs, empty);
        double[] best = new double[0];
        double least = Double.POSITIVE_INFINITY;
        for (double[] start : starts(likelihood)) {
            double[] found = SEARCH.least(at -> value(likelihood, PriorFit::two, at), start);
            double value = value(likelihood, PriorFit::two, found);
            if (best.length == 0 || value < least) {
                best = found;
                least = value;
            }
        }
        return of(two(best), least);
    }

    /** The prior of one gamma distribution. */
    public static PriorFit ofOne(List<WeightedPair> pairs, EmptyPairs empty) {
        check(pairs, empty, 3);
        Likelihood likelihood = new Likelihood(pairs, empty);
        double[] found = SEARCH.least(at -> value(likelihood, PriorFit::one, at), free(new double[] {1, 1}));
        return of(one(found), value(likelihood, PriorFit::one, found));
    }

    /** DuMouchel's and the likeliest of a grid: some pairs of a greater ratio among many near 1. */
    private static List<double[]> starts(Likelihood likelihood) {
        List<double[]> grid = new ArrayList<>();
        for (double shape : new double[] {0.5, 5, 50}) {
            for (double ratio : new double[] {2, 4, 10}) {
                for (double spread : new double[] {2, 10, 100}) {
                    for (double share : new double[] {0.01, 0.05, 0.2}) {
                        grid.add(free(new double[] {shape, shape / ratio, spread, spread, share}));
                    }
                }
            }
        }
        grid.sort(Comparator.comparingDouble(at -> value(likelihood, PriorFit::two, at)));
        List<double[]> starts = new ArrayList<>(grid.subList(0, STARTS));
        starts.add(free(new double[] {0.2, 0.1, 2, 4, 1.0 / 3}));
        return starts;
    }

    private static void check(List<WeightedPair> pairs, EmptyPairs empty, int least) {
        if (pairs.size() < least) {
            throw new IllegalArgumentException(
                    "Cannot fit prior to " + pairs.size() + " pairs: at least " + least + " are needed");
        }
        if (empty == EmptyPairs.LEFT_OUT && pairs.stream().anyMatch(pair -> pair.count() == 0)) {
            throw new IllegalArgumentException(
                    "Cannot fit prior to pairs without a case: they were said to be left out");
        }
    }

    private static PriorFit of(RatioPrior prior, double value) {
        return new PriorFit(prior, value, isInside(prior.first()) && isInside(prior.second()));
    }

    private static boolean isInside(GammaPart part) {
        double margin = 0.99;
        return part.shape() < margin * GREATEST
                && part.rate() < margin * GREATEST
                && part.shape() > LEAST / margin
                && part.rate() > LEAST / margin;
    }

    private static double value(Likelihood likelihood, Function<double[], RatioPrior> prior, double[] at) {
        double value = likelihood.negativeLog(prior.apply(at));
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private static RatioPrior two(double[] at) {
        GammaPart first = new GammaPart(bounded(at[0]), bounded(at[1]));
        return new RatioPrior(first, new GammaPart(bounded(at[2]), bounded(at[3])), logistic(at[4]));
    }

    private static RatioPrior one(double[] at) {
        return RatioPrior.of(new GammaPart(bounded(at[0]), bounded(at[1])));
    }

    /** Between the bounds, on the scale of the logarithm. */
    private static double bounded(double at) {
        return LEAST * Math.exp(logistic(at) * Math.log(GREATEST / LEAST));
    }

    private static double logistic(double at) {
        return 1 / (1 + Math.exp(-at));
    }

    private static double[] free(double[] parameters) {
        double[] free = new double[parameters.length];
        for (int i = 0; i < free.length; i++) {
            double part = i == 4 ? parameters[i] : Math.log(parameters[i] / LEAST) / Math.log(GREATEST / LEAST);
            free[i] = Math.log(part / (1 - part));
        }
        return free;
    }
}
