// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.Quantile;
import io.fieldback.statistics.interval.Interval;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Intervals of all values that a likelihood ratio test does not reject: 2 (log L - log L(value, other at its best)) at
 * most the chi-squared quantile with 1 degree of freedom. Better than Wald's for few failures, and not symmetric.
 *
 * @param fit by maximum likelihood
 * @param observations the fit was made of
 */
public record ProfileLikelihood(LifeFit fit, List<Observation> observations) {
    private static final int MOST_DOUBLINGS = 40;
    private static final int HALVINGS = 100;
    private static final double CLOSE = 1e-14;

    /** Keeps the observations as they are now. */
    public ProfileLikelihood {
        observations = List.copyOf(observations);
    }

    /**
     * The interval of sigma; turned over it is that of beta.
     *
     * @throws IllegalArgumentException for an exponential fit, whose sigma is 1
     */
    public Interval sigma(double confidence) {
        if (!fit.distribution().hasScale()) {
            throw new IllegalArgumentException("Cannot tell interval of sigma of exponential fit: it is 1");
        }
        Likelihood likelihood = new Likelihood(fit.distribution(), observations);
        DoubleUnaryOperator best = logSigma -> Summit.of(likelihood, fit.mu(), logSigma, Surface.Free.MU)
                .surface()
                .value();
        return ends(best, Math.log(fit.sigma()), Math.sqrt(fit.covariance().logSigma()), confidence);
    }

    /** The interval of a Weibull fit's beta. */
    public Interval shape(double confidence) {
        Interval sigma = sigma(confidence);
        return new Interval(1 / sigma.upper(), 1 / sigma.lower());
    }

    /** The interval of exp(mu): of eta, or of the median of a lognormal age. */
    public Interval scale(double confidence) {
        Likelihood likelihood = new Likelihood(fit.distribution(), observations);
        double logSigma = Math.log(fit.sigma());
        DoubleUnaryOperator best = fit.distribution().hasScale()
                ? mu -> Summit.of(likelihood, mu, logSigma, Surface.Free.LOG_SIGMA)
                        .surface()
                        .value()
                : mu -> likelihood.at(mu, 0).value();
        return ends(best, fit.mu(), Math.sqrt(fit.covariance().mu()), confidence);
    }

    private Interval ends(DoubleUnaryOperator best, double centre, double error, double confidence) {
        double z = Quantile.normalOfConfidence(Interval.confidence(confidence));
        double least = fit.logLikelihood() - z * z / 2;
        return new Interval(
                Math.exp(end(best, centre, -z * error, least)), Math.exp(end(best, centre, z * error, least)));
    }

    /** Goes outward by doubling until the likelihood is too small, then halves in between; infinite if it never is. */
    private static double end(DoubleUnaryOperator best, double centre, double step, double least) {
        double inside = centre;
        double outside = centre + step;
        double far = step;
        for (int i = 0; best.applyAsDouble(outside) >= least; i++) {
            if (i == MOST_DOUBLINGS) {
                return step > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            inside = outside;
            far *= 2;
            outside = centre + far;
        }
        for (int i = 0; i < HALVINGS && Math.abs(outside - inside) > CLOSE * Math.max(1, Math.abs(outside)); i++) {
            double middle = (inside + outside) / 2;
            if (best.applyAsDouble(middle) >= least) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return (inside + outside) / 2;
    }
}
