// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.Exposure;
import io.fieldback.pipelines.detection.LotExposure;
import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.series.CodeUse.Axis;
import io.fieldback.pipelines.detection.series.CodeUse.CodeKey;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is known, as counts. */
public final class Known {
    private final Reference reference;
    private final Codes codes = new Codes();
    private final TreeMap<SeriesKey, Track> tracks = new TreeMap<>();
    private final HashMap<SeriesKey, List<SeriesKey>> lines = new HashMap<>();
    private final HashMap<SeriesKey, DayCounts> totals = new HashMap<>();
    private final TreeMap<String, ProductUnits> units = new TreeMap<>();
    private final TreeMap<LotKey, LotUnits> lots = new TreeMap<>();
    private final TreeMap<String, DayCounts> visits = new TreeMap<>();
    private final Reporters reporters = new Reporters();
    private final TreeMap<CodeKey, CodeUse> uses = new TreeMap<>();
    private final HashMap<String, Long> lotCases = new HashMap<>();
    private int lastDay = Integer.MIN_VALUE;

    /** Nothing yet. */
    public Known(Reference reference) {
        this.reference = reference;
    }

    /** Failures became known. */
    public void add(Occurrence seen) {
        checkOrder(seen.knownOn());
        reporters.add(seen);
        String product = text(seen.productModel());
        if (seen.measure() == Measure.OTHER_VISIT) {
            visits.computeIfAbsent(product, model -> new DayCounts()).add(seen.eventOn(), seen.count());
            return;
        }
        if (seen.nonQuality()) {
            return;
        }
        String component = text(seen.component());
        SeriesKey key = new SeriesKey(seen.measure(), product, component);
        Track track = tracks.get(key);
        if (track == null) {
            track = new Track(key);
            tracks.put(key, track);
            lines.computeIfAbsent(
                            new SeriesKey(key.measure(), reference.line(product), component), any -> new ArrayList<>())
                    .add(key);
        }
        track.add(seen, codes);
        if (seen.lot() != null && key.measure() == Measure.INCIDENT) {
            lotCases.merge(component + '|' + seen.lot(), seen.count(), Long::sum);
        }
        if (product.isEmpty()) {
            return;
        }
        reporters.tellsOf(product, seen);
        total(key.measure(), "", "").add(seen.eventOn(), seen.count());
        total(key.measure(), product, "").add(seen.eventOn(), seen.count());
        if (!component.isEmpty()) {
            total(key.measure(), "", component).add(seen.eventOn(), seen.count());
        }
        if (seen.measure() == Measure.INCIDENT) {
            use(product, Axis.COMPONENT, "", seen.component(), seen);
            use(product, Axis.SYMPTOM, component, seen.symptomCode(), seen);
        }
    }

    /** Units became known. */
    public void add(Exposure known) {
        checkOrder(known.knownOn());
        units.computeIfAbsent(text(known.productModel()), model -> new ProductUnits())
                .add(known);
    }

    /** Units with a part of a lot became known. */
    public void add(LotExposure known) {
        checkOrder(known.knownOn());
        lots.computeIfAbsent(new LotKey(known.component(), known.supplier(), known.lot()), LotUnits::new)
                .add(known);
    }

    private void checkOrder(int knownOn) {
        if (knownOn <= lastDay) {
            throw new IllegalArgumentException("Cannot learn of day " + knownOn + " after day " + lastDay
                    + " was judged: what becomes known must come in the order of the known days");
        }
    }

    /** Nothing of this day or before may follow. */
    public void close(int day) {
        lastDay = Math.max(lastDay, day);
    }

    private void use(String product, Axis axis, String parent, @Nullable String code, Occurrence seen) {
        if (code != null && !product.isEmpty()) {
            uses.computeIfAbsent(new CodeKey(reference.line(product), axis, parent, code), key -> new CodeUse())
                    .add(seen);
        }
    }

    private static String text(@Nullable String code) {
        return code == null ? "" : code;
    }

    /** Counts of all series of a product, of a component, or with both empty of all. */
    public DayCounts total(Measure measure, String product, String component) {
        return totals.computeIfAbsent(new SeriesKey(measure, product, component), key -> new DayCounts());
    }

    /** Counts of a component of a product, or with an empty component of the whole. */
    public DayCounts totalOf(SeriesKey key) {
        if (key.component().isEmpty()) {
            return total(key.measure(), key.product(), "");
        }
        Track track = tracks.get(key);
        return track == null ? new DayCounts() : track.counts(false);
    }

    /** What stands beside the cases. */
    public Reference reference() {
        return reference;
    }

    /** Texts of the numbers in rows. */
    public Codes codes() {
        return codes;
    }

    /** All series. */
    public TreeMap<SeriesKey, Track> tracks() {
        return tracks;
    }

    /** The series of a product. */
    public SortedMap<SeriesKey, Track> tracks(Measure measure, String product) {
        return tracks.subMap(
                new SeriesKey(measure, product, ""), true, new SeriesKey(measure, product, "\uffff"), true);
    }

    /** Those of a component, or all of a product where the component is empty. */
    public List<Track> tracksOf(SeriesKey key) {
        if (key.component().isEmpty()) {
            return List.copyOf(tracks(key.measure(), key.product()).values());
        }
        Track track = tracks.get(key);
        return track == null ? List.of() : List.of(track);
    }

    /** The series of a component in all products of a line, in which it ever failed. */
    public List<SeriesKey> lineOf(SeriesKey key) {
        return lineOf(key.measure(), reference.line(key.product()), key.component());
    }

    /** The same of a line. */
    public List<SeriesKey> lineOf(Measure measure, String line, String component) {
        return lines.getOrDefault(new SeriesKey(measure, line, component), List.of());
    }

    /** Lots of a component with a denominator. */
    public Collection<LotUnits> lotsOf(String component) {
        return lots.subMap(new LotKey(component, "", ""), true, new LotKey(component, "\uffff", "\uffff"), true)
                .values();
    }

    /** Units of a product, none if it has no denominator. */
    public ProductUnits units(String product) {
        ProductUnits known = units.get(product);
        return known == null ? new ProductUnits() : known;
    }

    /** Products with a denominator. */
    public java.util.Set<String> products() {
        return units.keySet();
    }

    /** All lots with a denominator. */
    public TreeMap<LotKey, LotUnits> lots() {
        return lots;
    }

    /** Failures of units with a part of a lot. */
    public long cases(LotKey lot) {
        return lotCases.getOrDefault(lot.component() + '|' + lot.lot(), 0L);
    }

    /** Visits that are no failures, by product. */
    public TreeMap<String, DayCounts> visits() {
        return visits;
    }

    /** Who reports. */
    public Reporters reporters() {
        return reporters;
    }

    /** How codes are used. */
    public TreeMap<CodeKey, CodeUse> uses() {
        return uses;
    }
}
