// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Exponentially weighted moving average (Roberts 1959), for shifts too small for one period to show.
 *
 * <p>w_0 = centre, w_t = lambda x_t + (1 - lambda) w_(t-1); limits centre ± L sigma sqrt(lambda / (2 - lambda) (1 - (1
 * - lambda)^(2t))), exact from the first period on.
 *
 * <p>Trap: rates with differing exposure have no common sigma; give the standardised values of a {@link UChart} or
 * {@link PChart} instead, with centre 0 and the chart's sigmaZ as sigma.
 *
 * @param centre of the values, frozen on a baseline
 * @param sigma of one value, above 0, frozen on a baseline
 * @param lambda weight of the newest value, above 0 and at most 1 (a Shewhart chart); 0.1 to 0.3 in use
 * @param width L, in standard deviations; 2.7 at lambda 0.1 has an in-control run length of about 500, as 3 at lambda 1
 *     has 370
 */
public record EwmaChart(double centre, double sigma, double lambda, double width) {
    /** Checks the parameters. */
    public EwmaChart {
        if (!(sigma > 0) || !(lambda > 0 && lambda <= 1) || !(width > 0)) {
            throw new IllegalArgumentException("Cannot draw EWMA chart with sigma " + sigma + ", lambda " + lambda
                    + " and width " + width + ": all must be positive, and lambda at most 1");
        }
    }

    /**
     * The chart of standardised values of a rate chart.
     *
     * @param sigmaZ over-dispersion of the baseline; 1 if none is assumed
     */
    public static EwmaChart ofStandardised(double sigmaZ, double lambda, double width) {
        return new EwmaChart(0, sigmaZ, lambda, width);
    }

    /**
     * Centre and standard deviation (n - 1) of a baseline.
     *
     * @throws IllegalArgumentException for fewer than 2 values or values that are all equal
     */
    public static EwmaChart frozenOn(double[] baseline, double lambda, double width) {
        if (baseline.length < 2) {
            throw new IllegalArgumentException(
                    "Cannot freeze EWMA chart: " + baseline.length + " values, at least 2 are needed");
        }
        double mean = 0;
        for (double value : baseline) {
            mean += value / baseline.length;
        }
        double squares = 0;
        for (double value : baseline) {
            squares += (value - mean) * (value - mean);
        }
        if (squares == 0) {
            throw new IllegalArgumentException("Cannot freeze EWMA chart: all values are equal, there is no variance");
        }
        return new EwmaChart(mean, Math.sqrt(squares / (baseline.length - 1)), lambda, width);
    }

    /** The chart of values, oldest first. */
    public List<Point> points(double[] values) {
        List<Point> points = new ArrayList<>();
        double average = centre;
        for (int i = 0; i < values.length; i++) {
            average = lambda * values[i] + (1 - lambda) * average;
            double settled = 1 - Math.pow(1 - lambda, 2.0 * (i + 1));
            double half = width * sigma * Math.sqrt(lambda / (2 - lambda) * settled);
            points.add(new Point(values[i], average, new Limits(centre - half, centre, centre + half)));
        }
        return points;
    }

    /**
     * A period on the chart.
     *
     * @param value of the period
     * @param average up to and with it: what is plotted
     * @param limits of the average
     */
    public record Point(double value, double average, Limits limits) {
        /** Where the average lies. */
        public Limits.Side side() {
            return limits.side(average);
        }
    }
}
