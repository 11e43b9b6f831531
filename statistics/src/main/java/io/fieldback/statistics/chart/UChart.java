// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.chart;

/**
 * Events for each unit of exposure, by period: the u chart (Montgomery, Statistical Quality Control) and Laney's u′
 * (Quality Engineering 14, 2002), with limits frozen on a baseline phase.
 *
 * <p>u = c / n, centre = sum c / sum n over the baseline, sigma_i = sqrt(centre / n_i), limits centre ± k sigma_i
 * sigma_z, the lower one not under 0. The u chart has sigma_z = 1. Laney's has the moving range of z_i = (u_i - centre)
 * / sigma_i, mean |z_i - z_(i-1)| / 1.128: how much more the baseline moves from period to period than Poisson counts
 * would.
 *
 * <p>Traps: with exposure in the thousands the plain u chart alarms nearly always, since real rates vary more than
 * Poisson; Laney's sigma_z under 1 is taken as it is and narrows the limits. A shift inside the baseline adds one great
 * range only, so a baseline must be looked at before it is frozen.
 *
 * @param centre events for each unit of exposure over the baseline
 * @param sigmaZ over-dispersion of the baseline; 1 for the plain u chart
 */
public record UChart(double centre, double sigmaZ) {
    /** The usual distance of limits from the centre, in standard deviations. */
    public static final double DEFAULT_WIDTH = 3;

    /**
     * The u chart of a baseline.
     *
     * @param counts of events by period, not negative
     * @param exposures by period, above 0
     * @throws IllegalArgumentException for a baseline without periods, exposure or events
     */
    public static UChart frozenOn(long[] counts, double[] exposures) {
        return new UChart(Baseline.level("u", counts, exposures), 1);
    }

    /**
     * Laney's u′ chart of a baseline.
     *
     * @throws IllegalArgumentException as the u chart, and for fewer than 2 periods
     */
    public static UChart laney(long[] counts, double[] exposures) {
        UChart plain = frozenOn(counts, exposures);
        double[] standardised = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            standardised[i] = plain.standardised(counts[i], exposures[i]);
        }
        return new UChart(plain.centre(), Baseline.sigmaZ("Laney u", standardised));
    }

    /** (u - centre) / sigma. */
    public double standardised(long count, double exposure) {
        return (count / exposure - centre) / sigma(exposure);
    }

    /** A period on this chart. */
    public ChartPoint point(long count, double exposure, double width) {
        Baseline.checkExposure("u", exposure);
        return new ChartPoint(count / exposure, standardised(count, exposure), limits(exposure, width));
    }

    /** The limits of a period with this exposure. */
    public Limits limits(double exposure, double width) {
        double half = width * sigma(exposure) * sigmaZ;
        return new Limits(Math.max(0, centre - half), centre, centre + half);
    }

    /** The Poisson standard deviation of a rate with this exposure. */
    public double sigma(double exposure) {
        return Math.sqrt(centre / exposure);
    }
}
