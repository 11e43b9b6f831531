// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Failures per 1,000 units by months in service, summed over the months at risk. */
public final class AtRiskSum {
    private static final double UNITS = 1000;

    private AtRiskSum() {}

    /**
     * The curve at the end of a month in service.
     *
     * @param month in service, from 1
     * @param atRisk units that completed the month
     * @param incidents of those units within the month
     * @param per1000 failures per 1,000 units up to the end of the month
     * @param interval log-normal; from 0 to 0 where nothing failed yet
     */
    public record Point(int month, long atRisk, long incidents, double per1000, Interval interval) {}

    /**
     * The curve 1000 * sum(I_m / N_m) with variance sum(I_m / N_m^2), the analogue of Nelson and Aalen's estimator. It
     * ends before the first month that no unit completed.
     *
     * @param atRisk N_m, units that completed month m = 1, 2, …
     * @param incidents I_m, failures of those units in month m
     * @param confidence of the interval
     */
    public static List<Point> curve(long[] atRisk, long[] incidents, double confidence) {
        if (atRisk.length != incidents.length) {
            throw new IllegalArgumentException("Cannot compute at-risk sum of " + atRisk.length + " months and "
                    + incidents.length + " counts: they must be as many");
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(Interval.tail(confidence));
        List<Point> points = new ArrayList<>();
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < atRisk.length && atRisk[i] > 0; i++) {
            double units = atRisk[i];
            sum += incidents[i] / units;
            variance += incidents[i] / (units * units);
            double spread = sum == 0 ? 1 : Math.exp(z * Math.sqrt(variance) / sum);
            Interval interval = new Interval(UNITS * sum / spread, UNITS * sum * spread);
            points.add(new Point(i + 1, atRisk[i], incidents[i], UNITS * sum, interval));
        }
        return points;
    }
}
