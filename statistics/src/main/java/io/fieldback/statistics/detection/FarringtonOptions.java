// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

/**
 * What Farrington's flexible detector is told; names in R's {@code farringtonFlexible} stand in brackets.
 *
 * @param years of baseline [b]; below 3 no trend is fitted
 * @param halfWindow periods on either side of the same season in earlier years [w]
 * @param reweight whether past outbreaks count less [reweight]
 * @param weightsThreshold Anscombe residual above which they do [weightsThreshold]; 1 in 1996, 2.58 since 2013
 * @param alpha chance of exceeding the upper bound, <b>one-sided</b> [alpha]; the detector of 1996 halves its alpha
 * @param trend whether a linear trend may be fitted [trend]
 * @param trendLevel a trend is kept if its p value is below [pThresholdTrend]; 1 keeps any
 * @param leastCases an alarm needs as many in the last {@code leastWithin} periods [limit54, first]; 0 for no limit
 * @param leastWithin periods, the present one included [limit54, second]
 * @param transform that makes counts symmetrical [powertrans]; used by {@link ThresholdMethod#DELTA} only
 * @param exposureOffset whether means are in proportion to exposure [populationOffset]
 * @param seasonBlocks levels in a year [noPeriods]; 1 compares with the window only
 * @param excluded newest periods kept out of the baseline [pastWeeksNotIncluded]
 * @param method of the upper bound [thresholdMethod]
 */
public record FarringtonOptions(
        int years,
        int halfWindow,
        boolean reweight,
        double weightsThreshold,
        double alpha,
        boolean trend,
        double trendLevel,
        int leastCases,
        int leastWithin,
        PowerTransform transform,
        boolean exposureOffset,
        int seasonBlocks,
        int excluded,
        ThresholdMethod method) {
    /** Checks what would make no sense. */
    public FarringtonOptions {
        if (years < 1 || halfWindow < 0 || seasonBlocks < 1 || excluded < 0) {
            throw new IllegalArgumentException("Cannot form baseline of " + years + " years, half window " + halfWindow
                    + ", " + seasonBlocks + " season blocks and " + excluded
                    + " excluded periods: years and blocks must be at least 1, the others not negative");
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "Cannot compute upper bound with alpha " + alpha + ": it must lie between 0 and 1");
        }
        if (leastCases < 0 || leastWithin < 1) {
            throw new IllegalArgumentException("Cannot ask for " + leastCases + " cases in " + leastWithin
                    + " periods: cases must not be negative and periods must be at least 1");
        }
    }

    /** The defaults of R: reference windows only, delta method with two-thirds power. */
    public static FarringtonOptions standard() {
        return new FarringtonOptions(
                5,
                3,
                true,
                2.58,
                0.05,
                true,
                0.05,
                5,
                4,
                PowerTransform.TWO_THIRDS,
                false,
                1,
                3,
                ThresholdMethod.DELTA);
    }

    /** The detector of Noufaily and others (2013): season blocks, half a year left out, negative binomial bound. */
    public static FarringtonOptions noufaily() {
        return new FarringtonOptions(
                5,
                3,
                true,
                2.58,
                0.005,
                true,
                1,
                5,
                4,
                PowerTransform.TWO_THIRDS,
                false,
                10,
                26,
                ThresholdMethod.NB_PLUGIN);
    }
}
