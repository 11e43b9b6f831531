// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

/**
 * Units of a model that are alike.
 *
 * @param produced month
 * @param sold month they came in service
 * @param units how many
 * @param dated whether the day they came in service is known
 */
record Cell(int produced, int sold, int units, boolean dated) {}
