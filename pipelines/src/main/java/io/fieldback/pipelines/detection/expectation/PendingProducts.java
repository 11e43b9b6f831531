// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for products of which nothing, or not all, is expected yet: those with cases in half a year, and new ones with
 * units. It asks of failures, else of complaints, else of returns. Each product is learned of once a week anyway; of its
 * components only those are asked that may lack what their product has.
 */
public final class PendingProducts {
    private static final int LIVE = 182;

    private final Known known;
    private final Learning learning;
    private final int day;

    /** Each product once: the first measure that it has cases of, and its components with cases. */
    private final TreeMap<String, Live> live = new TreeMap<>();

    private record Live(Measure measure, List<String> components, long cases) {}

    private record Ranked(NotYetJudged.Product product, long cases) {}

    private PendingProducts(Known known, Learning learning, int day) {
        this.known = known;
        this.learning = learning;
        this.day = day;
    }

    /** Those of a day. */
    public static NotYetJudged of(Known known, Learning learning, int day) {
        return new PendingProducts(known, learning, day).all();
    }

    private NotYetJudged all() {
        for (Track track : known.tracks().values()) {
            SeriesKey key = track.key();
            if (track.newest() >= day - LIVE && !key.product().isEmpty()) {
                Live its = live.computeIfAbsent(
                        key.product(),
                        any -> new Live(
                                key.measure(),
                                new ArrayList<>(),
                                known.total(key.measure(), key.product(), "").sum(day - LIVE + 1, day)));
                if (its.measure() == key.measure() && !key.component().isEmpty()) {
                    its.components().add(key.component());
                }
            }
        }
        List<Ranked> found = new ArrayList<>();
        live.forEach((product, its) ->
                ofProduct(product, its).ifPresent(pending -> found.add(new Ranked(pending, its.cases()))));
        for (String product : known.products()) {
            if (!product.isEmpty() && !live.containsKey(product) && learning.isNew(product)) {
                ofLaunched(product).ifPresent(pending -> found.add(new Ranked(pending, 0)));
            }
        }
        found.sort(Comparator.comparingLong((Ranked each) -> -each.cases())
                .thenComparing(each -> each.product().product()));
        return new NotYetJudged(
                found.stream().limit(NotYetJudged.MOST).map(Ranked::product).toList(),
                Math.max(0, found.size() - NotYetJudged.MOST));
    }

    private Optional<NotYetJudged.Product> ofProduct(String product, Live its) {
        Optional<Pending> whole = pending(its.measure(), product, "");
        boolean isNew = learning.isNew(product);
        if (whole.isPresent() && !isNew) {
            return Optional.of(told(product, List.of(), List.of(whole.get())));
        }
        List<String> components = new ArrayList<>();
        List<Pending> reasons = new ArrayList<>();
        for (String component : its.components()) {
            SeriesKey key = new SeriesKey(its.measure(), product, component);
            if (isNew || learning.isLate(key)) {
                pending(its.measure(), product, component).ifPresent(pending -> {
                    components.add(component);
                    reasons.add(pending);
                });
            }
        }
        if (whole.isPresent() && components.size() == its.components().size()) {
            return Optional.of(told(product, List.of(), List.of(whole.get())));
        }
        return components.isEmpty() ? Optional.empty() : Optional.of(told(product, components, reasons));
    }

    /** A new product without a case: its first one is judged if any component would be. */
    private Optional<NotYetJudged.Product> ofLaunched(String product) {
        Optional<Pending> whole = pending(Measure.INCIDENT, product, "");
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<String> components = new TreeSet<>();
        known.tracks().keySet().forEach(key -> components.add(key.component()));
        components.remove("");
        boolean judged = components.stream()
                .anyMatch(component ->
                        pending(Measure.INCIDENT, product, component).isEmpty());
        return judged ? Optional.empty() : Optional.of(told(product, List.of(), List.of(whole.get())));
    }

    private Optional<Pending> pending(Measure measure, String product, String component) {
        return learning.pending(new SeriesKey(measure, product, component));
    }

    /** The first reason there is; since the first of the days, until the last. */
    private static NotYetJudged.Product told(String product, List<String> components, List<Pending> reasons) {
        int since = Integer.MAX_VALUE;
        int until = Integer.MIN_VALUE;
        boolean isOpen = false;
        for (Pending each : reasons) {
            since = Math.min(since, each.since());
            until = Math.max(until, each.until());
            isOpen |= each.until() == Occurrence.UNKNOWN;
        }
        Pending.Reason reason =
                reasons.stream().map(Pending::reason).sorted().findFirst().orElseThrow();
        return new NotYetJudged.Product(product, components, reason.code(), text(since), isOpen ? null : text(until));
    }

    private static String text(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
