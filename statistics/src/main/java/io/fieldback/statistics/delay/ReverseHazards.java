// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.delay;

/**
 * Reverse hazards of reporting delays (Lawless 1994): g(x) = reports at delay x over reports at delays up to x, over the
 * periods old enough to have seen delay x. Young periods are used for the delays they have seen, so that long delays not
 * yet known (right truncation) do not bias them.
 *
 * @param hazard g by delay; 0 where nothing is reported up to it
 * @param reports at delays up to each, over those periods
 */
public record ReverseHazards(double[] hazard, double[] reports) {
    /**
     * The hazards of a reporting triangle.
     *
     * @param counts reports by period of the event, oldest first, and delay; period t has delays 0 to last - t, further
     *     columns are not read
     * @param longest delay that is estimated, from 0
     */
    public static ReverseHazards of(long[][] counts, int longest) {
        double[] hazard = new double[longest + 1];
        double[] reports = new double[longest + 1];
        for (int x = 0; x <= longest; x++) {
            double at = 0;
            for (int t = 0; t + x < counts.length; t++) {
                at += counts[t][x];
                for (int y = 0; y <= x; y++) {
                    reports[x] += counts[t][y];
                }
            }
            hazard[x] = reports[x] == 0 ? 0 : at / reports[x];
        }
        return new ReverseHazards(hazard, reports);
    }
}
