// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.delay;

import java.util.Arrays;

/**
 * Events by when they happened and how long their reports took.
 *
 * @param counts a row for each day (or any other period) up to the present, the present one last; in a row the reports
 *     by delay 0, 1, … as far as they can be known by now, at most to the longest delay
 * @param longest delay D; longer ones stand at D
 */
public record ReportingTriangle(long[][] counts, int longest) {
    /** Checks that each row ends where the present does. */
    public ReportingTriangle {
        if (longest < 1 || counts.length <= longest) {
            throw new IllegalArgumentException("Cannot form reporting triangle of " + counts.length
                    + " days and longest delay " + longest
                    + ": delays must reach at least 1 and there must be more days than that");
        }
        for (int t = 0; t < counts.length; t++) {
            int known = Math.min(longest, counts.length - 1 - t) + 1;
            if (counts[t].length != known) {
                throw new IllegalArgumentException("Cannot form reporting triangle with " + counts[t].length
                        + " delays in row " + t + ": " + known + " can be known by now");
            }
        }
    }

    /**
     * The triangle of single events as known at the end of a day. Reports of later days are left out; so are reports
     * before their event, which no delay explains. Delays above the longest are taken to be the longest.
     *
     * @param events day of each event, any day count
     * @param reports day of each report
     * @param first day of the first row
     * @param now last day known
     * @param longest delay
     */
    public static ReportingTriangle of(int[] events, int[] reports, int first, int now, int longest) {
        int days = now - first + 1;
        long[][] counts = new long[Math.max(0, days)][];
        for (int t = 0; t < days; t++) {
            counts[t] = new long[Math.min(longest, days - 1 - t) + 1];
        }
        for (int i = 0; i < events.length; i++) {
            int delay = reports[i] - events[i];
            if (delay >= 0 && reports[i] <= now && events[i] >= first) {
                counts[events[i] - first][Math.min(delay, longest)]++;
            }
        }
        return new ReportingTriangle(counts, longest);
    }

    /** Days, the present one included. */
    public int days() {
        return counts.length;
    }

    /** Reports so far of events of a day. */
    public long reported(int day) {
        return Arrays.stream(counts[day]).sum();
    }
}
