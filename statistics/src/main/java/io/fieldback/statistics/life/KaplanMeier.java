// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import java.util.ArrayList;
import java.util.List;

/**
 * The share of units that outlive an age, and the hazard summed up to it, without assuming a distribution.
 *
 * <p>Kaplan and Meier (1958): S(t) = product of (1 - d_i / n_i); Greenwood: var log S = sum of d_i / (n_i (n_i -
 * d_i)). Nelson (1972) and Aalen (1978): H(t) = sum of d_i / n_i with variance sum of d_i / n_i^2. Equals R's
 * {@code survfit}; ages in any unit.
 *
 * <p>Traps: the standard error is that of log S, as {@code survfit$std.err} is, while R's printed summary shows that of
 * S. R takes ages that differ by less than 1.5e-8 of themselves as equal, this does not. Weights count units; they are no sampling weights. The curve beyond the last failure says nothing, and at the end
 * of a warranty units stop being reported, not failing: suspend them there.
 */
public final class KaplanMeier {
    private KaplanMeier() {}

    /**
     * A step for each age at which units failed or were suspended, by rising age.
     *
     * @param observations exact or censored to the right
     * @throws IllegalArgumentException if there are none, or one is censored to the left or to an interval
     */
    public static List<SurvivalStep> steps(List<Observation> observations, ConfidenceType type, double confidence) {
        if (observations.isEmpty()) {
            throw new IllegalArgumentException("Cannot estimate survival: there are no units");
        }
        List<SurvivalStep> steps = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        double hazard = 0;
        double hazardVariance = 0;
        for (AgeGroup group : AgeGroup.of(observations, "estimate survival")) {
            double failures = group.failures();
            double atRisk = group.atRisk();
            if (failures > 0) {
                boolean last = failures >= atRisk;
                survival = last ? 0 : survival * ((atRisk - failures) / atRisk);
                greenwood = last ? Double.POSITIVE_INFINITY : greenwood + failures / (atRisk * (atRisk - failures));
                hazard += failures / atRisk;
                hazardVariance += failures / (atRisk * atRisk);
            }
            double error = Math.sqrt(greenwood);
            steps.add(new SurvivalStep(
                    group.age(),
                    atRisk,
                    failures,
                    group.suspensions(),
                    survival,
                    error,
                    type.interval(survival, error, confidence),
                    hazard,
                    Math.sqrt(hazardVariance)));
        }
        return steps;
    }
}
