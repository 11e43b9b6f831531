// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.CohortOutlook;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.series.CohortCounts;
import io.fieldback.pipelines.detection.series.CohortMonth;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Units of one, two and three months of production or in service, and all made since a month, against the others of their
 * age.
 */
public final class CohortScan {
    private static final int LONGEST_RUN = 3;
    private static final int SINCE = 12;
    private static final int STILL_TOLD = 2;
    private static final int MONTH = "2025-03".length();

    /** Runs that hold a month, about, given that they overlap. */
    private static final double RUNS = 2;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final CohortMonth by;

    /** Looks at cohorts of one kind of month. */
    public CohortScan(Known known, Outlook outlook, WatchRules rules, CohortMonth by) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
        this.by = by;
    }

    /** Whether units of a series are known by such a month, and had the time to differ. */
    boolean looksAt(Track track) {
        SeriesKey key = track.key();
        return key.measure() == Measure.INCIDENT && outlook.level(key) >= by.level() && !outlook.isNew(key);
    }

    /** How many looks there are at a series: its months with failures, those of long ago for less. */
    double looks(Track track, int from) {
        double looks = 0;
        for (int month : track.cohorts(by, from).months()) {
            looks += RUNS * Youth.weight(month, outlook.day());
        }
        return looks;
    }

    Optional<Finding> best(Track track, int from) {
        // Of what is new, failures are told of sooner than units.
        int told = Months.of(outlook.day()) - STILL_TOLD;
        TreeSet<Integer> touched = new TreeSet<>();
        for (int row = track.rows().knownBy(outlook.before());
                row < track.rows().size();
                row++) {
            int month = track.rows().at(row, by.column());
            if (month != Occurrence.UNKNOWN && month <= told && track.rows().at(row, Column.COUNT) > 0) {
                touched.add(month);
            }
        }
        if (touched.isEmpty()) {
            return Optional.empty();
        }
        CohortCounts counts = track.cohorts(by, from);
        if (counts.observed(touched.first() - SINCE, touched.last() + LONGEST_RUN) < rules.minimumExcess()) {
            return Optional.empty();
        }
        CohortOutlook cohorts = CohortOutlook.of(known, outlook, track, by, from);
        Best best = new Best();
        int last = Math.min(told, counts.lastMonth());
        for (int month : touched) {
            for (int first = month - LONGEST_RUN + 1; first <= month; first++) {
                for (int end = month; end < first + LONGEST_RUN && end <= told; end++) {
                    at(track, cohorts, first, end, from).ifPresent(best::add);
                }
            }
            for (int back = LONGEST_RUN; by.isLasting() && back <= SINCE && last - month < SINCE; back++) {
                if (last - back <= month) {
                    at(track, cohorts, last - back, last, from).ifPresent(best::add);
                }
            }
        }
        return Optional.ofNullable(best.finding());
    }

    /**
     * What a series has in some months, if it could be an alert.
     *
     * @param months such as {@code 2025-03..2025-05}
     * @param from first day that counts
     */
    public Optional<Finding> at(Track track, String months, int from) {
        int first = Months.parse(months.substring(0, MONTH));
        int end = Months.parse(months.substring(months.length() - MONTH));
        return at(track, CohortOutlook.of(known, outlook, track, by, from), first, end, from);
    }

    private Optional<Finding> at(Track track, CohortOutlook cohorts, int first, int end, int from) {
        long observed = cohorts.counts().observed(first, end);
        if (observed < rules.minimumExcess()) {
            return Optional.empty();
        }
        Expected expected = cohorts.expected(first, end);
        expected = expected.plus(outlook.found(track.key(), cohorts.shareOfUnits(first, end), from, outlook.day()));
        if (!expected.any()
                || observed - expected.mean() < rules.minimumExcess()
                || observed < rules.minimumRatio() * expected.mean()) {
            return Optional.empty();
        }
        double p = Math.min(1, expected.chance(observed) / Youth.weight(end, outlook.day()));
        String value = first == end ? Months.text(first) : Months.text(first) + ".." + Months.text(end);
        return Optional.of(new Finding(
                by == CohortMonth.PRODUCTION ? Group.COHORT : Group.IN_SERVICE,
                track.key(),
                new Part(Axis.of(by), value),
                null,
                false,
                Math.max(from, Months.first(first)),
                outlook.day(),
                observed,
                expected,
                p,
                p));
    }
}
