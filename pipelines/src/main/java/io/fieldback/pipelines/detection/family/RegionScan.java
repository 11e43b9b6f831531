// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.expectation.RegionShares.Share;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A component in one region, all models of a line together: what wears it there does not ask for the model. */
public final class RegionScan {
    private static final int[] WINDOWS = {28, 91, 182};
    private static final double WINDOW_LOOKS = 2;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;

    RegionScan(Known known, Outlook outlook, WatchRules rules) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
    }

    /** How many looks there are: regions of each component of each line of several models. */
    int looks() {
        int looks = 0;
        Set<SeriesKey> lines = new HashSet<>();
        for (SeriesKey key : known.tracks().keySet()) {
            boolean isFirst = isOne(key) && lines.add(line(key));
            looks += isFirst && known.lineOf(key).size() > 1
                    ? known.reporters().regions().size()
                    : 0;
        }
        return looks;
    }

    /** What is found of the regions to which a failure came since the look before. */
    List<Finding> findings(Ongoing ongoing) {
        List<Finding> findings = new ArrayList<>();
        Set<SeriesKey> lines = new HashSet<>();
        for (Track track : known.tracks().values()) {
            SeriesKey key = track.key();
            if (track.newest() > outlook.before() && isOne(key) && lines.add(line(key))) {
                List<SeriesKey> keys =
                        known.lineOf(key).stream().filter(outlook::judges).toList();
                if (keys.size() > 1) {
                    for (int region : touched(keys)) {
                        String code = known.codes().text(region);
                        String line = known.reference().line(key.product());
                        if (ongoing.mayOpen(line, key, code)) {
                            best(keys, region, code, ongoing.closedOn(line, key, code))
                                    .ifPresent(findings::add);
                        }
                    }
                }
            }
        }
        return findings;
    }

    private static boolean isOne(SeriesKey key) {
        return key.measure() == Measure.INCIDENT
                && !key.component().isEmpty()
                && !key.product().isEmpty();
    }

    private SeriesKey line(SeriesKey key) {
        return new SeriesKey(key.measure(), known.reference().line(key.product()), key.component());
    }

    private TreeSet<Integer> touched(List<SeriesKey> keys) {
        TreeSet<Integer> touched = new TreeSet<>();
        for (SeriesKey key : keys) {
            for (Track track : known.tracksOf(key)) {
                FailureRows rows = track.rows();
                for (int row = rows.knownBy(outlook.before()); row < rows.size(); row++) {
                    if (rows.at(row, Column.REGION) >= 0 && rows.at(row, Column.COUNT) > 0) {
                        touched.add(rows.at(row, Column.REGION));
                    }
                }
            }
        }
        return touched;
    }

    /** What a look at a region from a day on takes as its share of a series; unknown if it leaves the series out. */
    public static Share share(Outlook outlook, WatchRules rules, SeriesKey key, String region, int start) {
        return outlook.from(key) + 7 * rules.excludedWeeks() <= start && outlook.reaches(key, start, outlook.day())
                ? outlook.regions().of(key, region, start, outlook.day())
                : Share.UNKNOWN;
    }

    private Optional<Finding> best(List<SeriesKey> keys, int region, String code, int after) {
        Best best = new Best();
        int day = outlook.day();
        for (int window : WINDOWS) {
            int start = Math.max(day - window, after) + 1;
            long observed = 0;
            double mean = 0;
            double variance = 0;
            double doubt = 0;
            double greatest = Double.NEGATIVE_INFINITY;
            SeriesKey most = keys.get(0);
            for (SeriesKey key : keys) {
                Share share = share(outlook, rules, key, code, start);
                if (share.isKnown()) {
                    Expected its = outlook.window(key, start, day).part(share.share(), 0);
                    long count = count(key, region, start);
                    observed += count;
                    mean += its.mean();
                    variance += its.variance();
                    doubt = share.doubt();
                    if (count - its.mean() > greatest) {
                        greatest = count - its.mean();
                        most = key;
                    }
                }
            }
            Expected expected = new Expected(mean, variance + mean * mean * doubt);
            if (expected.any() && observed - mean >= rules.minimumExcess() && observed >= rules.minimumRatio() * mean) {
                double p = Math.min(1, expected.chance(observed) * WINDOW_LOOKS);
                Part part = new Part(Axis.REGION, code);
                best.add(new Finding(Group.REGION, most, part, null, true, start, day, observed, expected, p, p));
            }
        }
        return Optional.ofNullable(best.finding());
    }

    private long count(SeriesKey key, int region, int from) {
        long count = 0;
        boolean exposed = outlook.exposed(key);
        for (Track track : known.tracksOf(key)) {
            FailureRows rows = track.rows();
            for (int row = rows.knownBy(from - 1); row < rows.size(); row++) {
                int event = rows.at(row, Column.EVENT);
                boolean counts = event >= from
                        && event <= outlook.day()
                        && rows.at(row, Column.REGION) == region
                        && (!exposed || rows.at(row, Column.RECORDED) == 1);
                count += counts ? rows.at(row, Column.COUNT) : 0;
            }
        }
        return count;
    }
}
