// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import java.util.Arrays;

/**
 * The periods a present one is compared with, each in its season block. Blocks follow {@code farringtonFlexible}: the
 * last one is a window of 2w + 1 periods around the same season of each earlier year; the time between two windows is
 * cut into p - 1 blocks as equal as can be, the longer ones first. The oldest window may begin before the series does
 * and is then shorter; R allows that for one period and stops at more.
 *
 * @param position of each period in the series
 * @param block of each period, from 0; {@code blocks - 1} is the season of the present
 * @param counts of each period
 * @param exposure of each period
 */
record Baseline(int[] position, int[] block, double[] counts, double[] exposure) {
    /** The periods before {@code now} that are not among the newest {@code excluded}. */
    static Baseline of(CountSeries series, int now, int years, int halfWindow, int blocks, int excluded) {
        int[] season = new int[now + 1];
        Arrays.fill(season, -1);
        int later = now;
        fill(season, now - halfWindow, now, blocks - 1);
        for (int year = 1; year <= years; year++) {
            int reference = series.axis().yearsBefore(now, year);
            if (reference < 0) {
                throw new IllegalArgumentException("Cannot form baseline of position " + now + ": the same season "
                        + year + " years before lies " + -reference + " periods before the series begins");
            }
            fill(season, reference - halfWindow, reference + halfWindow, blocks - 1);
            if (blocks > 1) {
                between(season, reference + halfWindow + 1, later - halfWindow, blocks - 1);
            }
            later = reference;
        }
        int end = now - excluded;
        int rows = 0;
        for (int t = 0; t < end; t++) {
            rows += season[t] >= 0 ? 1 : 0;
        }
        int[] position = new int[rows];
        int[] block = new int[rows];
        double[] counts = new double[rows];
        double[] exposure = new double[rows];
        int row = 0;
        for (int t = 0; t < end; t++) {
            if (season[t] >= 0) {
                position[row] = t;
                block[row] = season[t];
                counts[row] = series.counts()[t];
                exposure[row] = series.exposure()[t];
                row++;
            }
        }
        return new Baseline(position, block, counts, exposure);
    }

    int rows() {
        return position.length;
    }

    private static void between(int[] season, int from, int to, int blocks) {
        int length = (to - from) / blocks;
        int longer = (to - from) % blocks;
        if (length < 1) {
            throw new IllegalArgumentException("Cannot cut " + (to - from) + " periods into " + blocks
                    + " season blocks: noPeriods is too great for the window");
        }
        int start = from;
        for (int block = 0; block < blocks; block++) {
            int next = start + length + (block < longer ? 1 : 0);
            fill(season, start, next - 1, block);
            start = next;
        }
    }

    private static void fill(int[] season, int from, int to, int block) {
        Arrays.fill(season, Math.max(0, from), to + 1, block);
    }
}
