// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.chart;

/**
 * A share by period: the p chart (Montgomery) and Laney's p′ (2002), with limits frozen on a baseline phase.
 *
 * <p>p = x / n, centre = sum x / sum n over the baseline, sigma_i = sqrt(centre (1 - centre) / n_i), limits centre ± k
 * sigma_i sigma_z, kept within 0 and 1; sigma_z as in {@link UChart}.
 *
 * @param centre the share over the baseline, above 0 and below 1
 * @param sigmaZ over-dispersion of the baseline; 1 for the plain p chart
 */
public record PChart(double centre, double sigmaZ) {
    /**
     * The p chart of a baseline.
     *
     * @param parts cases of the kind in question, by period
     * @param wholes all cases, by period, above 0
     * @throws IllegalArgumentException for a baseline without periods or cases, or whose share is 0 or 1
     */
    public static PChart frozenOn(long[] parts, long[] wholes) {
        double[] exposures = new double[wholes.length];
        for (int i = 0; i < wholes.length; i++) {
            exposures[i] = wholes[i];
            if (i < parts.length && parts[i] > wholes[i]) {
                throw new IllegalArgumentException("Cannot freeze p chart: period " + (i + 1) + " has " + parts[i]
                        + " of " + wholes[i] + " cases");
            }
        }
        double centre = Baseline.level("p", parts, exposures);
        if (centre >= 1) {
            throw new IllegalArgumentException("Cannot freeze p chart: all cases of the baseline are of the kind");
        }
        return new PChart(centre, 1);
    }

    /**
     * Laney's p′ chart of a baseline.
     *
     * @throws IllegalArgumentException as the p chart, and for fewer than 2 periods
     */
    public static PChart laney(long[] parts, long[] wholes) {
        PChart plain = frozenOn(parts, wholes);
        double[] standardised = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            standardised[i] = plain.standardised(parts[i], wholes[i]);
        }
        return new PChart(plain.centre(), Baseline.sigmaZ("Laney p", standardised));
    }

    /** (p - centre) / sigma. */
    public double standardised(long part, long whole) {
        return ((double) part / whole - centre) / sigma(whole);
    }

    /** A period on this chart. */
    public ChartPoint point(long part, long whole, double width) {
        Baseline.checkExposure("p", whole);
        return new ChartPoint((double) part / whole, standardised(part, whole), limits(whole, width));
    }

    /** The limits of a period with so many cases. */
    public Limits limits(long whole, double width) {
        double half = width * sigma(whole) * sigmaZ;
        return new Limits(Math.max(0, centre - half), centre, Math.min(1, centre + half));
    }

    /** The binomial standard deviation of a share of so many cases. */
    public double sigma(long whole) {
        return Math.sqrt(centre * (1 - centre) / whole);
    }
}
