// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import java.util.List;

/** The Weibull model that so many failures bear. */
public sealed interface LifeModel {
    /** Shape and scale both from the failures. */
    record Fitted(LifeFit fit) implements LifeModel {}

    /** Too few failures for a shape; the scale for one that is assumed. */
    record Assumed(Weibayes fit) implements LifeModel {}

    /**
     * Fits shape and scale to at least 5 failures, else the scale alone. Intervals count at their ends then, which is
     * where the units were seen.
     *
     * @param assumedShape from like parts, for too few failures
     * @throws IllegalArgumentException if no unit got older than 0, or all of many failures are of one age
     */
    static LifeModel of(List<Observation> observations, double assumedShape) {
        double failures = observations.stream()
                .filter(Observation::isFailure)
                .mapToDouble(Observation::weight)
                .sum();
        if (failures >= LifeFit.LEAST_FAILURES) {
            return new Fitted(MaximumLikelihood.fit(LifeDistribution.WEIBULL, observations));
        }
        List<Observation> seen = observations.stream()
                .map(observation -> observation.isFailure()
                        ? new Observation(observation.upper(), observation.upper(), observation.weight())
                        : observation)
                .toList();
        return new Assumed(Weibayes.fit(assumedShape, seen));
    }
}
