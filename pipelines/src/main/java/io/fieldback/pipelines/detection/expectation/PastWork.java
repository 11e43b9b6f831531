// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.List;

/**
 * What all others did in the weeks of the past, as a share of what they usually do: holidays, filing at month-end, sales
 * peaks and uploads are not quality. Others are all series of products that share a source of reports, but those of the same product and of its component, or of a whole product its main
 * components.
 */
final class PastWork {
    private static final int HALF = 13;

    /** Cases that a week is drawn to its usual with: few others know little of a holiday. */
    static final double FIRM = 30;

    private PastWork() {}

    /** Factors of the weeks of the tallies. */
    static double[] factors(WeeklyTallies tallies, SeriesKey key) {
        int weeks = tallies.endWeek() - tallies.firstWeek();
        Tally total = tallies.ofFellows(key.measure(), key.product(), "");
        Tally product = tallies.orEmpty(key.measure(), key.product(), "");
        Tally component = tallies.ofFellows(key.measure(), key.product(), key.component());
        Tally own = tallies.orEmpty(key.measure(), key.product(), key.component());
        boolean whole = key.component().isEmpty();
        List<String> main = whole ? tallies.mainComponents(key.measure(), key.product()) : List.of();
        double[] others = new double[weeks];
        double sum = 0;
        for (int i = 0; i < weeks; i++) {
            int week = tallies.firstWeek() + i;
            double rest = total.week(week) - product.week(week);
            others[i] = whole ? rest : rest - component.week(week) + own.week(week);
            for (String each : main) {
                others[i] -= tallies.ofFellows(key.measure(), key.product(), each)
                                .week(week)
                        - tallies.orEmpty(key.measure(), key.product(), each).week(week);
            }
            sum += others[i];
        }
        if (!whole && sum < FIRM * weeks) {
            for (int i = 0; i < weeks; i++) {
                int week = tallies.firstWeek() + i;
                others[i] = total.week(week) - component.week(week);
            }
        }
        return smoothed(others);
    }

    private static double[] smoothed(double[] others) {
        double[] sums = new double[others.length + 1];
        for (int i = 0; i < others.length; i++) {
            sums[i + 1] = sums[i] + others[i];
        }
        double[] factors = new double[others.length];
        for (int i = 0; i < others.length; i++) {
            int from = Math.max(0, i - HALF);
            int to = Math.min(others.length, i + HALF + 1);
            double usual = (sums[to] - sums[from]) / (to - from);
            factors[i] = (Math.max(0, others[i]) + FIRM) / (usual + FIRM);
        }
        return factors;
    }
}
