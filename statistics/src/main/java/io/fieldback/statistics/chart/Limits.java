// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.chart;

/**
 * Between which values chance alone moves a figure.
 *
 * @param lower control limit
 * @param centre the level of the baseline
 * @param upper control limit
 */
public record Limits(double lower, double centre, double upper) {
    /** Where a value lies. A value on a limit is within. */
    public Side side(double value) {
        if (value > upper) {
            return Side.ABOVE;
        }
        return value < lower ? Side.BELOW : Side.WITHIN;
    }

    /** Sides of the limits. */
    public enum Side {
        /** Less than chance explains. */
        BELOW,
        /** Chance may explain it. */
        WITHIN,
        /** More than chance explains. */
        ABOVE
    }
}
