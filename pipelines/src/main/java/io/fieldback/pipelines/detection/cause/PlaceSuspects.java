// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.expectation.RegionShares;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Regions of a product and of all products of its line, sites, and suppliers where no lots are known. */
final class PlaceSuspects {
    private static final double REGIONS = 0.15;
    private static final double SITES = 0.05;
    private static final double SUPPLIERS = 0.015;
    private static final double REGION_DOUBT = 0.13;
    private static final double DOUBT = 0.35;
    private static final int SHARES_FROM = 730;
    private static final int LEAST = 3;

    private final Known known;
    private final Outlook outlook;
    private final Slices slices;
    private final int recent;
    private final Function<SeriesKey, SliceCounts> counts;

    PlaceSuspects(Known known, Outlook outlook, Slices slices, int recent, Function<SeriesKey, SliceCounts> counts) {
        this.known = known;
        this.outlook = outlook;
        this.slices = slices;
        this.recent = recent;
        this.counts = counts;
    }

    List<Suspect> of(SeriesKey key) {
        List<Suspect> suspects = new ArrayList<>();
        regions(suspects, key, List.of(key), false);
        List<SeriesKey> line = line(key);
        if (line.size() > 1) {
            regions(suspects, key, line, true);
        }
        shares(suspects, key, Axis.SITE, Column.SITE, SITES);
        if (known.lots().isEmpty() || !outlook.exposed(key)) {
            shares(suspects, key, Axis.SUPPLIER, Column.SUPPLIER, SUPPLIERS);
        }
        return suspects;
    }

    private List<SeriesKey> line(SeriesKey key) {
        return key.component().isEmpty() || key.measure() != Measure.INCIDENT
                ? List.of()
                : known.lineOf(key).stream().filter(outlook::judges).toList();
    }

    private void regions(List<Suspect> suspects, SeriesKey key, List<SeriesKey> keys, boolean wide) {
        TreeMap<Integer, long[]> seen = counts.apply(key).seen(Column.REGION);
        RegionShares shares = outlook.regions();
        for (int code : seen.keySet()) {
            String region = known.codes().text(code);
            Strata strata = new Strata(recent);
            for (SeriesKey each : keys) {
                SliceCounts of = counts.apply(each);
                double[] its = new double[of.slices()];
                // What began in a region began on a day; before it there is nothing to see.
                for (int i = 0; i < recent; i++) {
                    its[i] = Math.max(
                            0,
                            shares.of(each, region, slices.first(i), slices.last(i))
                                    .share());
                }
                strata.add(of, of.seen(Column.REGION).get(code), its);
            }
            if (strata.observed() > 1) {
                double prior = REGIONS / 2 / seen.size();
                suspects.add(strata.suspect(new Part(Axis.REGION, region), null, wide, prior, REGION_DOUBT));
            }
        }
    }

    /** Shares as they were before, those of the whole product: of one component there is too little. */
    private void shares(List<Suspect> suspects, SeriesKey key, Axis axis, Column column, double prior) {
        TreeMap<Integer, Long> before = new TreeMap<>();
        double sum = 0;
        for (Track track : known.tracks(key.measure(), key.product()).values()) {
            FailureRows rows = track.rows();
            for (int row = rows.knownBy(slices.from() - SHARES_FROM); row < rows.size(); row++) {
                int code = rows.at(row, column);
                if (code >= 0 && rows.at(row, Column.EVENT) < slices.from()) {
                    before.merge(code, (long) rows.at(row, Column.COUNT), Long::sum);
                    sum += rows.at(row, Column.COUNT);
                }
            }
        }
        SliceCounts of = counts.apply(key);
        TreeMap<Integer, long[]> seen = of.seen(column);
        for (int code : seen.keySet()) {
            long was = before.getOrDefault(code, 0L);
            if (was >= LEAST) {
                double[] its = new double[of.slices()];
                java.util.Arrays.fill(its, 0, recent, was / sum);
                Strata strata = new Strata(recent).add(of, seen.get(code), its);
                if (strata.observed() > 1) {
                    suspects.add(strata.suspect(
                            new Part(axis, known.codes().text(code)),
                            null,
                            false,
                            prior / seen.size(),
                            Math.sqrt(DOUBT * DOUBT + 1.0 / was)));
                }
            }
        }
    }
}
