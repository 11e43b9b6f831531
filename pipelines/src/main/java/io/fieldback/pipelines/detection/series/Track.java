// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.Occurrence;
import java.util.EnumMap;

/** All that is known of one series. */
public final class Track {
    private final SeriesKey key;
    private final FailureRows rows = new FailureRows();
    private final DayCounts all = new DayCounts();
    private final DayCounts recorded = new DayCounts();
    private final EnumMap<CohortMonth, CohortCounts> cohorts = new EnumMap<>(CohortMonth.class);
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
     * Failures by cohort and age.
     *
     * @param month that makes a cohort
     * @param from first day that counts
     */
    public CohortCounts cohorts(CohortMonth month, int from) {
        CohortCounts counts = cohorts.get(month);
        if (counts == null || counts.from() != from) {
            counts = new CohortCounts(rows, month, from);
            cohorts.put(month, counts);
        }
        counts.countOn();
        return counts;
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
