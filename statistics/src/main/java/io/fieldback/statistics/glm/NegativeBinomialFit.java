// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.glm;

import java.util.Optional;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * A negative binomial model whose size is estimated too, as {@code MASS::glm.nb} does: means at a size and the size at
 * those means in turn, until both rest.
 *
 * @param <S> what a least squares fit on the design yields
 * @param fit of the means
 * @param theta size by maximum likelihood; the variance is mean + mean² / theta
 */
public record NegativeBinomialFit<S extends Design.Solution>(CountFit<S> fit, double theta) {
    private static final int ROUNDS = 50;
    private static final int STEPS = 100;
    private static final double TOLERANCE = 1e-10;

    /** Sizes above it cannot be told from Poisson. */
    private static final double GREATEST = 1e7;

    /**
     * The fit.
     *
     * @param design what the means depend on
     * @param counts observed, one a row
     * @param offset added to the logarithm of the mean, one a row
     * @return empty where the counts spread no more than Poisson, so that no size is the likeliest, or where the means
     *     do not converge
     */
    public static <S extends Design.Solution> Optional<NegativeBinomialFit<S>> of(
            Design<S> design, double[] counts, double[] offset) {
        CountFit<S> fit = new CountModel<>(design, new Family.Poisson(), counts, offset).fit();
        double theta = Double.NaN;
        for (int round = 0; round < ROUNDS && fit.converged(); round++) {
            double before = theta;
            theta = size(counts, fit.means());
            if (!(theta < GREATEST)) {
                return Optional.empty();
            }
            fit = new CountModel<>(design, new Family.NegativeBinomial(theta), counts, offset).fit();
            if (fit.converged() && Math.abs(theta - before) <= 1e-8 * theta) {
                return Optional.of(new NegativeBinomialFit<>(fit, theta));
            }
        }
        return Optional.empty();
    }

    /** The likeliest size at given means, by Newton's steps on its logarithm; infinite where there is none. */
    static double size(double[] counts, double[] means) {
        double spread = 0;
        double excess = 0;
        for (int i = 0; i < counts.length; i++) {
            double residual = counts[i] - means[i];
            spread += residual * residual / (means[i] * means[i]);
            excess += residual * residual - counts[i];
        }
        if (!(excess > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double at = Math.log(counts.length / spread);
        for (int step = 0; step < STEPS && at < Math.log(GREATEST); step++) {
            double theta = Math.exp(at);
            double slope = 0;
            double bend = 0;
            for (int i = 0; i < counts.length; i++) {
                double y = counts[i];
                double all = theta + means[i];
                slope +=
                        Digamma.value(theta + y) - Digamma.value(theta) + Math.log(theta / all) + 1 - (y + theta) / all;
                bend += Trigamma.value(theta + y)
                        - Trigamma.value(theta)
                        + 1 / theta
                        - 2 / all
                        + (y + theta) / (all * all);
            }
            double curvature = theta * theta * bend + theta * slope;
            double move = curvature < 0 ? -theta * slope / curvature : Math.signum(slope);
            move = Math.max(-2, Math.min(2, move));
            at += move;
            if (Math.abs(move) < TOLERANCE) {
                return Math.exp(at);
            }
        }
        return at < Math.log(GREATEST) ? Math.exp(at) : Double.POSITIVE_INFINITY;
    }
}
