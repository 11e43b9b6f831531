// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.demand;

/**
 * What smoothing starts from [init in {@code tsintermittent}]. The trap there: whatever {@code init} says, its functions
 * go on to optimise the starting values ({@code init.opt = TRUE}), so that {@code init} only says where the search
 * begins. {@link #NAIVE_OPTIMISED} and {@link #MEAN_OPTIMISED} do that.
 */
public enum StartingValues {
    /** The first size, and the first interval; for TSB whether the first period had a demand. */
    NAIVE,
    /** The first size, and the mean interval; for TSB the share of periods with a demand. */
    MEAN,
    /** Those of {@link #NAIVE}, then the pair that makes {@link RateError} least. */
    NAIVE_OPTIMISED,
    /** Those of {@link #MEAN}, then the pair that makes {@link RateError} least. */
    MEAN_OPTIMISED;

    boolean isMean() {
        return this == MEAN || this == MEAN_OPTIMISED;
    }

    boolean isOptimised() {
        return this == NAIVE_OPTIMISED || this == MEAN_OPTIMISED;
    }
}
