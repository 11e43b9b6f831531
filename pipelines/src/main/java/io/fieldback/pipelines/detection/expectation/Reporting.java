// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.Track;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What share of the events of a day is known by a later day. Learned site by site from half a year of reports: of most
 * sites by days since the event, of those that file a month at its end by days since the end of the event's month.
 */
public final class Reporting {
    /** Days after which everything counts as known. */
    static final int LONGEST = 120;

    private static final int LEARNED_DAYS = 182;
    private static final int MONTH = 31;
    private static final int FILES_BEFORE = 4;
    private static final int FILES_AFTER = 3;
    private static final double MONTH_END = 0.6;
    private static final int ENOUGH = 30;
    private static final int PRIOR = 10;

    private final TreeMap<String, Site> sites = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, Integer>> regions = new TreeMap<>();
    private final double[] usual = new double[LONGEST + 1];
    private double total;

    private static final class Site {
        private final double[] delays = new double[LONGEST + 1];
        private final double[] afterEnd = new double[LONGEST + 1 + MONTH];
        private double count;
        private boolean monthEnd;

        void add(int event, int known, int count) {
            delays[clamp(known - event, 0, LONGEST)] += count;
            afterEnd[clamp(known - end(event) + MONTH, 0, LONGEST + MONTH)] += count;
            this.count += count;
        }

        void finish(double[] usual) {
            double near = 0;
            for (int i = MONTH - FILES_BEFORE; i <= MONTH + FILES_AFTER; i++) {
                near += afterEnd[i];
            }
            monthEnd = count >= ENOUGH && near >= MONTH_END * count;
            for (int i = 0; i <= LONGEST; i++) {
                delays[i] += PRIOR * usual[i];
            }
            cumulate(delays);
            cumulate(afterEnd);
        }

        double share(int event, int day) {
            return monthEnd
                    ? afterEnd[clamp(day - end(event) + MONTH, 0, LONGEST + MONTH)]
                    : delays[clamp(day - event, 0, LONGEST)];
        }
    }

    private Reporting() {}

    /** Learns of one measure from what became known in the half year up to a day. */
    static Reporting learn(Known known, Measure measure, int upTo) {
        Reporting reporting = new Reporting();
        for (Track track : known.tracks().values()) {
            if (track.key().measure() != measure) {
                continue;
            }
            FailureRows rows = track.rows();
            int end = rows.knownBy(upTo);
            for (int row = rows.knownBy(upTo - LEARNED_DAYS); row < end; row++) {
                int count = rows.at(row, Column.COUNT);
                String site = text(known, rows.at(row, Column.SITE));
                reporting
                        .sites
                        .computeIfAbsent(site, code -> new Site())
                        .add(rows.at(row, Column.EVENT), rows.at(row, Column.KNOWN), count);
                reporting
                        .regions
                        .computeIfAbsent(text(known, rows.at(row, Column.REGION)), code -> new TreeMap<>())
                        .merge(site, count, Integer::sum);
            }
        }
        reporting.finish();
        return reporting;
    }

    private static String text(Known known, int code) {
        return code < 0 ? "" : known.codes().text(code);
    }

    private void finish() {
        for (Site site : sites.values()) {
            for (int i = 0; i <= LONGEST; i++) {
                usual[i] += site.delays[i];
            }
            total += site.count;
        }
        for (int i = 0; i <= LONGEST; i++) {
            usual[i] = total > 0 ? Math.max(0, usual[i]) / total : i == 0 ? 1 : 0;
        }
        for (Site site : sites.values()) {
            site.finish(usual);
        }
    }

    /** The share of the events of a day, all sites together, that is known by the end of another. */
    double share(int event, int day) {
        if (total <= 0 || day - event >= LONGEST) {
            return 1;
        }
        double share = 0;
        for (Site site : sites.values()) {
            share += Math.max(0, site.count) * site.share(event, day);
        }
        return Math.max(0, Math.min(1, share / total));
    }

    private double share(Map<String, Integer> of, int event, int day) {
        double its = 0;
        double all = 0;
        for (Map.Entry<String, Integer> each : of.entrySet()) {
            Site site = sites.get(each.getKey());
            if (site != null && each.getValue() > 0) {
                its += each.getValue() * site.share(event, day);
                all += each.getValue();
            }
        }
        return Math.max(0, Math.min(1, its / all));
    }

    /** Shares of the last days by the end of a day: of that day, of the day before, and so on. */
    double[] shares(int day) {
        double[] shares = new double[LONGEST];
        for (int back = 0; back < LONGEST; back++) {
            shares[back] = share(day - back, day);
        }
        return shares;
    }

    /** The same of a region's sites: where sites file at month-end, others are ahead of them. Empty where it has hardly reported. */
    Optional<double[]> shares(String region, int day) {
        Map<String, Integer> of = regions.getOrDefault(region, new TreeMap<>());
        if (of.values().stream()
                        .filter(count -> count > 0)
                        .mapToInt(count -> count)
                        .sum()
                < ENOUGH) {
            return Optional.empty();
        }
        double[] shares = new double[LONGEST];
        for (int back = 0; back < LONGEST; back++) {
            shares[back] = share(of, day - back, day);
        }
        return Optional.of(shares);
    }

    /** Whether a site files a month at its end. */
    public boolean atMonthEnd(String site) {
        Map.Entry<String, Site> found = sites.floorEntry(site);
        return found != null && found.getKey().equals(site) && found.getValue().monthEnd;
    }

    private static int end(int event) {
        return Months.first(Months.of(event) + 1) - 1;
    }

    private static int clamp(int value, int low, int high) {
        return Math.max(low, Math.min(high, value));
    }

    private static void cumulate(double[] counts) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.max(0, counts[i]);
        }
        Arrays.parallelPrefix(counts, Double::sum);
        double all = counts[counts.length - 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = all > 0 ? counts[i] / all : 1;
        }
    }
}
