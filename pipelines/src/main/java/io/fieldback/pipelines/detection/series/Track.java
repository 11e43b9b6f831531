// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.Occurrence;

/** All that is known of one series. */
public final class Track {
    private final SeriesKey key;
    private final FailureRows rows = new FailureRows();
    private final DayCounts all = new DayCounts();
    private final DayCounts recorded = new DayCounts();
    private CohortCounts cohorts = new CohortCounts(rows, Integer.MIN_VALUE);
    private int firstDay = Integer.MAX_VALUE;
    private int newest = Integer.MIN_VALUE;

    Track(SeriesKey key) {
        this.key = key;
    }

    void add(Occurrence seen, Codes codes) {
        rows.add(seen, codes);
        all.add(seen.eventOn(), seen.count());
        if (rows.at(rows.size() - 1, FailureRows.Column.RECORDED) == 1) {
            recorded.add(seen.eventOn(), seen.count());
        }
        if (seen.count() > 0) {
            firstDay = Math.min(firstDay, seen.eventOn());
            newest = Math.max(newest, seen.knownOn());
        }
    }

    /** Which series it is. */
    public SeriesKey key() {
        return key;
    }

    /** Its rows. */
    public FailureRows rows() {
        return rows;
    }

    /**
     * Counts by day.
     *
     * @param exposed whether only failures of units that the denominator has are meant
     */
    public DayCounts counts(boolean exposed) {
        return exposed ? recorded : all;
    }

    /**
     * Failures by month of production and age.
     *
     * @param from first day that counts
     */
    public CohortCounts cohorts(int from) {
        if (cohorts.from() != from) {
            cohorts = new CohortCounts(rows, from);
        }
        cohorts.countOn();
        return cohorts;
    }

    /** The day of the first failure. */
    public int firstDay() {
        return firstDay;
    }

    /** The last known day that brought a failure. */
    public int newest() {
        return newest;
    }
}
