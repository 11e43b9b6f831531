// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.glm;

import java.util.Arrays;

/**
 * A generalised linear model of counts with logarithmic link: log(mean) = design + offset.
 *
 * @param <S> what a least squares fit on the design yields
 * @param design what the means depend on
 * @param family how counts spread
 * @param counts observed, not negative, one a row
 * @param offset added to the logarithm of the mean, such as the logarithm of an exposure; one a row
 */
public record CountModel<S extends Design.Solution>(Design<S> design, Family family, double[] counts, double[] offset) {
    private static final int ITERATIONS = 25;
    private static final double TOLERANCE = 1e-8;
    private static final double LEAST_MEAN = Math.ulp(1.0);

    /** Checks that rows, counts and offsets are as many. */
    public CountModel {
        if (counts.length != design.rows() || offset.length != design.rows()) {
            throw new IllegalArgumentException("Cannot form model of " + design.rows() + " rows, " + counts.length
                    + " counts and " + offset.length + " offsets: they must be as many");
        }
    }

    /** A model without offset. */
    public static <S extends Design.Solution> CountModel<S> of(Design<S> design, Family family, double[] counts) {
        return new CountModel<>(design, family, counts, new double[counts.length]);
    }

    /** The fit with all weights 1. */
    public CountFit<S> fit() {
        double[] weights = new double[counts.length];
        Arrays.fill(weights, 1);
        return fit(weights);
    }

    /**
     * The maximum of the (quasi-)likelihood by iteratively reweighted least squares. Start, order and end of the
     * iterations are those of R's {@code glm.fit}: at most 25, until the deviance changes by less than 1e-8 of itself.
     * Where a level has no events at all its mean goes to 0 and the iterations end on the way; results then agree with
     * R's because the way is the same, not because it has an end.
     *
     * @param weights prior weights, one a row, not negative
     */
    public CountFit<S> fit(double[] weights) {
        int n = counts.length;
        double[] mean = new double[n];
        double[] predictor = new double[n];
        for (int i = 0; i < n; i++) {
            mean[i] = family.start(counts[i]);
            predictor[i] = Math.log(mean[i]);
        }
        double deviance = deviance(weights, mean);
        double[] working = new double[n];
        double[] response = new double[n];
        for (int iteration = 1; ; iteration++) {
            for (int i = 0; i < n; i++) {
                response[i] = predictor[i] - offset[i] + (counts[i] - mean[i]) / mean[i];
                working[i] = weights[i] * mean[i] * mean[i] / family.variance(mean[i]);
            }
            S solution = design.solve(working, response);
            predictor = solution.fitted();
            for (int i = 0; i < n; i++) {
                predictor[i] += offset[i];
                mean[i] = Math.max(Math.exp(predictor[i]), LEAST_MEAN);
            }
            double before = deviance;
            deviance = deviance(weights, mean);
            boolean converged = Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < TOLERANCE;
            if (converged || iteration == ITERATIONS || !Double.isFinite(deviance)) {
                return new CountFit<>(this, solution, mean, working, weights.clone(), deviance, iteration, converged);
            }
        }
    }

    private double deviance(double[] weights, double[] mean) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += weights[i] * family.deviance(counts[i], mean[i]);
        }
        return sum;
    }
}
