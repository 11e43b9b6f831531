// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Fellows;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tallies of all series, of products, components and all together, as known by one day. */
final class WeeklyTallies {
    private static final int LONGEST_DAYS = 3653;
    private static final double THERE = 0.2;
    private static final double MAIN = 0.2;

    private final int upTo;
    private final int firstWeek;
    private final Fellows fellows;
    private final Map<SeriesKey, Tally> tallies = new HashMap<>();
    private final TreeMap<SeriesKey, Tally> inOrder;
    private final Map<SeriesKey, Tally> groups = new HashMap<>();
    private final TreeMap<String, Integer> starts = new TreeMap<>();
    private final TreeMap<String, Integer> codeStarts = new TreeMap<>();

    WeeklyTallies(Known known, int upTo) {
        this.upTo = upTo;
        this.fellows = Fellows.of(known, upTo);
        int first = upTo;
        for (Track track : known.tracks().values()) {
            int end = track.rows().knownBy(upTo);
            for (int row = 0; row < end; row++) {
                first = Math.min(first, track.rows().at(row, Column.EVENT));
            }
        }
        firstWeek = Months.week(Math.max(first, upTo - LONGEST_DAYS));
        TreeMap<String, Tally> lines = new TreeMap<>();
        for (Track track : known.tracks().values()) {
            SeriesKey key = track.key();
            if (key.product().isEmpty()) {
                continue;
            }
            Tally tally = new Tally(firstWeek, endWeek());
            boolean exposed = known.units(key.product()).knownBy(upTo).level() >= 2;
            tally.count(track.rows(), upTo, exposed, Months.monday(firstWeek));
            if (tally.total() == 0) {
                continue;
            }
            String line = known.reference().line(key.product());
            String group = fellows.group(key.product());
            add(groups, new SeriesKey(key.measure(), group, ""), tally);
            add(tallies, new SeriesKey(key.measure(), key.product(), ""), tally);
            lines.computeIfAbsent(line, any -> new Tally(firstWeek, endWeek())).add(tally);
            if (!key.component().isEmpty()) {
                tallies.put(key, tally);
                add(groups, new SeriesKey(key.measure(), group, key.component()), tally);
                codeStarts.merge(line + '|' + key.component(), first(tally), Math::min);
            }
        }
        inOrder = new TreeMap<>(tallies);
        lines.forEach((line, tally) -> starts.put(line, start(tally)));
    }

    private void add(Map<SeriesKey, Tally> to, SeriesKey key, Tally tally) {
        to.computeIfAbsent(key, any -> new Tally(firstWeek, endWeek())).add(tally);
    }

    private int first(Tally tally) {
        for (int week = firstWeek; week < endWeek(); week++) {
            if (tally.week(week) > 0) {
                return week;
            }
        }
        return endWeek();
    }

    /** The first week with a fifth of an average week: a stray early case does not begin a history. */
    private int start(Tally tally) {
        double average = (double) tally.total() / Math.max(1, endWeek() - first(tally));
        for (int week = firstWeek; week < endWeek(); week++) {
            if (tally.week(week) > 0 && tally.week(week) >= THERE * average) {
                return week;
            }
        }
        return endWeek();
    }

    int upTo() {
        return upTo;
    }

    int firstWeek() {
        return firstWeek;
    }

    /** The week after the last whole one. */
    int endWeek() {
        return Months.week(upTo + 1);
    }

    /** The first week a product line reports in. */
    int start(String line) {
        return starts.getOrDefault(line, endWeek());
    }

    /** The first week that anything is reported in. */
    int start() {
        return starts.values().stream().mapToInt(week -> week).min().orElse(endWeek());
    }

    /** The first week a line uses a component code in. */
    int codeStart(String line, String component) {
        return codeStarts.getOrDefault(line + '|' + component, endWeek());
    }

    @Nullable
    Tally of(SeriesKey key) {
        return tallies.get(key);
    }

    /** A tally, empty where nothing was counted. */
    Tally orEmpty(Measure measure, String product, String component) {
        Tally tally = tallies.get(new SeriesKey(measure, product, component));
        return tally == null ? new Tally(firstWeek, endWeek()) : tally;
    }

    /** The sum of a component, or of all, over the products that share sources with one. */
    Tally ofFellows(Measure measure, String product, String component) {
        Tally tally = groups.get(new SeriesKey(measure, fellows.group(product), component));
        return tally == null ? new Tally(firstWeek, endWeek()) : tally;
    }

    Fellows fellows() {
        return fellows;
    }

    /** Components that make up a fifth or more of a product's failures. */
    List<String> mainComponents(Measure measure, String product) {
        double all = orEmpty(measure, product, "").total();
        List<String> main = new ArrayList<>();
        inOrder.subMap(new SeriesKey(measure, product, ""), false, new SeriesKey(measure, product, "\uffff"), true)
                .forEach((key, tally) -> {
                    if (tally.total() >= MAIN * all) {
                        main.add(key.component());
                    }
                });
        return main;
    }

    TreeMap<SeriesKey, Tally> all() {
        return inOrder;
    }
}
