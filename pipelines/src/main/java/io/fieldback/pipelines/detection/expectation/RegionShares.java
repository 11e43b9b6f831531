// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What regions have of what is expected of a series: by the units there and their ages, times how much more or less a
 * component failed there than elsewhere in the two years before, all models of the line together. Climate and roads are
 * no news; and times how far its sites' reports are ahead of or behind all others'. Where units are not known by region, what it had of the cases before.
 */
public final class RegionShares {
    private static final int RECENT = 91;
    private static final int YEARS = 2;
    private static final int YEAR = 365;
    private static final double FIRM = 40;
    private static final double VARIES = 0.004;
    private static final int LEAST = 20;

    private static final Seen NOTHING = new Seen(0, 0);

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final TreeMap<String, Integer> joined;
    private final TreeMap<String, Integer> great;
    private final Map<SeriesKey, Map<String, Seen>> seen = new HashMap<>();

    RegionShares(Known known, Outlook outlook, WatchRules rules) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
        int young = 7 * rules.newRegionWeeks();
        this.joined = known.reporters().joinedRegions(young, outlook.day());
        this.great = known.reporters().joinedRegions(young, outlook.day(), Coverage.LEAST, Coverage.WORTH);
    }

    /**
     * A share.
     *
     * @param share of what is expected
     * @param doubt variance of its logarithm
     */
    public record Share(double share, double doubt) {
        /** Nothing is known of it. */
        public static final Share UNKNOWN = new Share(-1, 0);

        /** Whether there is one. */
        public boolean isKnown() {
            return share >= 0;
        }
    }

    private record Seen(double observed, double expected) {
        Seen plus(double moreObserved, double moreExpected) {
            return new Seen(observed + moreObserved, expected + moreExpected);
        }
    }

    /** The share of a region in what is expected of a series in some days. */
    public Share of(SeriesKey key, String region, int from, int to) {
        if (hasJoined(region)) {
            return Share.UNKNOWN;
        }
        double ahead = outlook.reported(key.measure(), region, from, to)
                / Math.max(1e-3, outlook.reported(key.measure(), from, to));
        double units = outlook.shares().ofRegion(key, region, from, to);
        if (units < 0) {
            Share counted = counted(key, region);
            return counted.isKnown() ? new Share(Math.min(1, counted.share() * ahead), counted.doubt()) : counted;
        }
        SeriesKey line = new SeriesKey(key.measure(), known.reference().line(key.product()), key.component());
        Seen before = seen.computeIfAbsent(line, any -> before(key)).getOrDefault(region, NOTHING);
        double ratio = (before.observed() + FIRM) / (before.expected() + FIRM);
        return new Share(Math.min(1, units * ratio * ahead), 1 / (before.observed() + FIRM) + VARIES);
    }

    /** Whether a region reports only for a short while, where others did before: what it usually has is not known. */
    private boolean hasJoined(String region) {
        Integer began = joined.get(region);
        return began != null && outlook.day() - began < 7 * rules.newRegionWeeks();
    }

    private Share counted(SeriesKey key, String region) {
        double its = 0;
        double sum = 0;
        int code = known.codes().find(region);
        int end = outlook.day() - RECENT;
        for (Track track : known.tracksOf(key)) {
            FailureRows rows = track.rows();
            for (int row = rows.knownBy(end - YEARS * YEAR); row < rows.size(); row++) {
                if (rows.at(row, Column.EVENT) < end) {
                    sum += rows.at(row, Column.COUNT);
                    its += rows.at(row, Column.REGION) == code ? rows.at(row, Column.COUNT) : 0;
                }
            }
        }
        return its < LEAST ? Share.UNKNOWN : new Share((its + 0.5) / (sum + 1), 1 / (its + 0.5) + VARIES);
    }

    /** Failures of the line's models in each region, and what units let expect of all there were. */
    private Map<String, Seen> before(SeriesKey key) {
        Map<String, Seen> regions = new HashMap<>();
        for (SeriesKey each : known.lineOf(key)) {
            for (int year = 0; year < YEARS && outlook.exposed(each); year++) {
                int to = outlook.day() - RECENT - year * YEAR;
                int from = Math.max(to - YEAR + 1, outlook.from(each));
                if (from < to) {
                    add(regions, each, from, to, "");
                }
                for (Map.Entry<String, Integer> region : great.entrySet()) {
                    if (Math.max(from, region.getValue()) < to) {
                        add(regions, each, Math.max(from, region.getValue()), to, region.getKey());
                    }
                }
            }
        }
        return regions;
    }

    /** Adds what some days showed of all regions but the great ones that joined, or of one of these. */
    private void add(Map<String, Seen> regions, SeriesKey key, int from, int to, String only) {
        Map<Integer, Integer> counts = new TreeMap<>();
        double all = 0;
        for (Track track : known.tracksOf(key)) {
            FailureRows rows = track.rows();
            for (int row = rows.knownBy(from - 1); row < rows.size(); row++) {
                int event = rows.at(row, Column.EVENT);
                int region = rows.at(row, Column.REGION);
                if (event >= from && event <= to && region >= 0 && rows.at(row, Column.RECORDED) == 1) {
                    all += rows.at(row, Column.COUNT);
                    counts.merge(region, rows.at(row, Column.COUNT), Integer::sum);
                }
            }
        }
        Map<String, Double> shares = outlook.shares().ofRegions(key, from, to);
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            if (only.isEmpty() ? great.containsKey(share.getKey()) : !only.equals(share.getKey())) {
                continue;
            }
            int count = counts.getOrDefault(known.codes().find(share.getKey()), 0);
            regions.merge(
                    share.getKey(),
                    new Seen(count, all * share.getValue()),
                    (old, more) -> old.plus(more.observed(), more.expected()));
        }
    }
}
