// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Failures and unit-months by age of each component in all models of its line, and what they teach of one model. */
final class FamilyAges {
    private final Known known;
    private final WeeklyTallies tallies;
    private final Beginnings beginnings;
    private final Coverage coverage;
    private final Map<SeriesKey, Sums> lines = new HashMap<>();
    private final Map<String, double[]> unitMonths = new HashMap<>();
    private double likeness = -1;

    private record Sums(double[] events, double[] units) {}

    FamilyAges(Known known, WeeklyTallies tallies, Beginnings beginnings, Coverage coverage) {
        this.known = known;
        this.tallies = tallies;
        this.beginnings = beginnings;
        this.coverage = coverage;
        for (Map.Entry<SeriesKey, Tally> each : tallies.all().entrySet()) {
            SeriesKey key = each.getKey();
            if (level(key.product()) >= 2) {
                Sums family = lines.computeIfAbsent(
                        line(key), any -> new Sums(new double[AgeCurve.GROUPS], new double[AgeCurve.GROUPS]));
                add(family.events(), events(each.getValue()), 1);
                add(family.units(), units(key), 1);
            }
        }
    }

    private int level(String product) {
        return known.units(product).knownBy(tallies.upTo()).level();
    }

    /** The component in all models of the line. */
    SeriesKey line(SeriesKey key) {
        return new SeriesKey(key.measure(), known.reference().line(key.product()), key.component());
    }

    /** The curve of all models of the line; empty where no units are known by age. */
    Optional<AgeCurve> all(SeriesKey key) {
        Sums family = lines.get(line(key));
        return family == null ? Optional.empty() : Optional.of(AgeCurve.of(family.events(), family.units()));
    }

    /** The curve of the other models; empty if they have fewer failures than asked for. */
    Optional<AgeCurve> others(SeriesKey key, double least) {
        Sums family = lines.get(line(key));
        if (family == null) {
            return Optional.empty();
        }
        double[] events = family.events().clone();
        double[] units = family.units().clone();
        add(events, events(tallies.orEmpty(key.measure(), key.product(), key.component())), -1);
        add(units, units(key), -1);
        return AgeCurve.sum(events) < least ? Optional.empty() : Optional.of(AgeCurve.of(events, units));
    }

    /** The curve of a component in all other lines; empty if it has fewer failures there than asked for, and of a whole product. */
    Optional<AgeCurve> elsewhere(SeriesKey key, double least) {
        double[] events = new double[AgeCurve.GROUPS];
        double[] units = new double[AgeCurve.GROUPS];
        SeriesKey own = line(key);
        lines.forEach((line, family) -> {
            boolean is = line.measure() == own.measure() && line.component().equals(own.component());
            if (is && !line.equals(own)) {
                add(events, family.events(), 1);
                add(units, family.units(), 1);
            }
        });
        return key.component().isEmpty() || AgeCurve.sum(events) < least
                ? Optional.empty()
                : Optional.of(AgeCurve.of(events, units));
    }

    /**
     * What a component's curve were if it depended on age as that of the product's other components does; empty if these
     * have fewer failures than asked for.
     */
    Optional<AgeCurve> shapeOfProduct(SeriesKey key, double least) {
        double[] own = events(tallies.orEmpty(key.measure(), key.product(), key.component()));
        double[] rest = events(tallies.orEmpty(key.measure(), key.product(), ""));
        add(rest, own, -1);
        double sum = AgeCurve.sum(rest);
        return key.component().isEmpty() || sum < least
                ? Optional.empty()
                : Optional.of(AgeCurve.of(rest, units(key)).times(AgeCurve.sum(own) / sum));
    }

    /** The curve of a model, drawn to another. */
    AgeCurve own(SeriesKey key, AgeCurve like, double firm) {
        Tally tally = tallies.orEmpty(key.measure(), key.product(), key.component());
        return AgeCurve.of(events(tally), units(key), like, 1, firm);
    }

    /** How much models differ from those they replaced: standard deviation of the logarithm of their level. */
    double likeness() {
        if (likeness < 0) {
            Likeness of = new Likeness();
            for (String product : known.products()) {
                String before = known.reference().product(product).predecessor();
                if (before != null && !before.equals(product) && level(product) >= 2 && level(before) >= 2) {
                    compare(of, product, before);
                }
            }
            likeness = of.deviation();
        }
        return likeness;
    }

    private void compare(Likeness of, String product, String before) {
        double[] theirs = events(tallies.orEmpty(Measure.INCIDENT, before, ""));
        AgeCurve curve = AgeCurve.of(theirs, units(new SeriesKey(Measure.INCIDENT, before, "")));
        double[] own = units(new SeriesKey(Measure.INCIDENT, product, ""));
        double expected = 0;
        for (int g = 0; g < own.length; g++) {
            expected += own[g] * curve.ofGroup(g);
        }
        double observed = AgeCurve.sum(events(tallies.orEmpty(Measure.INCIDENT, product, "")));
        of.add(observed, expected, AgeCurve.sum(theirs));
    }

    private static double[] events(Tally tally) {
        double[] events = new double[AgeCurve.GROUPS];
        for (int group = 0; group < events.length; group++) {
            events[group] = Math.max(0, tally.ages(group));
        }
        return events;
    }

    private double[] units(SeriesKey key) {
        int from = Months.monday(beginnings.startWeek(key));
        return unitMonths.computeIfAbsent(
                key.product() + '|' + from,
                any -> UnitMonths.byGroup(
                        known.units(key.product()).knownBy(tallies.upTo()),
                        from,
                        tallies.upTo(),
                        (begin, end) -> coverage.of(key.product(), begin, end)));
    }

    private static void add(double[] sum, double[] more, int sign) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.max(0, sum[i] + sign * more[i]);
        }
    }
}
