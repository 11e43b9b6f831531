// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.Map;

/**
 * How much series vary beyond chance, as variances relative to the squared mean, learned from the busier of all series:
 * one knows little of it, all together much.
 *
 * @param weekly of a week, weeks being independent
 * @param slow of the level over a quarter
 */
record Scatter(double weekly, double slow) {
    private static final int ENOUGH = 60;
    private static final int SERIES = 300;
    private static final double WEEKLY = 0.02;
    private static final double SLOW = 0.006;
    private static final double FIRM = 2000;

    /** A level that wanders takes season and slope with it, so that what is left of its quarters says too little. */
    private static final double LEAST_SLOW = 0.005;

    static Scatter learn(WeeklyTallies tallies, Learning learning, String group) {
        double[] sums = {FIRM * WEEKLY, FIRM, FIRM * (SLOW + WEEKLY / SeasonFit.QUARTER), FIRM};
        int series = 0;
        for (Map.Entry<SeriesKey, Tally> each : tallies.all().entrySet()) {
            SeriesKey key = each.getKey();
            boolean busy = key.measure() == Measure.INCIDENT
                    && learning.fellows().group(key.product()).equals(group)
                    && !key.component().isEmpty()
                    && each.getValue().total() >= ENOUGH;
            if (busy && series < SERIES) {
                series++;
                learning.of(key).filter(learned -> !learned.isNew()).ifPresent(learned -> {
                    double[] its = learned.near().scatter();
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] += its[i];
                    }
                });
            }
        }
        double weekly = Math.max(0.002, sums[0] / sums[1]);
        return new Scatter(weekly, Math.max(LEAST_SLOW, sums[2] / sums[3] - weekly / SeasonFit.QUARTER));
    }
}
