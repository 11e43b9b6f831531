// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import java.util.Arrays;

/** Signed counts by day, in an array that grows both ways. */
public final class DayCounts {
    private static final int ROOM = 64;
    private int first;
    private int[] counts = new int[0];

    /** Adds to a day. */
    public void add(int day, long count) {
        if (counts.length == 0) {
            first = day;
            counts = new int[ROOM];
        } else if (day < first) {
            int more = first - day + ROOM;
            int[] wider = new int[counts.length + more];
            System.arraycopy(counts, 0, wider, more, counts.length);
            counts = wider;
            first -= more;
        } else if (day >= first + counts.length) {
            counts = Arrays.copyOf(counts, day - first + ROOM + counts.length / 2);
        }
        counts[day - first] += Math.toIntExact(count);
    }

    /** The sum of days, both ends included. */
    public long sum(int from, int to) {
        long sum = 0;
        int end = Math.min(to - first, counts.length - 1);
        for (int i = Math.max(0, from - first); i <= end; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** The count of a day. */
    public int on(int day) {
        return day < first || day >= first + counts.length ? 0 : counts[day - first];
    }

    /** The first day with a count, or {@link Integer#MAX_VALUE}. */
    public int firstDay() {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                return first + i;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The last day with a count up to a day, or {@link Integer#MIN_VALUE}. */
    public int lastDay(int upTo) {
        for (int i = Math.min(upTo - first, counts.length - 1); i >= 0; i--) {
            if (counts[i] > 0) {
                return first + i;
            }
        }
        return Integer.MIN_VALUE;
    }
}
