// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.demand;

/** The four kinds of demand of Syntetos, Boylan and Croston (2005), by the mean squared errors of their forecasts. */
public enum DemandClass {
    /** Often, and of like sizes: Croston's method. */
    SMOOTH,
    /** Often, but of changing sizes: Syntetos and Boylan's. */
    ERRATIC,
    /** Seldom, and of like sizes: Syntetos and Boylan's. */
    INTERMITTENT,
    /** Seldom, and of changing sizes: Syntetos and Boylan's. */
    LUMPY;

    /** Mean interval in periods above which demand is seldom. */
    public static final double INTERVAL_LIMIT = 1.32;

    /** Squared coefficient of variation above which sizes change much. */
    public static final double VARIATION_LIMIT = 0.49;

    /**
     * The class of a part.
     *
     * @param meanInterval periods between demands, at least 1
     * @param sizeVariation squared coefficient of variation of the sizes
     */
    public static DemandClass of(double meanInterval, double sizeVariation) {
        if (meanInterval <= INTERVAL_LIMIT) {
            return sizeVariation <= VARIATION_LIMIT ? SMOOTH : ERRATIC;
        }
        return sizeVariation <= VARIATION_LIMIT ? INTERMITTENT : LUMPY;
    }
}
