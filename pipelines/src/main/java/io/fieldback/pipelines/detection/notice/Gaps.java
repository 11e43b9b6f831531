// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import io.fieldback.pipelines.detection.series.DayCounts;

/** How long a sender is silent of its own habit: who files once a month is silent for weeks. */
record Gaps(DayCounts received, int longest) {
    private static final double MUCH_LONGER = 1.3;
    private static final int SOME = 2;

    /** Its longest silence between two days. */
    static Gaps of(DayCounts received, int from, int to) {
        int longest = 0;
        int silent = 0;
        for (int day = from; day <= to; day++) {
            silent = received.on(day) > 0 ? 0 : silent + 1;
            longest = Math.max(longest, silent);
        }
        return new Gaps(received, longest);
    }

    /** Whether it is silent for longer, or was never silent for so many days. */
    boolean isLonger(int day, int days) {
        if (longest < days / 2) {
            return true;
        }
        int silent = 0;
        while (silent <= MUCH_LONGER * longest + SOME && received.on(day - silent) == 0) {
            silent++;
        }
        return silent > MUCH_LONGER * longest + SOME;
    }
}
