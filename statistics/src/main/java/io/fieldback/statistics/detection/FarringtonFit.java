// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import io.fieldback.statistics.glm.CountFit;
import io.fieldback.statistics.glm.CountModel;
import io.fieldback.statistics.glm.Family;
import io.fieldback.statistics.glm.TrendByLevel;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A quasi-Poisson baseline, past outbreaks counting less where that is asked for.
 *
 * @param fit of the means
 * @param phi dispersion, at least 1: what the bound is computed with
 * @param looseDispersion dispersion with the outbreak weights in place of the working weights. R's flexible detector
 *     overwrites the weights of its model with them, so that standard errors and the test of the trend are computed
 *     from this number, which is neither {@code phi} nor a Pearson dispersion
 */
record FarringtonFit(CountFit<TrendByLevel.Line> fit, double phi, double looseDispersion) {
    private static final Family FAMILY = new Family.Poisson();
    private static final double FULL_LEVERAGE = 1 - 10 * Math.ulp(1.0);

    /** Empty where the iterations did not converge. */
    static Optional<FarringtonFit> of(TrendByLevel design, Baseline baseline, double[] offset, double threshold) {
        CountModel<TrendByLevel.Line> model = new CountModel<>(design, FAMILY, baseline.counts(), offset);
        CountFit<TrendByLevel.Line> first = model.fit();
        if (!first.converged() || first.degreesOfFreedom() < 1) {
            return Optional.empty();
        }
        double phi = Math.max(first.dispersion(), 1);
        if (Double.isNaN(threshold)) {
            return Optional.of(new FarringtonFit(first, phi, first.dispersion()));
        }
        double[] weights = outbreakWeights(first, phi, threshold);
        CountFit<TrendByLevel.Line> second = model.fit(weights);
        return Optional.of(new FarringtonFit(second, Math.max(second.dispersion(), 1), second.dispersion(weights)));
    }

    /** The two-sided p value of the slope. */
    double slopeChance(double dispersion) {
        TrendByLevel.Line line = fit.solution();
        double t = line.slope() / Math.sqrt(dispersion * line.slopeVariance());
        return 2 * TDistribution.of(fit.degreesOfFreedom()).cumulativeProbability(-Math.abs(t));
    }

    /**
     * Weights gamma s⁻² where the standardised Anscombe residual s is above the threshold, else gamma, with gamma such
     * that they sum to the number of periods.
     */
    private static double[] outbreakWeights(CountFit<TrendByLevel.Line> fit, double phi, double threshold) {
        double[] leverages = fit.solution().leverages();
        double[] counts = fit.model().counts();
        double[] weights = new double[counts.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double mean = fit.means()[i];
            double free = leverages[i] > FULL_LEVERAGE ? 0 : 1 - leverages[i];
            double root = Math.cbrt(counts[i]);
            double residual = 1.5 * (root * root * Math.pow(mean, -1.0 / 6) - Math.sqrt(mean)) / Math.sqrt(phi * free);
            weights[i] = residual > threshold ? 1 / (residual * residual) : 1;
            sum += weights[i];
        }
        double gamma = weights.length / sum;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= gamma;
        }
        return weights;
    }
}
