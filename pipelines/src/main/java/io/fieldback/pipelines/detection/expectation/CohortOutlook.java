// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.series.CohortCounts;
import io.fieldback.pipelines.detection.series.CohortMonth;
import io.fieldback.pipelines.detection.series.FieldUnits;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.HashMap;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Units of a product by the month of production or in service, each held against all others of the same age: what is wrong
 * with a batch shows against its neighbours long before it shows in the weeks.
 */
public final class CohortOutlook {
    private static final double COHORTS_VARY = 0.15;
    private static final double FIRM = 8;
    private static final double LEAST = 0.25;

    private final AgeCurve like;
    private final Optional<AgeCurve> others;
    private final FieldUnits field;
    private final CohortMonth by;
    private final NavigableMap<Integer, MonthUnits> cohorts;
    private final int first;
    private final double[] weights;
    private final double[] allUnits;
    private final HashMap<Integer, double[]> units = new HashMap<>();
    private final CohortCounts counts;

    private CohortOutlook(
            AgeCurve like,
            Optional<AgeCurve> others,
            FieldUnits field,
            CohortMonth by,
            CohortCounts counts,
            int first,
            double[] weights) {
        this.like = like;
        this.others = others;
        this.field = field;
        this.by = by;
        this.cohorts = by.cohorts(field);
        this.counts = counts;
        this.first = first;
        this.weights = weights;
        this.allUnits = new double[AgeCurve.GROUPS];
    }

    /**
     * The cohorts of a series.
     *
     * @param by month that makes a cohort
     * @param from first day that counts
     */
    public static CohortOutlook of(Known known, Outlook outlook, Track track, CohortMonth by, int from) {
        SeriesKey key = track.key();
        AgeCurve like = outlook.learning().of(key).map(Learned::like).orElseThrow();
        CohortOutlook cohorts = new CohortOutlook(
                java.util.Objects.requireNonNull(like),
                outlook.learning().others(key),
                known.units(key.product()).now(),
                by,
                track.cohorts(by, from),
                Months.of(from),
                outlook.monthWeights(key, from));
        cohorts.addUnits(cohorts.allUnits, cohorts.field.all());
        for (FieldUnits.Gone left : cohorts.field.gone()) {
            cohorts.addGone(cohorts.allUnits, left);
        }
        return cohorts;
    }

    private int last() {
        return first + weights.length - 1;
    }

    private void addUnits(double[] groups, MonthUnits of) {
        for (int service = of.first(); service < Math.min(of.end(), last() + 1); service++) {
            UnitMonths.add(groups, of.of(service), service, Math.max(first, service), last(), first, weights);
        }
    }

    private void addGone(double[] groups, FieldUnits.Gone left) {
        int begin = Math.max(first, Math.max(left.service(), left.month()));
        UnitMonths.add(groups, -left.units(), left.service(), begin, last(), first, weights);
    }

    /** Unit-months of a cohort by age group. */
    private double[] unitsOf(int cohort) {
        return units.computeIfAbsent(cohort, month -> {
            double[] groups = new double[AgeCurve.GROUPS];
            MonthUnits made = cohorts.get(month);
            if (made != null) {
                addUnits(groups, made);
                for (FieldUnits.Gone left : field.gone()) {
                    if (by.of(left) == month) {
                        addGone(groups, left);
                    }
                }
            }
            return groups;
        });
    }

    /** What share of all units is of one month to another. */
    public double shareOfUnits(int from, int to) {
        double made = 0;
        for (MonthUnits units : cohorts.subMap(from, true, to, true).values()) {
            made += units.sum();
        }
        return made / Math.max(1, field.all().sum());
    }

    /** Failures by cohort. */
    public CohortCounts counts() {
        return counts;
    }

    /** What was to be expected of units of one month to another, going by all others. */
    public Expected expected(int from, int to) {
        Ages ages = ages(from, to);
        return expected(AgeCurve.sum(ages.expected()), ages.known());
    }

    /**
     * Failures by age group.
     *
     * @param observed in each
     * @param expected in each
     * @param known failures that the expectation was learned from
     */
    public record Ages(double[] observed, double[] expected, double known) {
        /** Failures of ages from a group on. */
        public double observed(int from) {
            return sum(observed, from);
        }

        /** What was to be expected of them. */
        public double expected(int from) {
            return sum(expected, from);
        }

        private static double sum(double[] of, int from) {
            double sum = 0;
            for (int g = from; g < of.length; g++) {
                sum += of[g];
            }
            return sum;
        }
    }

    /** Units of one month to another by age, going by all others of their age. */
    public Ages ages(int from, int to) {
        double[] own = new double[AgeCurve.GROUPS];
        double[] its = new double[AgeCurve.GROUPS];
        for (int month = from; month <= to; month++) {
            add(own, unitsOf(month));
            int[] failed = counts.of(month);
            for (int g = 0; g < AgeCurve.GROUPS; g++) {
                its[g] += failed[g];
            }
        }
        double[] others = new double[AgeCurve.GROUPS];
        double[] otherEvents = new double[AgeCurve.GROUPS];
        for (int g = 0; g < AgeCurve.GROUPS; g++) {
            others[g] = Math.max(0, allUnits[g] - own[g]);
            otherEvents[g] = Math.max(0, counts.all()[g] - its[g]);
        }
        AgeCurve curve = AgeCurve.of(otherEvents, others, like, 1, FIRM);
        double known = FIRM;
        for (int g = 0; g < AgeCurve.GROUPS; g++) {
            known += own[g] > 0 ? otherEvents[g] : 0;
        }
        return new Ages(its, times(own, curve), known);
    }

    /** All units by age, going by other models of the line; empty if they say too little. */
    public Optional<Ages> wholeByOthers() {
        return others.map(curve -> {
            double[] its = new double[AgeCurve.GROUPS];
            for (int g = 0; g < AgeCurve.GROUPS; g++) {
                its[g] = counts.all()[g];
            }
            return new Ages(its, times(allUnits, curve), Learning.ENOUGH_OTHERS);
        });
    }

    private static double[] times(double[] units, AgeCurve curve) {
        double[] expected = new double[AgeCurve.GROUPS];
        for (int g = 0; g < AgeCurve.GROUPS; g++) {
            expected[g] = Math.max(0, units[g]) * curve.ofGroup(g);
        }
        return expected;
    }

    /** A count of units held against others, of whom so many failures are known. */
    public static Expected expected(double mean, double known) {
        double doubt = COHORTS_VARY * COHORTS_VARY + 1 / known;
        return new Expected(mean, mean + mean * mean * doubt).atLeast(LEAST);
    }

    /**
     * What was to be expected of some of a product's units.
     *
     * @param from first day that counts
     */
    public static Expected ofUnits(Outlook outlook, SeriesKey key, MonthUnits some, int from) {
        Learned learned = outlook.learning().of(key).orElse(null);
        if (learned == null || learned.curve() == null) {
            return Expected.NONE;
        }
        int first = Months.of(from);
        int last = Months.of(outlook.day());
        double[] weights = outlook.monthWeights(key, from);
        double mean = 0;
        for (int service = some.first(); service < Math.min(some.end(), last + 1); service++) {
            for (int month = Math.max(first, service); month <= last; month++) {
                mean += some.of(service) * learned.curve().at(month - service) * weights[month - first];
            }
        }
        return new Expected(mean, mean + mean * mean * COHORTS_VARY * COHORTS_VARY);
    }

    private static void add(double[] sum, double[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }
}
