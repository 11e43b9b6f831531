// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.FieldUnits;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.Track;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What share of a product's units stood in regions that reported at the time. The units of a region that joined later were
 * in the field before, and their failures are not known: who counts these units must not take their silence for health.
 */
final class Coverage {
    static final int LEAST = 20;

    /** Share of all reports since that a region brings which joins; a new word for a place is none. */
    static final double WORTH = 0.05;

    private static final double LEAST_SHARE = 0.05;

    private final Known known;
    private final int upTo;
    private final TreeMap<String, Integer> joined;
    private final Map<String, TreeMap<String, Region>> products = new HashMap<>();

    /** A region of a product: units in service by each month, from a month on; else its share of cases since it joined. */
    private record Region(int first, double[] units, double[] all, double share) {
        double at(int month) {
            int i = Math.min(month - first, units.length - 1);
            return i < 0 ? 0 : all.length == 0 ? share : units[i] / Math.max(1, all[i]);
        }
    }

    /** By what became known by the end of a day. */
    Coverage(Known known, WatchRules rules, int upTo) {
        this.known = known;
        this.upTo = upTo;
        this.joined = known.reporters().joinedRegions(7 * rules.newRegionWeeks(), upTo, LEAST, WORTH);
    }

    /** Share of some days, both included, above 0 and at most 1. */
    double of(String product, int from, int to) {
        double silent = 0;
        for (Map.Entry<String, Integer> region : joined.entrySet()) {
            double before = Math.max(0, Math.min(to + 1, region.getValue()) - from) / (double) (to - from + 1);
            if (before > 0) {
                Region its = regions(product).get(region.getKey());
                silent += its == null ? 0 : before * its.at(Months.of(from));
            }
        }
        return Math.max(LEAST_SHARE, 1 - silent);
    }

    private TreeMap<String, Region> regions(String product) {
        return products.computeIfAbsent(product, any -> {
            TreeMap<String, Region> regions = new TreeMap<>();
            FieldUnits units = known.units(product).knownBy(upTo);
            joined.forEach((region, day) -> {
                MonthUnits there = units.regions().get(region);
                regions.put(region, there == null ? counted(product, region, day) : byUnits(there, units.all()));
            });
            return regions;
        });
    }

    private static Region byUnits(MonthUnits there, MonthUnits all) {
        double[] its = new double[all.end() - all.first()];
        double[] sums = new double[its.length];
        for (int i = 0; i < its.length; i++) {
            its[i] = (i == 0 ? 0 : its[i - 1]) + there.of(all.first() + i);
            sums[i] = (i == 0 ? 0 : sums[i - 1]) + all.of(all.first() + i);
        }
        return new Region(all.first(), its, sums, 0);
    }

    private Region counted(String product, String region, int day) {
        double its = 0;
        double all = 0;
        int code = known.codes().find(region);
        for (Track track : known.tracks(Measure.INCIDENT, product).values()) {
            FailureRows rows = track.rows();
            int end = rows.knownBy(upTo);
            for (int row = rows.knownBy(day - 1); row < end; row++) {
                if (rows.at(row, Column.EVENT) >= day) {
                    all += rows.at(row, Column.COUNT);
                    its += rows.at(row, Column.REGION) == code ? rows.at(row, Column.COUNT) : 0;
                }
            }
        }
        return new Region(Integer.MIN_VALUE / 2, new double[1], new double[0], all < LEAST ? 0 : its / all);
    }
}
