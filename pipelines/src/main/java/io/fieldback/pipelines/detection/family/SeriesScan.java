// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.expectation.RegionShares.Share;
import io.fieldback.pipelines.detection.series.CodeUse;
import io.fieldback.pipelines.detection.series.CodeUse.CodeKey;
import io.fieldback.pipelines.detection.series.DayCounts;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A look at one series: its last one to 26 weeks; in the last four and thirteen the failures of each symptom, cause and
 * region; the units of each month of production. Only what brought a failure since the look before is looked at: nothing else can have
 * become worse since yesterday.
 */
public final class SeriesScan {
    private static final int[] WINDOWS = {7, 14, 28, 56, 91, 182};
    private static final int[] PART_WINDOWS = {7, 28, 91};

    /** What the least p of all windows is multiplied with; they overlap. */
    private static final double WINDOW_LOOKS = 3;

    private static final double PART_LOOKS = 8;
    private static final double SOME_CODES = 3;
    private static final double SOME_REGIONS = 8;
    private static final double LEAST_IN_SHARE = 3;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;

    /** Looks by one outlook. */
    public SeriesScan(Known known, Outlook outlook, WatchRules rules) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
    }

    /**
     * The most surprising finding of a component, if any could be an alert.
     *
     * @param after day before the first that counts
     */
    public Optional<Finding> component(Track track, int after) {
        SeriesKey key = track.key();
        int day = outlook.day();
        if (track.newest() <= outlook.before() || !enough(track, day)) {
            return Optional.empty();
        }
        if (!outlook.judges(key)) {
            return Optional.empty();
        }
        int from = Math.max(outlook.from(key), after + 1);
        Best best = new Best();
        DayCounts counts = track.counts(outlook.exposed(key));
        windows(best, key, counts, from, List.of());
        parts(best, track, from, Axis.SYMPTOM, Column.SYMPTOM, SOME_CODES);
        parts(best, track, from, Axis.CAUSE, Column.CAUSE, SOME_CODES);
        parts(best, track, from, Axis.REGION, Column.REGION, SOME_REGIONS);
        return Optional.ofNullable(best.finding());
    }

    /** Whether a quarter has the failures an alert needs at all. */
    private boolean enough(Track track, int day) {
        return track.counts(false).sum(day - WINDOWS[WINDOWS.length - 1] + 1, day) >= rules.minimumExcess();
    }

    /**
     * The most surprising finding of a product as a whole.
     *
     * @param without components that are left out, since they have alerts of their own
     */
    public Optional<Finding> product(SeriesKey key, List<SeriesKey> without, int after) {
        if (!outlook.judges(key)) {
            return Optional.empty();
        }
        Best best = new Best();
        int from = Math.max(outlook.from(key), after + 1);
        DayCounts counts = new DayCounts();
        int day = outlook.day();
        int first = day - WINDOWS[WINDOWS.length - 1] + 1;
        boolean fresh = false;
        for (Track track : known.tracks(key.measure(), key.product()).values()) {
            if (!without.contains(track.key()) && !outlook.learning().isNewCode(track.key())) {
                fresh |= track.newest() > outlook.before();
                DayCounts its = track.counts(outlook.exposed(key));
                for (int at = Math.max(first, from); at <= day; at++) {
                    counts.add(at, its.on(at));
                }
            }
        }
        if (fresh && outlook.isNew(key)) {
            launched(best, key, counts, from, without);
        } else if (fresh) {
            windows(best, key, counts, from, without);
        }
        return Optional.ofNullable(best.finding());
    }

    private void windows(Best best, SeriesKey key, DayCounts counts, int from, List<SeriesKey> without) {
        int day = outlook.day();
        for (int length : WINDOWS) {
            int start = Math.max(from, day - length + 1);
            if (day - start < WINDOWS[0] - 1) {
                continue;
            }
            long observed = counts.sum(start, day);
            if (observed < rules.minimumExcess() || !outlook.reaches(key, start, day)) {
                continue;
            }
            Expected expected = without(key, outlook.window(key, start, day), start, without);
            offer(best, key, null, start, observed, expected, WINDOW_LOOKS);
        }
    }

    /** All there was of a new product since it came: of one that is young nothing is old news. */
    private void launched(Best best, SeriesKey key, DayCounts counts, int from, List<SeriesKey> without) {
        int day = outlook.day();
        int start = Math.max(from, day - WINDOWS[WINDOWS.length - 1] + 1);
        long observed = counts.sum(start, day);
        Expected expected = without(key, outlook.window(key, start, day), start, without);
        offer(best, key, null, start, observed, expected, 1);
    }

    /** What is left of a product's expectation: the share of the components that are counted in that of all. */
    private Expected without(SeriesKey product, Expected all, int start, List<SeriesKey> without) {
        double kept = 0;
        double sum = 0;
        for (SeriesKey key : known.tracks(product.measure(), product.product()).keySet()) {
            if (!without.isEmpty() && !key.component().isEmpty() && outlook.judges(key)) {
                double its = outlook.window(key, start, outlook.day()).mean();
                sum += its;
                kept += without.contains(key) ? 0 : its;
            }
        }
        return sum > 0 ? all.part(kept / sum, 0) : all;
    }

    /** Only values of which a failure came today are looked at; the others are counted together. */
    private void parts(Best best, Track track, int from, Axis axis, Column column, double values) {
        int day = outlook.day();
        int shortest = day - PART_WINDOWS[0] + 1;
        if (shortest - from < 7 * rules.excludedWeeks()) {
            return;
        }
        FailureRows rows = track.rows();
        TreeSet<Integer> today = new TreeSet<>();
        for (int row = rows.knownBy(outlook.before()); row < rows.size(); row++) {
            if (rows.at(row, column) >= 0 && rows.at(row, Column.COUNT) > 0) {
                today.add(rows.at(row, column));
            }
        }
        for (int code : today) {
            if (axis == Axis.SYMPTOM && isYoung(track.key(), known.codes().text(code))) {
                continue;
            }
            PartCounts counts = PartCounts.of(
                    rows,
                    column,
                    code,
                    outlook.exposed(track.key()),
                    outlook.learning().usualDays(track.key()),
                    day,
                    PART_WINDOWS);
            for (int i = 0; i < PART_WINDOWS.length; i++) {
                int start = day - PART_WINDOWS[i] + 1;
                if (start - from >= 7 * rules.excludedWeeks() && counts.within(i) >= rules.minimumExcess()) {
                    part(best, track.key(), new Part(axis, known.codes().text(code)), start, i, counts, values);
                }
            }
        }
    }

    /** A symptom code that is new in its line took its cases over from others, or is told as new. */
    private boolean isYoung(SeriesKey key, String symptom) {
        CodeUse use = known.uses()
                .get(new CodeKey(
                        known.reference().line(key.product()), CodeUse.Axis.SYMPTOM, key.component(), symptom));
        return use != null && outlook.day() - use.firstKnown() < 7 * rules.newProductWeeks();
    }

    private void part(Best best, SeriesKey key, Part part, int start, int window, PartCounts counts, double values) {
        Share share = part.axis() == Axis.REGION
                ? outlook.regions().of(key, part.value(), start, outlook.day())
                : counts.before(window) < LEAST_IN_SHARE
                        ? Share.UNKNOWN
                        : new Share(
                                (counts.before(window) + 0.5) / (counts.allBefore(window) + 1),
                                1 / (counts.before(window) + 0.5));
        if (!share.isKnown()) {
            return;
        }
        Expected expected = outlook.window(key, start, outlook.day()).part(Math.min(1, share.share()), share.doubt());
        offer(best, key, part, start, counts.within(window), expected, PART_LOOKS * values);
    }

    private void offer(
            Best best,
            SeriesKey key,
            @org.jspecify.annotations.Nullable Part part,
            int start,
            long observed,
            Expected expected,
            double looks) {
        if (!expected.any()
                || observed - expected.mean() < rules.minimumExcess()
                || observed < rules.minimumRatio() * expected.mean()) {
            return;
        }
        double p = Math.min(1, expected.chance(observed) * looks);
        Group group = !key.component().isEmpty() ? Group.SERIES : Group.ofProduct(key, outlook);
        best.add(new Finding(group, key, part, null, false, start, outlook.day(), observed, expected, p, p));
    }
}
