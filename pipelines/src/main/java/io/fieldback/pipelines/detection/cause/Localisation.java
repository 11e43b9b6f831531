// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.LotUnits;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an excess is bound to: the lot, supplier, month of production, region or site that carries more than its share of
 * what was expected, by far and beyond chance, and most of the excess; or nothing. A month is named only if what was made
 * after it is sound: what began with a month and has not ended is a change, not a batch.
 */
public final class Localisation {
    private static final double CLEARLY = 1.5;
    private static final double LEAST_GAIN = 8;
    private static final double LATER_SOUND = 1;
    private static final int RUN = 3;
    private static final int PARTS = 8;
    private static final int SHARES_FROM = 730;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;

    /** Binds by one outlook. */
    public Localisation(Known known, Outlook outlook, WatchRules rules) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
    }

    /**
     * Parts of an excess by axis, those that carry most first, and the one to name.
     *
     * @param named the part that carries it, if one does
     * @param parts the greatest of all axes
     * @param sites all sites
     */
    public record Bound(Optional<Carrier> named, List<Carrier> parts, List<Carrier> sites) {}

    /** Binds the excess of a finding. */
    public Bound bind(Finding finding) {
        List<Track> tracks = tracks(finding.key());
        List<Carrier> carriers = new ArrayList<>();
        long all = total(tracks, finding);
        double expected = all == finding.observed() || finding.part() == null
                ? finding.expected().mean()
                : outlook.window(finding.key(), finding.from(), finding.to()).mean();
        if (all > expected) {
            if (outlook.exposed(finding.key())) {
                lots(carriers, tracks, finding, all, expected);
                months(carriers, tracks, finding, all, expected);
            }
            shares(carriers, tracks, finding, all, expected, Axis.REGION, Column.REGION);
            shares(carriers, tracks, finding, all, expected, Axis.SITE, Column.SITE);
            shares(carriers, tracks, finding, all, expected, Axis.SUPPLIER, Column.SUPPLIER);
        }
        carriers.sort(Comparator.comparingDouble(Carrier::gain)
                .reversed()
                .thenComparing(carrier -> carrier.part().text()));
        Optional<Carrier> named = carriers.stream()
                .filter(carrier -> carries(carrier, finding, tracks))
                .findFirst();
        List<Carrier> sites = carriers.stream()
                .filter(carrier -> carrier.part().axis() == Axis.SITE)
                .toList();
        return new Bound(named, carriers.stream().limit(PARTS).toList(), sites);
    }

    private boolean carries(Carrier carrier, Finding finding, List<Track> tracks) {
        return carrier.excessShare() >= rules.causeShare()
                && carrier.low() >= CLEARLY
                && carrier.gain() >= LEAST_GAIN
                && carrier.observed() >= rules.minimumExcess()
                && (carrier.part().axis() != Axis.PRODUCTION_MONTH || laterSound(carrier, finding, tracks));
    }

    private boolean laterSound(Carrier carrier, Finding finding, List<Track> tracks) {
        String value = carrier.part().value();
        String end = value.substring(value.length() - 7);
        double expected = 0;
        for (Map.Entry<Integer, MonthUnits> cohort :
                known.units(finding.key().product()).now().produced().entrySet()) {
            if (cohort.getKey() != Occurrence.UNKNOWN
                    && Months.text(cohort.getKey()).compareTo(end) > 0) {
                expected +=
                        Math.max(0, outlook.unitShare(finding.key(), cohort.getValue(), finding.from(), finding.to()));
            }
        }
        expected *= finding.expected().mean();
        long observed = 0;
        for (Map.Entry<String, Integer> each :
                by(tracks, finding, Column.PRODUCED).entrySet()) {
            observed += each.getKey().compareTo(end) > 0 ? each.getValue() : 0;
        }
        double ratio = carrier.observed() / Math.max(0.5, carrier.expected());
        return expected >= LATER_SOUND && observed + 1 < (expected + 1) * Math.sqrt(ratio);
    }

    private List<Track> tracks(SeriesKey key) {
        if (key.component().isEmpty()) {
            return List.copyOf(known.tracks(key.measure(), key.product()).values());
        }
        Track track = known.tracks().get(key);
        return track == null ? List.of() : List.of(track);
    }

    private long total(List<Track> tracks, Finding finding) {
        long sum = 0;
        for (Track track : tracks) {
            sum += track.counts(outlook.exposed(finding.key())).sum(finding.from(), finding.to());
        }
        return sum;
    }

    private void lots(List<Carrier> carriers, List<Track> tracks, Finding finding, long all, double expected) {
        if (finding.key().component().isEmpty()) {
            return;
        }
        Map<String, Integer> counts = by(tracks, finding, Column.LOT);
        Map<String, Double> suppliers = new TreeMap<>();
        Map<String, Integer> supplied = new TreeMap<>();
        for (LotUnits lot : known.lots().values()) {
            MonthUnits units = lot.products().get(finding.key().product());
            if (units == null || !lot.key().component().equals(finding.key().component())) {
                continue;
            }
            double share = outlook.unitShare(finding.key(), units, finding.from(), finding.to());
            suppliers.merge(lot.key().supplier(), Math.max(0, share), Double::sum);
            supplied.merge(lot.key().supplier(), counts.getOrDefault(lot.key().lot(), 0), Integer::sum);
            int count = counts.getOrDefault(lot.key().lot(), 0);
            if (count > 0 && share >= 0) {
                Part part = new Part(Axis.LOT, lot.key().lot());
                carriers.add(Carrier.of(part, count, share * expected, all, expected, 0.02));
            }
        }
        if (suppliers.size() > 1) {
            suppliers.forEach((supplier, share) -> {
                Part part = new Part(Axis.SUPPLIER, supplier);
                int count = supplied.getOrDefault(supplier, 0);
                carriers.add(Carrier.of(part, count, share * expected, all, expected, 0.02));
            });
        }
    }

    private void months(List<Carrier> carriers, List<Track> tracks, Finding finding, long all, double expected) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        by(tracks, finding, Column.PRODUCED).forEach((month, count) -> counts.put(month(month), count));
        Map<Integer, MonthUnits> cohorts =
                known.units(finding.key().product()).now().produced();
        TreeMap<Integer, Double> shares = new TreeMap<>();
        cohorts.forEach((month, units) ->
                shares.put(month, outlook.unitShare(finding.key(), units, finding.from(), finding.to())));
        for (int first : counts.keySet()) {
            long observed = 0;
            double share = 0;
            for (int end = first; end < first + RUN; end++) {
                observed += counts.getOrDefault(end, 0);
                share += Math.max(0, shares.getOrDefault(end, 0.0));
                if (counts.containsKey(end)) {
                    String value = first == end ? Months.text(first) : Months.text(first) + ".." + Months.text(end);
                    Part part = new Part(Axis.PRODUCTION_MONTH, value);
                    Carrier carrier = Carrier.of(part, observed, share * expected, all, expected, 0.03);
                    carriers.add(carrier);
                }
            }
        }
    }

    private static int month(String text) {
        return (Integer.parseInt(text.substring(0, 4)) - 1970) * 12 + Integer.parseInt(text.substring(5)) - 1;
    }

    private void shares(
            List<Carrier> carriers,
            List<Track> tracks,
            Finding finding,
            long all,
            double expected,
            Axis axis,
            Column column) {
        Map<String, Integer> counts = by(tracks, finding, column);
        TreeMap<String, Integer> before = new TreeMap<>();
        double sum = 0;
        // Shares are those of the whole product: of one component there is too little.
        for (Track track :
                known.tracks(finding.key().measure(), finding.key().product()).values()) {
            for (int row = track.rows().knownBy(finding.from() - SHARES_FROM);
                    row < track.rows().size();
                    row++) {
                int code = track.rows().at(row, column);
                if (code >= 0 && track.rows().at(row, Column.EVENT) < finding.from()) {
                    before.merge(known.codes().text(code), track.rows().at(row, Column.COUNT), Integer::sum);
                    sum += track.rows().at(row, Column.COUNT);
                }
            }
        }
        if (axis == Axis.SUPPLIER && !known.lots().isEmpty() && outlook.exposed(finding.key())) {
            return;
        }
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            double share = axis == Axis.REGION
                    ? outlook.regionShare(finding.key(), each.getKey(), finding.from(), finding.to())
                    : -1;
            double doubt = 0.03;
            int seen = before.getOrDefault(each.getKey(), 0);
            if (share < 0) {
                if (seen < 3) {
                    continue;
                }
                share = seen / sum;
                doubt = 0.05 + 1.0 / seen;
            }
            if (each.getValue() > 0) {
                Part part = new Part(axis, each.getKey());
                carriers.add(Carrier.of(part, each.getValue(), share * expected, all, expected, doubt));
            }
        }
    }

    private Map<String, Integer> by(List<Track> tracks, Finding finding, Column column) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        boolean exposed = outlook.exposed(finding.key());
        for (Track track : tracks) {
            for (int row = track.rows().knownBy(finding.from() - 1);
                    row < track.rows().size();
                    row++) {
                int event = track.rows().at(row, Column.EVENT);
                int code = track.rows().at(row, column);
                if (event < finding.from()
                        || event > finding.to()
                        || code < 0
                        || exposed && track.rows().at(row, Column.RECORDED) == 0) {
                    continue;
                }
                String value = column == Column.PRODUCED
                        ? Months.text(code)
                        : known.codes().text(code);
                counts.merge(value, track.rows().at(row, Column.COUNT), Integer::sum);
            }
        }
        return counts;
    }
}
