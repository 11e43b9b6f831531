// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.interval.Interval;

/**
 * The estimated survival from one age on.
 *
 * @param age at which units failed or were suspended
 * @param atRisk units that reached the age
 * @param failures at the age
 * @param suspensions at the age; they count as at risk for the failures of the same age
 * @param survival share of units that outlive the age, by Kaplan and Meier
 * @param logStandardError of the log of survival, by Greenwood; infinite where survival is 0
 * @param interval of survival
 * @param cumulativeHazard by Nelson and Aalen
 * @param hazardStandardError of the cumulative hazard
 */
public record SurvivalStep(
        double age,
        double atRisk,
        double failures,
        double suspensions,
        double survival,
        double logStandardError,
        Interval interval,
        double cumulativeHazard,
        double hazardStandardError) {}
