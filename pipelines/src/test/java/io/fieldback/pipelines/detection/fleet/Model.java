// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

/**
 * A product model.
 *
 * @param code as rows have it
 * @param line its product line
 * @param platform models of a line that are built of the same lots have the same
 * @param from first month of production
 * @param to last month of production
 * @param perMonth units made in a month of its first year
 * @param growth of production in a year
 * @param season amplitude of production over the year
 * @param quality what all its hazards are multiplied with
 * @param regions share of its units in each region
 */
public record Model(
        String code,
        int line,
        int platform,
        int from,
        int to,
        double perMonth,
        double growth,
        double season,
        double quality,
        double[] regions) {
    private static final int RAMP = 6;

    /** Units to be made in a month. */
    double planned(int month) {
        if (month < from || month > to) {
            return 0;
        }
        double ramp = Math.min(1, (month - from + 1.0) / RAMP);
        double years = Math.min(6, (month - from) / 12.0);
        return perMonth * ramp * Math.pow(1 + growth, years) * (1 + season * Math.sin(2 * Math.PI * month / 12.0));
    }
}
