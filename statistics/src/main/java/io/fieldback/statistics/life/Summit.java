// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

/**
 * Where a likelihood is greatest, found by Newton's method with Levenberg's damping.
 *
 * @param mu at the maximum
 * @param logSigma at the maximum
 * @param surface the likelihood there
 * @param reached whether it is a maximum; else the search gave up
 */
record Summit(double mu, double logSigma, Surface surface, boolean reached) {
    private static final int MOST_STEPS = 500;
    private static final double CLOSE = 1e-13;
    /** A step this short that leads down shows rounding, not the surface. */
    private static final double ROUNDING = 1e-7;

    private static final double LONGEST = 2;
    private static final double MOST_DAMPING = 1e12;

    /** A shape beyond e^15 or under e^-15 is no maximum, but a likelihood that rises without end. */
    private static final double FARTHEST = 15;

    static Summit of(Likelihood likelihood, double startMu, double startLogSigma, Surface.Free free) {
        double mu = startMu;
        double logSigma = startLogSigma;
        Surface here = likelihood.at(mu, logSigma);
        double damping = 0;
        for (int i = 0; i < MOST_STEPS && damping < MOST_DAMPING && Math.abs(logSigma) < FARTHEST; i++) {
            double[] step = here.step(free, damping);
            double longest = Math.max(Math.abs(step[0]), Math.abs(step[1]));
            double part = longest > LONGEST ? LONGEST / longest : 1;
            double nextMu = mu + part * step[0];
            double nextLogSigma = logSigma + part * step[1];
            if (longest <= CLOSE * Math.max(1, Math.abs(mu))) {
                return new Summit(mu, logSigma, here, damping < 1);
            }
            Surface next = likelihood.at(nextMu, nextLogSigma);
            if (next.isFinite() && next.value() >= here.value() - CLOSE * Math.abs(here.value())) {
                mu = nextMu;
                logSigma = nextLogSigma;
                here = next;
                damping = damping < CLOSE ? 0 : damping / 16;
            } else if (damping == 0 && longest <= ROUNDING) {
                return new Summit(mu, logSigma, here, true);
            } else {
                damping = damping == 0 ? 1e-3 : damping * 4;
            }
        }
        return new Summit(mu, logSigma, here, false);
    }
}
