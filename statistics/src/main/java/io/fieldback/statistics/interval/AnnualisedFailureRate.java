// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

/**
 * AFR: failures for each unit-year at risk, in percent. A rate, not a probability: it can exceed 100.
 *
 * @param failures counted, at least 0
 * @param unitYears time all units together were at risk, above 0; removed units until their removal only
 */
public record AnnualisedFailureRate(long failures, double unitYears) {
    /** Days of a year, as in the exposure of reports: 12 months of 30.4375 days. */
    public static final double DAYS_OF_A_YEAR = 365.25;

    private static final double PERCENT = 100;

    /** Checks that a rate exists. */
    public AnnualisedFailureRate {
        if (failures < 0 || !(unitYears > 0)) {
            throw new IllegalArgumentException("Cannot compute annualised failure rate of " + failures
                    + " failures in " + unitYears
                    + " unit-years: failures must not be negative and exposure must be positive");
        }
    }

    /** The rate where exposure is counted in unit-days. */
    public static AnnualisedFailureRate ofUnitDays(long failures, double unitDays) {
        return new AnnualisedFailureRate(failures, unitDays / DAYS_OF_A_YEAR);
    }

    /** Failures for 100 unit-years. */
    public double percent() {
        return PERCENT * failures / unitYears;
    }

    /** Garwood's exact interval, in percent. */
    public Interval interval(double confidence) {
        return new PoissonRate(failures, unitYears).interval(confidence).times(PERCENT);
    }

    /** The chance that a unit fails within a year, 1 - exp(-AFR), if the rate does not change with age. */
    public double chanceWithinYear() {
        return -Math.expm1(-failures / unitYears);
    }
}
