// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import java.util.function.IntPredicate;

/** Failures of one value of an axis in some last days, and its share in the two years before them. */
final class PartCounts {
    private static final int BEFORE = 730;
    private final long[] within;
    private final long[] before;
    private final long[] allBefore;

    private PartCounts(int windows) {
        within = new long[windows];
        before = new long[windows];
        allBefore = new long[windows];
    }

    /**
     * Counts.
     *
     * @param isUsual whether a day before counts for the share
     * @param windows lengths in days, to the day
     */
    static PartCounts of(
            FailureRows rows, Column column, int code, boolean exposed, IntPredicate isUsual, int day, int[] windows) {
        PartCounts counts = new PartCounts(windows.length);
        for (int row = rows.knownBy(day - BEFORE); row < rows.size(); row++) {
            int its = rows.at(row, column);
            if (its < 0 || exposed && rows.at(row, Column.RECORDED) == 0) {
                continue;
            }
            int event = rows.at(row, Column.EVENT);
            int count = rows.at(row, Column.COUNT);
            boolean teaches = isUsual.test(event);
            for (int i = 0; i < windows.length && event <= day; i++) {
                boolean inside = event > day - windows[i];
                counts.allBefore[i] += inside || !teaches ? 0 : count;
                if (its == code) {
                    counts.within[i] += inside ? count : 0;
                    counts.before[i] += inside || !teaches ? 0 : count;
                }
            }
        }
        return counts;
    }

    long within(int window) {
        return within[window];
    }

    long before(int window) {
        return before[window];
    }

    long allBefore(int window) {
        return allBefore[window];
    }
}
