// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import org.jspecify.annotations.Nullable;

/** What is held of level, slope and season before a series is counted. */
final class Priors {
    private static final double PHI = 1.1;
    private static final double[] EXPOSED = {0.5, 0.08, 0.25, 0.25};
    private static final double[] IN_FAMILY = {0.5, 0.08, 0.1, 0.1};
    private static final double[] COUNTED = {2, 0.3, 0.3, 0.3};
    private static final double[] YOUNG = {2, 0.1, 0.1, 0.1};
    private static final double TWO_YEARS = 100;
    private static final double NO_SLOPE = 0.001;
    private static final double SEASON = 0.1;

    private Priors() {}

    /** Of one whose units are known by age: a hazard has no trend of its own; its season is the component's. */
    static SeasonFit.Prior exposed(@Nullable SeasonFit family) {
        return family == null
                ? new SeasonFit.Prior(new double[4], EXPOSED, PHI)
                : new SeasonFit.Prior(
                        new double[] {0, 0, family.coefficient(2), family.coefficient(3)}, IN_FAMILY, PHI);
    }

    /**
     * Of one of which nothing is known but its counts. In less than two years season and slope cannot be told from one
     * another, and neither may be drawn out into the future.
     */
    static SeasonFit.Prior counted(double level, double weeks) {
        return new SeasonFit.Prior(new double[] {level, 0, 0, 0}, weeks < TWO_YEARS ? YOUNG : COUNTED, PHI);
    }

    /**
     * Of a new one, like another but for so much.
     *
     * @param unlike standard deviation of the logarithm of its level
     */
    static SeasonFit.Prior fresh(@Nullable SeasonFit family, double unlike) {
        return new SeasonFit.Prior(
                new double[] {
                    0, 0, family == null ? 0 : family.coefficient(2), family == null ? 0 : family.coefficient(3)
                },
                new double[] {unlike, NO_SLOPE, SEASON, SEASON},
                PHI);
    }
}
