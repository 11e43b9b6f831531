// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

/**
 * The log-likelihood at a place (mu, log sigma), with its slopes and curvatures there.
 *
 * @param value log-likelihood
 * @param byMu slope along mu
 * @param byLogSigma slope along log sigma
 */
record Surface(
        double value, double byMu, double byLogSigma, double byMuMu, double byMuLogSigma, double byLogSigmaSquared) {
    /** Along which parameters the maximum is sought. */
    enum Free {
        BOTH,
        MU,
        LOG_SIGMA
    }

    /**
     * Newton's step uphill, shortened by damping (Levenberg 1944) where the surface is not curved as a hill.
     *
     * @return change of mu and of log sigma; NaN where even the damped surface is no hill
     */
    double[] step(Free free, double damping) {
        double mu = -byMuMu + damping * Math.max(Math.abs(byMuMu), 1e-10);
        double logSigma = -byLogSigmaSquared + damping * Math.max(Math.abs(byLogSigmaSquared), 1e-10);
        return switch (free) {
            case MU -> new double[] {mu > 0 ? byMu / mu : Double.NaN, 0};
            case LOG_SIGMA -> new double[] {0, logSigma > 0 ? byLogSigma / logSigma : Double.NaN};
            case BOTH -> {
                double determinant = mu * logSigma - byMuLogSigma * byMuLogSigma;
                if (!(mu > 0) || !(determinant > 0)) {
                    yield new double[] {Double.NaN, Double.NaN};
                }
                yield new double[] {
                    (logSigma * byMu + byMuLogSigma * byLogSigma) / determinant,
                    (mu * byLogSigma + byMuLogSigma * byMu) / determinant
                };
            }
        };
    }

    boolean isFinite() {
        return Double.isFinite(value) && Double.isFinite(byMu) && Double.isFinite(byLogSigma);
    }
}
