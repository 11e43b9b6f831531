// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.glm;

/**
 * A fitted model of counts.
 *
 * @param <S> what a least squares fit on the design yields
 * @param model that was fitted
 * @param solution of the last iteration, on the scale of the logarithm and without offset
 * @param means fitted
 * @param working weights of the last least squares fit. They were computed at the means before it, and R computes the
 *     dispersion from them and the residuals after it
 * @param weights prior weights
 * @param deviance weighted sum of the unit deviances
 * @param iterations done
 * @param converged whether the deviance had come to rest; where it had not, or is infinite, numbers mean nothing
 */
public record CountFit<S extends Design.Solution>(
        CountModel<S> model,
        S solution,
        double[] means,
        double[] working,
        double[] weights,
        double deviance,
        int iterations,
        boolean converged) {
    /** Observations of weight above 0 less coefficients; may be 0, where there is no dispersion to estimate. */
    public int degreesOfFreedom() {
        int used = 0;
        for (double weight : weights) {
            used += weight > 0 ? 1 : 0;
        }
        return used - model.design().rank();
    }

    /** Pearson's dispersion: the sum of w r² over the degrees of freedom, with working weights and residuals. */
    public double dispersion() {
        return dispersion(working);
    }

    /**
     * The same sum with other weights.
     *
     * @param other in place of working weights
     */
    public double dispersion(double[] other) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            if (other[i] > 0) {
                double residual = (model.counts()[i] - means[i]) / means[i];
                sum += other[i] * residual * residual;
            }
        }
        return sum / degreesOfFreedom();
    }
}
