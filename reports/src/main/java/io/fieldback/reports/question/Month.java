// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.model.Row;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.interval.PoissonRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Failures of a calendar month.
 *
 * @param month its first day
 * @param failures all of them
 * @param matched those of units in the denominator
 * @param units in the field on average; 0 where that is unknown
 * @param overShare part of its days that are over
 * @param knownShare part of the failures of those days that is known by now
 * @param complete whether it is over and known to 95 %
 */
record Month(
        LocalDate month,
        long failures,
        long matched,
        double units,
        double overShare,
        double knownShare,
        boolean complete) {
    private static final double UNITS = 1000;

    static List<Month> of(List<Row> rows) {
        return rows.stream()
                .map(row -> new Month(
                        row.day("month"),
                        row.count("failures"),
                        row.count("matched"),
                        row.number("units"),
                        row.number("over_share"),
                        row.number("known_share"),
                        row.flag("complete")))
                .toList();
    }

    /** Matched failures per 1,000 units in the field, of the whole month or of its days so far. */
    Optional<Double> per1000() {
        return units > 0 ? Optional.of(UNITS * matched / units) : Optional.empty();
    }

    /** Its exact interval. */
    Optional<Interval> interval() {
        return units > 0
                ? Optional.of(new PoissonRate(matched, units)
                        .interval(Interval.DEFAULT_CONFIDENCE)
                        .times(UNITS))
                : Optional.empty();
    }
}
