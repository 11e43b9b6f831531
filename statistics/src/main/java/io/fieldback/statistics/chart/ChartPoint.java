// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.chart;

/**
 * A period on a chart.
 *
 * @param value plotted
 * @param standardised the value's distance from the centre in its own Poisson or binomial standard deviations,
 *     over-dispersion not counted
 * @param limits of this period
 */
public record ChartPoint(double value, double standardised, Limits limits) {
    /** Where the value lies. */
    public Limits.Side side() {
        return limits.side(value);
    }
}
