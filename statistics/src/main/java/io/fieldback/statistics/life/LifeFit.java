// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.Quantile;
import io.fieldback.statistics.interval.Interval;

/**
 * A life distribution fitted to observations. Ages in the unit of the observations.
 *
 * <p>Trap: log sigma and log beta differ in sign only, so the variance is the same for both, but their covariance with
 * mu has opposite signs.
 *
 * @param distribution fitted
 * @param mu location of log age: log eta, or the mean of log age
 * @param sigma scale of log age: 1 / beta, or the standard deviation of log age; 1 for exponential
 * @param logLikelihood at its greatest, constants included
 * @param covariance of mu and log sigma
 * @param failures weight of the observations that are failures
 */
public record LifeFit(
        LifeDistribution distribution,
        double mu,
        double sigma,
        double logLikelihood,
        Covariance covariance,
        double failures) {
    /** Fewer failures than this tell a scale if the shape is known, but hardly a shape: see {@link Weibayes}. */
    public static final double LEAST_FAILURES = 5;

    /** Whether there were enough failures to rely on the shape. */
    public boolean isReliable() {
        return failures >= LEAST_FAILURES;
    }

    /** exp(mu): eta, by which 63.2 % fail, or the median of a lognormal age. */
    public LogEstimate scale() {
        return new LogEstimate(mu, Math.sqrt(covariance.mu()));
    }

    /**
     * beta = 1 / sigma: above 1 units wear out, below 1 they fail early.
     *
     * @throws IllegalArgumentException for a lognormal fit
     */
    public LogEstimate shape() {
        if (distribution == LifeDistribution.LOGNORMAL) {
            throw new IllegalArgumentException("Cannot tell Weibull shape of lognormal fit: it has none");
        }
        return new LogEstimate(-Math.log(sigma), Math.sqrt(covariance.logSigma()));
    }

    /**
     * The age by which a share of all units has failed (B10 life for 0.1), with its standard error by the delta method.
     *
     * @param share above 0 and below 1
     */
    public LogEstimate life(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "Cannot tell age by which a share of " + share + " fails: it must lie between 0 and 1");
        }
        double z = distribution.law().quantile(share);
        return new LogEstimate(mu + sigma * z, Math.sqrt(covariance.along(1, slope(z))));
    }

    /** The share of units that fails up to an age. */
    public double failing(double age) {
        return age <= 0 ? 0 : distribution.law().cumulative(standardised(age));
    }

    /** The share of units that outlives an age. */
    public double surviving(double age) {
        return age <= 0 ? 1 : distribution.law().survival(standardised(age));
    }

    /**
     * The interval of the share that fails up to an age: Wald's for z = (log age - mu) / sigma, so that it lies within
     * 0 and 1 and agrees with that of {@link #life}.
     */
    public Interval failing(double age, double confidence) {
        if (age <= 0) {
            return new Interval(0, 0);
        }
        double z = standardised(age);
        double half = Quantile.normalOfConfidence(Interval.confidence(confidence))
                * Math.sqrt(covariance.along(1 / sigma, distribution.hasScale() ? z : 0));
        return new Interval(
                distribution.law().cumulative(z - half), distribution.law().cumulative(z + half));
    }

    /** The share of units that outlived one age and fails up to another: 1 - S(until) / S(from). */
    public double failingWithin(double from, double until) {
        double surviving = surviving(from);
        if (surviving <= 0) {
            return 1;
        }
        double both = from <= 0 ? failing(until) : distribution.law().between(standardised(from), standardised(until));
        return both / surviving;
    }

    /** The rate of failing at an age, for each unit of age, of units that reached it. */
    public double hazard(double age) {
        double z = standardised(age);
        return Math.exp(distribution.law().logDensity(z).value()
                        - distribution.law().logSurvival(z).value())
                / (sigma * age);
    }

    /** The same distribution at other parameters; for slopes taken by differences. */
    LifeFit at(double otherMu, double otherLogSigma) {
        return new LifeFit(distribution, otherMu, Math.exp(otherLogSigma), logLikelihood, covariance, failures);
    }

    private double slope(double z) {
        return distribution.hasScale() ? sigma * z : 0;
    }

    private double standardised(double age) {
        return (Math.log(age) - mu) / sigma;
    }
}
