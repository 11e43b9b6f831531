// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

/**
 * How uncertain mu and log sigma are: the inverse of the observed information.
 *
 * @param mu variance of mu
 * @param muLogSigma covariance of both
 * @param logSigma variance of log sigma
 */
public record Covariance(double mu, double muLogSigma, double logSigma) {
    static Covariance of(Surface surface, LifeDistribution distribution) {
        if (!distribution.hasScale()) {
            return new Covariance(-1 / surface.byMuMu(), 0, 0);
        }
        double determinant =
                surface.byMuMu() * surface.byLogSigmaSquared() - surface.byMuLogSigma() * surface.byMuLogSigma();
        return new Covariance(
                -surface.byLogSigmaSquared() / determinant,
                surface.byMuLogSigma() / determinant,
                -surface.byMuMu() / determinant);
    }

    /** The variance of byMu mu + byLogSigma log sigma, to first order that of any function with these slopes. */
    public double along(double byMu, double byLogSigma) {
        return byMu * byMu * mu + 2 * byMu * byLogSigma * muLogSigma + byLogSigma * byLogSigma * logSigma;
    }
}
