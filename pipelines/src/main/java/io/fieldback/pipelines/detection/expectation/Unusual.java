// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.series.SeriesKey;

/**
 * Days on which a series was not as usual, as an alert told: what they had is not what is to be expected. If it stays so for
 * more than half a year it becomes what is usual.
 *
 * @param series of the alert
 * @param opened day the alert opened
 * @param from first day of its excess
 * @param to day it closed, {@link #OPEN} if it has not
 */
public record Unusual(SeriesKey series, int opened, int from, int to) {
    /** The alert is open. */
    public static final int OPEN = Integer.MAX_VALUE;

    private static final int LONGEST = 182;

    /** Whether a day of the series is one of them. */
    public boolean has(int day) {
        return day >= from && day <= to && day < from + LONGEST;
    }

    /** What was known of it by the end of a day: an alert that opens later changes nothing, nor does a close. */
    boolean isKnown(int day) {
        return opened <= day;
    }
}
