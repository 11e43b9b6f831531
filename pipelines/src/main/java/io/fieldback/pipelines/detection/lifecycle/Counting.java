// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import static io.fieldback.pipelines.detection.wording.Counted.ANY;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Group;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.family.RegionScan;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.LotUnits;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.wording.Counted;
import io.fieldback.pipelines.detection.wording.Counted.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Says which failures the figures of an alert are of: of a look what the look counted, later what {@link Course} does. */
final class Counting {
    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final Alarms alarms;

    /** Of the looks and alerts of a day. */
    Counting(Known known, Outlook outlook, WatchRules rules, Alarms alarms) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
        this.alarms = alarms;
    }

    /** What an alert that goes on counts from a day on. */
    Counted of(OpenAlert alert, int from) {
        List<Span> spans = new ArrayList<>();
        for (SeriesKey key : alarms.course().series(alert.subject())) {
            if (key.component().isEmpty()) {
                spans.addAll(wholeProduct(key, from));
            } else {
                spans.add(span(key, from));
            }
        }
        return new Counted(alert.measure(), alert.component(), alert.part(), spans, from, outlook.day(), false);
    }

    /** Components of which the denominator can say nothing yet count with all their failures. */
    private List<Span> wholeProduct(SeriesKey product, int from) {
        TreeSet<String> exposed = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        for (SeriesKey key : known.tracks(product.measure(), product.product()).keySet()) {
            (outlook.exposed(key) ? exposed : others).add(key.component());
        }
        List<Span> spans = new ArrayList<>();
        if (!exposed.isEmpty()) {
            spans.add(new Span(product.product(), List.copyOf(others), from, true));
        }
        if (!others.isEmpty()) {
            spans.add(new Span(product.product(), List.copyOf(exposed), from, false));
        }
        return spans;
    }

    /** What a look counted. */
    Counted of(Finding finding) {
        SeriesKey key = finding.key();
        LotKey lot = finding.lot();
        if (lot != null) {
            return counted(finding, ofLot(lot, finding.from()), ANY, false);
        }
        if (finding.wide()) {
            return counted(finding, ofRegion(finding), finding.from(), false);
        }
        Part part = finding.part();
        boolean cohort = part != null && part.axis().cohort().isPresent();
        if (cohort || finding.group() == Group.WEAR) {
            int from = Math.max(outlook.from(key), alarms.closedOn(key) + 1);
            return counted(finding, List.of(new Span(key.product(), List.of(), from, true)), ANY, true);
        }
        List<String> without = key.component().isEmpty() ? leftOut(key) : List.of();
        Span span = new Span(key.product(), without, finding.from(), outlook.exposed(key));
        return counted(finding, List.of(span), ANY, false);
    }

    private static Counted counted(Finding finding, List<Span> spans, int knownFrom, boolean aged) {
        SeriesKey key = finding.key();
        int to = aged ? ANY : finding.to();
        return new Counted(key.measure(), key.component(), finding.part(), spans, knownFrom, to, aged);
    }

    private List<Span> ofLot(LotKey lot, int from) {
        List<Span> spans = new ArrayList<>();
        LotUnits units = Objects.requireNonNull(known.lots().get(lot), lot.lot());
        for (Map.Entry<String, MonthUnits> product : units.products().entrySet()) {
            SeriesKey key = new SeriesKey(Measure.INCIDENT, product.getKey(), lot.component());
            if (outlook.exposed(key) && known.tracks().containsKey(key)) {
                int first = Months.first(product.getValue().first());
                spans.add(span(key, Math.max(from, Math.max(outlook.from(key), first))));
            }
        }
        return spans;
    }

    private List<Span> ofRegion(Finding finding) {
        String region = Objects.requireNonNull(finding.part()).value();
        return known.lineOf(finding.key()).stream()
                .filter(outlook::judges)
                .filter(key -> RegionScan.share(outlook, rules, key, region, finding.from())
                        .isKnown())
                .map(key -> span(key, finding.from()))
                .toList();
    }

    private Span span(SeriesKey key, int from) {
        return new Span(key.product(), List.of(), from, outlook.exposed(key));
    }

    /** Components that a look at a whole product leaves out: new codes, and those that had alerts before the day. */
    private List<String> leftOut(SeriesKey product) {
        List<OpenAlert> before = alarms.open().stream()
                .filter(alert ->
                        alert.openedOn() < outlook.day() && !alert.component().isEmpty())
                .toList();
        return known.tracks(product.measure(), product.product()).keySet().stream()
                .filter(key -> outlook.learning().isNewCode(key)
                        || before.stream()
                                .anyMatch(alert ->
                                        alarms.course().series(alert.subject()).contains(key)))
                .map(SeriesKey::component)
                .toList();
    }
}
