// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.series.FailureRows.Column;
import java.util.Set;
import java.util.TreeMap;

/** Failures of a series by cohort and age, counted on as rows come in. */
public final class CohortCounts {
    private static final int[] NONE = new int[AgeGroups.COUNT];
    private final FailureRows rows;
    private final Column column;
    private final int from;
    private final int[] all = new int[AgeGroups.COUNT];
    private final TreeMap<Integer, int[]> months = new TreeMap<>();
    private int counted;

    /**
     * Counts of rows.
     *
     * @param month that makes a cohort
     * @param from first day that counts
     */
    CohortCounts(FailureRows rows, CohortMonth month, int from) {
        this.rows = rows;
        this.column = month.column();
        this.from = from;
    }

    int from() {
        return from;
    }

    void countOn() {
        for (; counted < rows.size(); counted++) {
            int event = rows.at(counted, Column.EVENT);
            int age = Months.of(event) - rows.at(counted, Column.SERVICE);
            if (rows.at(counted, Column.RECORDED) == 1 && event >= from && age >= 0) {
                int[] groups = months.computeIfAbsent(rows.at(counted, column), month -> new int[AgeGroups.COUNT]);
                int count = rows.at(counted, Column.COUNT);
                groups[AgeGroups.of(age)] += count;
                all[AgeGroups.of(age)] += count;
            }
        }
    }

    /** By age group, of all. */
    public int[] all() {
        return all;
    }

    /** By age group, of a month. */
    public int[] of(int month) {
        return months.getOrDefault(month, NONE);
    }

    /** The last month with a failure, 0 if none. */
    public int lastMonth() {
        return months.isEmpty() ? 0 : months.lastKey();
    }

    /** Months with failures. */
    public Set<Integer> months() {
        return months.keySet();
    }

    /** Failures of units of one month to another. */
    public long observed(int first, int last) {
        long observed = 0;
        for (int month = first; month <= last; month++) {
            observed += sum(of(month));
        }
        return observed;
    }

    private static long sum(int[] groups) {
        long sum = 0;
        for (int count : groups) {
            sum += count;
        }
        return sum;
    }
}
