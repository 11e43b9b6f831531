// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

/**
 * Where failures of one age stand on probability paper.
 *
 * @param age of the failures
 * @param failures at the age
 * @param rank adjusted for suspensions, of the last of them; NaN where the method has no ranks
 * @param probability of failing up to the age
 */
public record PlottingPosition(double age, double failures, double rank, double probability) {}
