// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.demand;

import io.fieldback.statistics.distribution.CountDistribution;

/**
 * How many parts are asked for until an order arrives: negative binomial of this mean and variance, or Poisson where the
 * variance is not above the mean. Sizes are counted in whole parts.
 *
 * @param mean parts, not negative
 * @param variance parts squared, not negative
 */
public record LeadTimeDemand(double mean, double variance) {
    /** Checks mean and variance. */
    public LeadTimeDemand {
        if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY && variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Cannot form lead-time demand of mean " + mean + " and variance "
                    + variance + ": both must be finite and not negative");
        }
    }

    /** Demand by chance only at a known rate: the variance is the mean. */
    public static LeadTimeDemand poisson(double rate, double leadTime) {
        return new LeadTimeDemand(rate * leadTime, rate * leadTime);
    }

    /**
     * Demand at a forecast rate over a lead time that may vary: mean r L, variance L s² + r² v.
     *
     * @param rate r, parts a period
     * @param variance s², of the demand of one period around its forecast
     * @param leadTime L, mean, in periods
     * @param leadTimeVariance v, in periods squared; 0 where the lead time is certain
     */
    public static LeadTimeDemand of(double rate, double variance, double leadTime, double leadTimeVariance) {
        return new LeadTimeDemand(rate * leadTime, leadTime * variance + rate * rate * leadTimeVariance);
    }

    /** The least whole number of parts that suffices with at least this chance. */
    public long quantile(double chance) {
        return CountDistribution.of(mean, variance).quantile(chance);
    }

    /**
     * The stock position at which to order: the quantile at the service level (the chance that no request during a lead
     * time has to wait), also called base stock.
     */
    public long reorderPoint(double serviceLevel) {
        return quantile(serviceLevel);
    }

    /** What the reorder point holds above the mean; negative at service levels below about a half. */
    public double safetyStock(double serviceLevel) {
        return quantile(serviceLevel) - mean;
    }
}
