// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * The weeks that a rate is learned from.
 *
 * @param series they are of
 * @param waves of all its weeks
 * @param from first week
 * @param end week after the last
 */
record Baseline(WatchedSeries series, SeasonWaves waves, int from, int end) {
    /** Weeks, unknown ones included. */
    int length() {
        return end - from;
    }

    /** Years from the end of the baseline to a week; negative within it. */
    double years(int week) {
        return (week - end) / waves.year();
    }

    /** Weeks in which something was at risk and reported. */
    int known() {
        int known = 0;
        for (int t = from; t < end; t++) {
            known += series.atRisk(t) > 0 ? 1 : 0;
        }
        return known;
    }

    /** Events. */
    double events() {
        double events = 0;
        for (int t = from; t < end; t++) {
            events += series.counts()[t];
        }
        return events;
    }

    /** The logarithm of events per exposure; half an event is added, since none is not never. */
    double level() {
        double exposure = 0;
        for (int t = from; t < end; t++) {
            exposure += series.atRisk(t);
        }
        return Math.log((events() + 0.5) / exposure);
    }
}
