// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.series.AgeGroups;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Months;

/** Failures of a series as known by one day: by week, and by age where that is known. */
final class Tally {
    private static final int AGES = AgeGroups.AGES;
    private final int firstWeek;
    private final int[] weeks;
    private final int[] ages = new int[AgeGroups.COUNT];
    private long total;

    Tally(int firstWeek, int endWeek) {
        this.firstWeek = firstWeek;
        this.weeks = new int[Math.max(0, endWeek - firstWeek)];
    }

    /**
     * Counts rows.
     *
     * @param exposed whether only failures of units that the denominator has are meant
     * @param fromDay first day whose failures count by age
     */
    void count(FailureRows rows, int knownBy, boolean exposed, int fromDay) {
        int end = rows.knownBy(knownBy);
        for (int row = 0; row < end; row++) {
            boolean recorded = rows.at(row, Column.RECORDED) == 1;
            if (exposed && !recorded) {
                continue;
            }
            int day = rows.at(row, Column.EVENT);
            int count = rows.at(row, Column.COUNT);
            int week = Months.week(day) - firstWeek;
            if (week >= 0 && week < weeks.length) {
                weeks[week] += count;
                total += count;
            }
            if (recorded && day >= fromDay && day <= knownBy) {
                int age = Months.of(day) - rows.at(row, Column.SERVICE);
                if (age >= 0 && age < AGES) {
                    ages[AgeGroups.of(age)] += count;
                }
            }
        }
    }

    /** Adds another of the same weeks. */
    void add(Tally other) {
        for (int i = 0; i < weeks.length; i++) {
            weeks[i] += other.weeks[i];
        }
        for (int i = 0; i < ages.length; i++) {
            ages[i] += other.ages[i];
        }
        total += other.total;
    }

    int firstWeek() {
        return firstWeek;
    }

    int endWeek() {
        return firstWeek + weeks.length;
    }

    int week(int week) {
        int i = week - firstWeek;
        return i < 0 || i >= weeks.length ? 0 : weeks[i];
    }

    /** Failures of an age group. */
    int ages(int group) {
        return ages[group];
    }

    long total() {
        return total;
    }
}
