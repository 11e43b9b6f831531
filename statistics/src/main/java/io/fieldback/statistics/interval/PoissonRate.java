// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

import io.fieldback.statistics.Quantile;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * A count of events over an exposure.
 *
 * @param events counted, at least 0
 * @param exposure in any unit, above 0
 */
public record PoissonRate(long events, double exposure) {
    /** Checks that a rate exists. */
    public PoissonRate {
        if (events < 0 || !(exposure > 0)) {
            throw new IllegalArgumentException("Cannot compute rate of " + events + " events over exposure " + exposure
                    + ": events must not be negative and exposure must be positive");
        }
    }

    /** Events for each unit of exposure. */
    public double value() {
        return events / exposure;
    }

    /** The exact interval of Garwood (1936): chi-squared quantiles with 2x and 2x + 2 degrees of freedom, halved. */
    public Interval interval(double confidence) {
        double tail = Interval.tail(confidence);
        double lower = events == 0 ? 0 : Quantile.chiSquared(tail, 2.0 * events) / 2;
        double upper = Quantile.chiSquaredAbove(tail, 2.0 * events + 2) / 2;
        return new Interval(lower / exposure, upper / exposure);
    }

    /** The chance of at least this many events where {@code expected} are expected. */
    public static double chanceOfAtLeast(long events, double expected) {
        if (events <= 0) {
            return 1;
        }
        return PoissonDistribution.of(expected).survivalProbability(Math.toIntExact(events - 1));
    }
}
