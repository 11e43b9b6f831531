// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.delay;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A lognormal distribution of delays.
 *
 * @param used delays it was fitted to
 * @param meanLog mean of the logarithms
 * @param deviationLog their standard deviation, maximum likelihood (divided by n). The sample deviation, divided by
 *     n - 1, is {@link #sampleDeviationLog}; {@code weibulltools::dist_delay} multiplies that one by (n - 1) / n, which
 *     is neither
 */
public record LognormalDelay(int used, double meanLog, double deviationLog) {
    /**
     * The maximum likelihood fit. Delays that are missing, 0 or negative are left out, as {@code weibulltools} does:
     * many of them are a sign of dates that cannot be right and should be looked at first. Delays still running are not
     * among them, so that recent starts are over-represented by short delays; {@link ReportingTriangle} corrects that.
     *
     * @param delays in any unit; not a number where a date is missing
     */
    public static LognormalDelay of(double[] delays) {
        double sum = 0;
        int used = 0;
        for (double delay : delays) {
            if (delay > 0) {
                sum += Math.log(delay);
                used++;
            }
        }
        double mean = sum / used;
        double squares = 0;
        for (double delay : delays) {
            if (delay > 0) {
                squares += (Math.log(delay) - mean) * (Math.log(delay) - mean);
            }
        }
        if (used < 2 || squares == 0) {
            throw new IllegalArgumentException("Cannot fit delays of " + delays.length + " cases, " + used
                    + " of them above 0: it needs two that differ");
        }
        return new LognormalDelay(used, mean, Math.sqrt(squares / used));
    }

    /** The standard deviation of the logarithms with one degree of freedom spent on the mean. */
    public double sampleDeviationLog() {
        return deviationLog * Math.sqrt(used / (used - 1.0));
    }

    /** The chance of a delay up to this one. */
    public double atMost(double delay) {
        if (!(delay > 0)) {
            return 0;
        }
        return NormalDistribution.of(meanLog, deviationLog).cumulativeProbability(Math.log(delay));
    }

    /** The delay that is not exceeded with this chance. */
    public double quantile(double chance) {
        return Math.exp(NormalDistribution.of(meanLog, deviationLog).inverseCumulativeProbability(chance));
    }
}
