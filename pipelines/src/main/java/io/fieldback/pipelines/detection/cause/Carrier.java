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
 * @param excessShare (x − e) / (O − E)
 * @param low lower end of the 95 % interval of x/e over (O − x)/(E − e), half a case added to each
 * @param gain twice the logarithm of how much likelier the counts are if the part differs from the rest
 */
public record Carrier(Part part, long observed, double expected, double excessShare, double low, double gain) {
    private static final double HALF = 0.5;

    /**
     * A part of an excess.
     *
     * @param all O
     * @param allExpected E
     * @param doubt variance of the logarithm of e's share
     */
    static Carrier of(Part part, long observed, double expected, long all, double allExpected, double doubt) {
        double rest = all - observed;
        double restExpected = Math.max(0, allExpected - expected);
        double log = Math.log((observed + HALF) / (expected + HALF)) - Math.log((rest + HALF) / (restExpected + HALF));
        double deviation = Math.sqrt(1 / (observed + HALF) + 1 / (rest + HALF) + doubt);
        double low = Math.exp(log - Quantile.normalOfConfidence(0.95) * deviation);
        double gain = 2
                * (term(observed, expected) + term(rest, restExpected) - term(all, allExpected))
                / (1 + doubt * Math.min(observed, all / 2.0));
        double excess = Math.max(HALF, all - allExpected);
        return new Carrier(part, observed, expected, (observed - expected) / excess, low, gain);
    }

    private static double term(double observed, double expected) {
        return observed <= 0 ? 0 : observed * Math.log(observed / Math.max(expected, 1e-3));
    }
}
