// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.Quantile;
import io.fieldback.statistics.interval.Interval;

/**
 * An estimate of something positive, by its log.
 *
 * @param log of the estimate
 * @param standardError of the log
 */
public record LogEstimate(double log, double standardError) {
    /** The estimate. */
    public double value() {
        return Math.exp(log);
    }

    /** Wald's interval on the log scale: exp(log ± z se). */
    public Interval interval(double confidence) {
        double half = Quantile.normalOfConfidence(Interval.confidence(confidence)) * standardError;
        return new Interval(Math.exp(log - half), Math.exp(log + half));
    }
}
