// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.statistics.Quantile;

/**
 * How much of an excess a part carries. Of O failures where E were expected, the part has x where e were: its share of
 * what was expected is known by exposure, so that without a reason x would be binomial.
 *
 * @param part lot, month, region, site, supplier
 * @param observed x
 * @param expected e
 * @param excessShare x − e as a share of what is to be explained
 * @param low lower end of the 95 % interval of x/e over (O − x)/(E − e), half a case added to each
 * @param chance that this part carries the excess, all others and none weighed; 0 if it was not asked
 */
public record Carrier(Part part, long observed, double expected, double excessShare, double low, double chance) {
    private static final double HALF = 0.5;

    /**
     * A part of an excess.
     *
     * @param all O
     * @param allExpected E
     * @param excess cases beyond expectation that are to be explained
     * @param doubt variance of the logarithm of e's share
     */
    static Carrier of(
            Part part,
            long observed,
            double expected,
            long all,
            double allExpected,
            double excess,
            double doubt,
            double chance) {
        double rest = all - observed;
        double restExpected = Math.max(0, allExpected - expected);
        double log = Math.log((observed + HALF) / (expected + HALF)) - Math.log((rest + HALF) / (restExpected + HALF));
        double deviation = Math.sqrt(1 / (observed + HALF) + 1 / (rest + HALF) + doubt);
        double low = Math.exp(log - Quantile.normalOfConfidence(0.95) * deviation);
        double share = (observed - expected) / Math.max(HALF, excess);
        return new Carrier(part, observed, expected, share, low, chance);
    }
}
