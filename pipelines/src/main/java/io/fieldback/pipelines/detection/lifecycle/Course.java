// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.CohortMonth;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.FieldUnits;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.LotUnits;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the failures of an alert go on: observed and expected between two days. */
public final class Course {
    private static final int SHARES_FROM = 730;
    private final Known known;
    private final Outlook outlook;

    /** By one outlook. */
    public Course(Known known, Outlook outlook) {
        this.known = known;
        this.outlook = outlook;
    }

    /**
     * Some days of an alert.
     *
     * @param observed cases
     * @param expected cases
     * @param costMinor of the observed cases
     */
    public record Stretch(long observed, Expected expected, long costMinor) {
        /** Observed over expected, half a case added to each. */
        public double ratio() {
            return (observed + 0.5) / (expected.mean() + 0.5);
        }

        /** Cases beyond expectation. */
        public double excess() {
            return observed - expected.mean();
        }

        /** What is left of an expectation without what was expected here. */
        Expected leftOf(Expected whole) {
            return whole.part(Math.max(0.1, 1 - expected.mean() / Math.max(whole.mean(), 1e-6)), 0);
        }
    }

    /** The days of an alert between two. */
    public Stretch between(OpenAlert alert, int from, int to) {
        return between(alert.subject(), alert.from(), from, to);
    }

    /**
     * The same of anything.
     *
     * @param since day before which a symptom's share of its series' failures is learned
     */
    Stretch between(Subject subject, int since, int from, int to) {
        long observed = 0;
        long cost = 0;
        Expected expected = Expected.NONE;
        for (SeriesKey key : series(subject)) {
            Expected its = expected(key, subject, since, from, to);
            expected = new Expected(expected.mean() + its.mean(), expected.variance() + its.variance());
            for (Track track : known.tracksOf(key)) {
                long[] counted = count(track, subject.part(), from, to);
                observed += counted[0];
                cost += counted[1];
            }
        }
        return new Stretch(observed, expected, cost);
    }

    /** The series an alert is of: those of a lot or of a line, or its own. */
    public List<SeriesKey> series(Subject subject) {
        SeriesKey own = subject.series();
        if (!own.product().isEmpty()) {
            return List.of(own);
        }
        if (!subject.line().isEmpty()) {
            return known.lineOf(subject.measure(), subject.line(), subject.component());
        }
        LotKey lot = subject.lot();
        LotUnits units = lot == null ? null : known.lots().get(lot);
        return units == null
                ? List.of(own)
                : units.products().keySet().stream()
                        .map(product -> new SeriesKey(subject.measure(), product, subject.component()))
                        .toList();
    }

    /** Units of an alert's scope in one of its products that are still in the field, as far as they are known. */
    double units(Subject subject, SeriesKey key) {
        FieldUnits field = known.units(key.product()).now();
        Part part = subject.part();
        LotKey lot = subject.lot();
        if (lot != null) {
            LotUnits its = known.lots().get(lot);
            MonthUnits here = its == null ? null : its.products().get(key.product());
            return here == null ? 0 : here.sum();
        }
        CohortMonth month = part == null ? null : part.axis().cohort().orElse(null);
        if (part != null && month != null) {
            double sum = 0;
            for (Map.Entry<Integer, MonthUnits> cohort : month.cohorts(field).entrySet()) {
                boolean its = cohort.getKey() >= 0 && within(Months.text(cohort.getKey()), part.value());
                sum += its ? cohort.getValue().sum() : 0;
            }
            return sum;
        }
        MonthUnits there =
                part != null && part.axis() == Axis.REGION ? field.regions().get(part.value()) : null;
        return there != null ? there.sum() : field.inField(Months.of(outlook.day()));
    }

    private Expected expected(SeriesKey key, Subject subject, int since, int from, int to) {
        Expected all = outlook.window(key, from, to);
        Part part = subject.part();
        if (part == null) {
            return all;
        }
        double share = switch (part.axis()) {
            case LOT -> lot(key, subject.lot(), from, to);
            case PRODUCTION_MONTH -> cohort(key, CohortMonth.PRODUCTION, part.value(), from, to);
            case IN_SERVICE_MONTH -> cohort(key, CohortMonth.IN_SERVICE, part.value(), from, to);
            case REGION -> outlook.regions().of(key, part.value(), from, to).share();
            case SITE, SUPPLIER, SYMPTOM, CAUSE -> -1;
        };
        return all.part(share >= 0 ? share : history(key, part, since), 0.02);
    }

