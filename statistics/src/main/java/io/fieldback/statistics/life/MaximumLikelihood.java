// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import java.util.List;

/**
 * Fits a life distribution to failures and suspensions by maximum likelihood.
 *
 * <p>log L = sum of weight × (log f(t) for an exact age, log S(lower) for a suspension, log F(upper) censored to the
 * left, log (F(upper) - F(lower)) within an interval), Meeker and Escobar, Statistical Methods for Reliability Data.
 * Newton's method in mu and log sigma with analytic second derivatives, whose inverse at the maximum is the covariance.
 * Equals R's {@code survreg}.
 *
 * <p>Traps: the shape is biased up for few failures (by about 1.4 / failures); a population of weak and strong units
 * looks like one with a shape under 1 (see {@link HazardCourse}); units that nobody would report anymore are no
 * survivors: suspend them where the warranty ends.
 */
public final class MaximumLikelihood {
    private static final double CERTAIN = 1e-6;
    private static final double WIDEST = 4;
    private static final double LEAST_SPREAD = 0.1;
    private static final double MOST_SPREAD = 2;

    private MaximumLikelihood() {}

    /**
     * The fit.
     *
     * @throws IllegalArgumentException for failures of fewer than 2 ages (1 for exponential), a failure at exactly age
     *     0, or observations whose likelihood has no maximum
     */
    public static LifeFit fit(LifeDistribution distribution, List<Observation> observations) {
        List<Observation> failures =
                observations.stream().filter(Observation::isFailure).toList();
        double count = failures.stream().mapToDouble(Observation::weight).sum();
        check(distribution, failures, count);
        Summit summit = summit(distribution, observations, failures, count);
        Covariance covariance = Covariance.of(summit.surface(), distribution);
        if (!summit.reached() || !(covariance.mu() > 0) || covariance.logSigma() < 0 || isCertain(summit, failures)) {
            throw new IllegalArgumentException("Cannot fit " + distribution.label()
                    + ": the likelihood of these ages has no maximum; failures may all be of one age, or no unit may"
                    + " be known to have worked at any");
        }
        return new LifeFit(
                distribution,
                summit.mu(),
                Math.exp(summit.logSigma()),
                summit.surface().value(),
                covariance,
                count);
    }

    /** Climbs from the spread of the ages at failure; from a wide one where that start is too far out to climb. */
    private static Summit summit(
            LifeDistribution distribution, List<Observation> observations, List<Observation> failures, double count) {
        Likelihood likelihood = new Likelihood(distribution, observations);
        if (!distribution.hasScale()) {
            return Summit.of(likelihood, startMu(observations, count, 1), 0, Surface.Free.MU);
        }
        double logSigma = startLogSigma(failures, count);
        Summit summit =
                Summit.of(likelihood, startMu(observations, count, Math.exp(logSigma)), logSigma, Surface.Free.BOTH);
        for (double wide = 1; wide <= WIDEST && !summit.reached(); wide *= 2) {
            double start = startMu(observations, count, wide);
            summit = Summit.of(likelihood, start, Math.log(wide), Surface.Free.BOTH);
        }
        return summit;
    }

    private static void check(LifeDistribution distribution, List<Observation> failures, double count) {
        if (failures.stream().anyMatch(failure -> failure.upper() <= 0)) {
            throw new IllegalArgumentException("Cannot fit " + distribution.label()
                    + ": a unit failed at age 0, which has no log; give the interval its age lies in");
        }
        if (count == 0 && !distribution.hasScale()) {
            throw new IllegalArgumentException(
                    "Cannot fit exponential: 0 failures, at least 1 is needed; see the upper bound of a rate instead");
        }
        long ages = failures.stream()
                .map(failure -> List.of(failure.lower(), failure.upper()))
                .distinct()
                .count();
        if (distribution.hasScale() && ages < 2) {
            throw TooFewFailures.of(distribution.label(), count, ages);
        }
    }

    /** Whether ages known as intervals only came out as certain: the likelihood nears 1 as a parameter runs away. */
    private static boolean isCertain(Summit summit, List<Observation> failures) {
        return summit.surface().value() > -CERTAIN
                && failures.stream().noneMatch(failure -> failure.kind() == Observation.Kind.EXACT);
    }

    /** Log of the spread of the logs of ages at failure: a start, no estimate. */
    private static double startLogSigma(List<Observation> failures, double count) {
        double mean = 0;
        double squares = 0;
        for (Observation failure : failures) {
            double log = Math.log(within(failure));
            mean += failure.weight() * log / count;
            squares += failure.weight() * log * log / count;
        }
        double spread = Math.sqrt(Math.max(0, squares - mean * mean));
        return Math.log(Math.min(MOST_SPREAD, Math.max(LEAST_SPREAD, spread)));
    }

    /** Log of eta for this shape, were all ages exact: (sum of t^beta / failures)^(1 / beta). */
    private static double startMu(List<Observation> observations, double count, double sigma) {
        double oldest = observations.stream()
                .mapToDouble(MaximumLikelihood::within)
                .max()
                .orElseThrow();
        double sum = 0;
        for (Observation observation : observations) {
            sum += observation.weight() * Math.pow(within(observation) / oldest, 1 / sigma);
        }
        return Math.log(oldest) + sigma * Math.log(sum / count);
    }

    private static double within(Observation observation) {
        return observation.isFailure() ? (observation.lower() + observation.upper()) / 2 : observation.lower();
    }
}