    private double lot(SeriesKey key, @Nullable LotKey lot, int from, int to) {
        LotUnits units = lot == null ? null : known.lots().get(lot);
        MonthUnits some = units == null ? null : units.products().get(key.product());
        return some == null ? 0 : Math.max(0, outlook.shares().of(key, some, from, to));
    }

    private double cohort(SeriesKey key, CohortMonth by, String months, int from, int to) {
        double share = 0;
        for (Map.Entry<Integer, MonthUnits> cohort :
                by.cohorts(known.units(key.product()).now()).entrySet()) {
            if (cohort.getKey() >= 0 && within(Months.text(cohort.getKey()), months)) {
                share += Math.max(0, outlook.shares().of(key, cohort.getValue(), from, to));
            }
        }
        return share;
    }

    /** The most cases that one unit has in some days, beyond its first. */
    long repeats(Subject subject, int from, int to) {
        Map<Integer, Long> units = new HashMap<>();
        for (SeriesKey key : series(subject)) {
            for (Track track : known.tracksOf(key)) {
                FailureRows rows = track.rows();
                for (int row = rows.knownBy(from - 1); row < rows.size(); row++) {
                    if (counts(rows, row, subject.part(), outlook.exposed(track.key()), from, to)) {
                        units.merge(rows.at(row, Column.UNIT), (long) rows.at(row, Column.COUNT), Long::sum);
                    }
                }
            }
        }
        units.remove(Occurrence.NO_UNIT);
        return Math.max(
                        1,
                        units.values().stream().mapToLong(cases -> cases).max().orElse(1))
                - 1;
    }

    private double history(SeriesKey key, Part part, int before) {
        double its = 0.5;
        double all = 1;
        for (Track track : known.tracksOf(key)) {
            FailureRows rows = track.rows();
            for (int row = rows.knownBy(before - SHARES_FROM); row < rows.size(); row++) {
                if (rows.at(row, Column.EVENT) < before) {
                    int count = rows.at(row, Column.COUNT);
                    all += count;
                    its += matches(rows, row, part) ? count : 0;
                }
            }
        }
        return Math.max(0, Math.min(1, its / Math.max(1, all)));
    }

    private long[] count(Track track, @Nullable Part part, int from, int to) {
        FailureRows rows = track.rows();
        boolean exposed = outlook.exposed(track.key());
        long[] sums = new long[2];
        for (int row = rows.knownBy(from - 1); row < rows.size(); row++) {
            if (counts(rows, row, part, exposed, from, to)) {
                sums[0] += rows.at(row, Column.COUNT);
                sums[1] += 100L * rows.at(row, Column.COST);
            }
        }
        return sums;
    }

    private boolean counts(FailureRows rows, int row, @Nullable Part part, boolean exposed, int from, int to) {
        int event = rows.at(row, Column.EVENT);
        return event >= from
                && event <= to
                && !(exposed && rows.at(row, Column.RECORDED) == 0)
                && (part == null || matches(rows, row, part));
    }

    private boolean matches(FailureRows rows, int row, Part part) {
        Column column = switch (part.axis()) {
            case LOT -> Column.LOT;
            case SUPPLIER -> Column.SUPPLIER;
            case REGION -> Column.REGION;
            case SITE -> Column.SITE;
            case SYMPTOM -> Column.SYMPTOM;
            case CAUSE -> Column.CAUSE;
            case PRODUCTION_MONTH -> Column.PRODUCED;
            case IN_SERVICE_MONTH -> Column.SERVICE;
        };
        int code = rows.at(row, column);
        if (part.axis().cohort().isPresent()) {
            return code >= 0 && within(Months.text(code), part.value());
        }
        return code >= 0 && code == known.codes().find(part.value());
    }

    /** Whether a month is one of a run, such as {@code 2025-03..2025-05}. */
    static boolean within(String month, String run) {
        String first = run.substring(0, 7);
        String last = run.substring(run.length() - 7);
        return month.compareTo(first) >= 0 && month.compareTo(last) <= 0;
    }
}
