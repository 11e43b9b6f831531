// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Reference.Product;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.FieldUnits;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.ProductUnits;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What all series teach as known by one day. It is asked for at first need and kept for a week; it uses nothing that
 * became known later, so that it is the same whoever asks when.
 */
public final class Learning {
    private static final int FAR = 27;
    private static final int LEAST_WEEKS = 26;
    private static final int LEAST_WEEKS_EXPOSED = 8;
    private static final double FIRM = 8;
    private static final double FIRM_NEW = 4;
    private static final int HALF = 13;
    private static final double GAP = 0.25;
    private static final double GAP_LEAST = 10;

    private final Known known;
    private final WatchRules rules;
    private final WeeklyTallies tallies;
    private final EnumMap<Measure, Reporting> reporting = new EnumMap<>(Measure.class);
    private final Scatter scatter;
    private final Map<SeriesKey, Optional<Learned>> learned = new HashMap<>();
    private final Map<SeriesKey, SeasonFit> families = new HashMap<>();
    private final Map<String, double[]> unitMonths = new HashMap<>();
    private final TreeMap<SeriesKey, FamilyAges> ages = new TreeMap<>();

    /** Events and unit-months by age of one component in all models of a line. */
    private record FamilyAges(double[] events, double[] units) {}

    /** Learns as of the end of a day. */
    public Learning(Known known, WatchRules rules, int upTo) {
        this.known = known;
        this.rules = rules;
        this.tallies = new WeeklyTallies(known, upTo);
        for (Map.Entry<SeriesKey, Tally> each : tallies.all().entrySet()) {
            SeriesKey key = each.getKey();
            if (!key.product().isEmpty() && level(key.product()) >= 2) {
                FamilyAges family = ages.computeIfAbsent(
                        line(key), any -> new FamilyAges(new double[AgeCurve.GROUPS], new double[AgeCurve.GROUPS]));
                addTo(family.events(), events(each.getValue()), 1);
                addTo(family.units(), units(key), 1);
            }
        }
        this.scatter = Scatter.learn(tallies, this);
    }

    /** How reports come in. */
    public Reporting reporting(Measure measure) {
        return reporting.computeIfAbsent(measure, any -> Reporting.learn(known, any, upTo()));
    }

    /** How much weeks and quarters of all series vary beyond chance. */
    Scatter scatter() {
        return scatter;
    }

    int upTo() {
        return tallies.upTo();
    }

    /** What a series taught, or a product where the component is empty; empty if too little. */
    Optional<Learned> of(SeriesKey key) {
        Optional<Learned> before = learned.get(key);
        if (before == null) {
            before = Optional.ofNullable(learn(key));
            learned.put(key, before);
        }
        return before;
    }

    /** Components that make up much of a product's failures. */
    List<String> mainComponents(Measure measure, String product) {
        return tallies.mainComponents(measure, product);
    }

    int level(String product) {
        return known.units(product).knownBy(upTo()).level();
    }

    /** The first week that counts of a series. */
    int startWeek(SeriesKey key) {
        String line = known.reference().line(key.product());
        int start = tallies.start(line);
        if (!key.component().isEmpty()) {
            int code = tallies.codeStart(line, key.component());
            start = code > start + LEAST_WEEKS ? code : start;
        }
        return Math.min(start, tallies.endWeek());
    }

    /** Whether a component code is so new in its line that nothing can be expected of it. */
    public boolean isNewCode(SeriesKey key) {
        String line = known.reference().line(key.product());
        int code = tallies.codeStart(line, key.component());
        return !key.component().isEmpty()
                && code > tallies.start(line) + LEAST_WEEKS
                && code > tallies.endWeek() - LEAST_WEEKS - rules.excludedWeeks();
    }

    /** Whether a product came so lately that its own history is none. */
    boolean isNew(String product) {
        int launched = launched(product);
        int start = Months.monday(tallies.start(known.reference().line(product)));
        return launched > start + 7 * LEAST_WEEKS_EXPOSED && upTo() - launched < 7 * rules.newProductWeeks();
    }

    private int launched(String product) {
        int day = known.reference().product(product).launchedOn();
        if (day != Occurrence.UNKNOWN) {
            return day;
        }
        ProductUnits units = known.units(product);
        if (units.knownBy(upTo()).level() >= 2) {
            return Months.first(units.knownBy(upTo()).all().first());
        }
        Tally tally = tallies.of(new SeriesKey(Measure.INCIDENT, product, ""));
        for (int week = tallies.firstWeek(); tally != null && week < tallies.endWeek(); week++) {
            if (tally.week(week) > 0) {
                return Months.monday(week);
            }
        }
        return upTo();
    }

    private @Nullable Learned learn(SeriesKey key) {
        if (isNewCode(key)) {
            return null;
        }
        int level = level(key.product());
        boolean isNew = isNew(key.product());
        if (level >= 2) {
            return isNew ? learnNew(key, level) : learnExposed(key, level);
        }
        Tally tally = tallies.of(key);
        if (tally == null || isNew) {
            return null;
        }
        double[] offset = level == 1 ? populations(key) : ones(key);
        Learned own = fitted(key, tally, offset, level, level == 1 ? Basis.POPULATION : Basis.HISTORY, null, null);
        return own.near().known() < LEAST_WEEKS ? null : own;
    }

    private @Nullable Learned learnExposed(SeriesKey key, int level) {
        FamilyAges family = ages.get(line(key));
        if (family == null) {
            return null;
        }
        AgeCurve like = AgeCurve.of(family.events(), family.units());
        Tally tally = tallies.orEmpty(key.measure(), key.product(), key.component());
        AgeCurve curve = AgeCurve.of(events(tally), units(key), like, 1, FIRM);
        double[] offset = monthly(key, curve);
        Learned own = fitted(key, tally, offset, level, Basis.EXPOSURE, curve, like);
        return own.near().known() < LEAST_WEEKS_EXPOSED ? null : own;
    }

    /** A new model is expected to be as its predecessor, else as the others of its line. */
    private @Nullable Learned learnNew(SeriesKey key, int level) {
        Product product = known.reference().product(key.product());
        Tally none = new Tally(tallies.firstWeek(), tallies.endWeek());
        if (product.predecessor() != null && !product.predecessor().equals(key.product())) {
            SeriesKey before = new SeriesKey(key.measure(), product.predecessor(), key.component());
            Optional<Learned> its = of(before);
            if (its.isPresent() && its.get().curve() != null) {
                AgeCurve curve = its.get()
                        .curve()
                        .times(its.get().near().rate(tallies.endWeek())
                                / its.get().near().season(tallies.endWeek()));
                return fresh(key, none, level, Basis.PREDECESSOR, curve);
            }
        }
        FamilyAges family = ages.get(line(key));
        if (family != null) {
            double[] events = family.events().clone();
            double[] units = family.units().clone();
            addTo(events, events(tallies.orEmpty(key.measure(), key.product(), key.component())), -1);
            addTo(units, units(key), -1);
            if (AgeCurve.sum(events) >= FIRM_NEW) {
                return fresh(key, none, level, Basis.SERIES, AgeCurve.of(events, units));
            }
        }
        return null;
    }

    private Learned fresh(SeriesKey key, Tally none, int level, Basis basis, AgeCurve curve) {
        double[] nothing = new double[tallies.endWeek() - tallies.firstWeek()];
        SeasonFit fit = fit(none, nothing, tallies.endWeek(), Priors.fresh(season(key)));
        return new Learned(level, basis, Months.monday(startWeek(key)), curve, curve, fit, fit, true);
    }

    private Learned fitted(
            SeriesKey key,
            Tally tally,
            double[] offset,
            int level,
            Basis basis,
            @Nullable AgeCurve curve,
            @Nullable AgeCurve like) {
        double[] work = PastWork.factors(tallies, key);
        leaveOutGaps(key, offset);
        double events = 0;
        double atRisk = 0;
        int weeks = 0;
        for (int i = 0; i < offset.length; i++) {
            offset[i] *= work[i];
            atRisk += offset[i];
            weeks += offset[i] > 0 ? 1 : 0;
            events += offset[i] > 0 ? tally.week(tallies.firstWeek() + i) : 0;
        }
        double usual = Math.log((events + 0.5) / Math.max(atRisk, 1e-9));
        SeasonFit.Prior prior = level >= 2 ? Priors.exposed(season(key)) : Priors.counted(usual, weeks);
        int end = tallies.endWeek() - rules.excludedWeeks();
        SeasonFit near = fit(tally, offset, end, prior);
        SeasonFit far = fit(tally, offset, tallies.endWeek() - FAR, prior);
        return new Learned(level, basis, Months.monday(startWeek(key)), curve, like, near, far, false);
    }

    /** Season and slope of a component in all models of its line. */
    private @Nullable SeasonFit season(SeriesKey key) {
        SeriesKey line = line(key);
        SeasonFit before = families.get(line);
        if (before != null || !ages.containsKey(line)) {
            return before;
        }
        FamilyAges family = ages.get(line);
        AgeCurve like = AgeCurve.of(family.events(), family.units());
        int weeks = tallies.endWeek() - tallies.firstWeek();
        double[] offset = new double[weeks];
        Tally sum = new Tally(tallies.firstWeek(), tallies.endWeek());
        for (Map.Entry<SeriesKey, Tally> each : tallies.all().entrySet()) {
            SeriesKey member = each.getKey();
            if (!member.product().isEmpty() && line(member).equals(line) && level(member.product()) >= 2) {
                addTo(offset, monthly(member, like), 1);
                sum.add(each.getValue());
            }
        }
        SeasonFit fit = fit(sum, offset, tallies.endWeek() - rules.excludedWeeks(), Priors.exposed(null));
        families.put(line, fit);
        return fit;
    }

    private SeasonFit fit(Tally tally, double[] offset, int end, SeasonFit.Prior prior) {
        double[] counts = new double[offset.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.max(0, tally.week(tallies.firstWeek() + i));
        }
        return SeasonFit.of(counts, offset, tallies.firstWeek(), end, prior);
    }

    private double[] ones(SeriesKey key) {
        double[] ones = new double[tallies.endWeek() - tallies.firstWeek()];
        int start = startWeek(key);
        for (int i = 0; i < ones.length; i++) {
            ones[i] = tallies.firstWeek() + i >= start ? 1 : 0;
        }
        return ones;
    }

    private double[] populations(SeriesKey key) {
        double[] units = ones(key);
        FieldUnits field = known.units(key.product()).knownBy(upTo());
        for (int i = 0; i < units.length; i++) {
            units[i] *= field.population(Months.of(Months.monday(tallies.firstWeek() + i) + 3));
        }
        return units;
    }

    private double[] monthly(SeriesKey key, AgeCurve curve) {
        double[] offset = ones(key);
        int first = Months.of(Months.monday(tallies.firstWeek()));
        int last = Months.of(upTo());
        double[] months = UnitMonths.expected(known.units(key.product()).knownBy(upTo()), curve, first, last, last);
        for (int i = 0; i < offset.length; i++) {
            int month = Math.min(last, Months.of(Months.monday(tallies.firstWeek() + i) + 3));
            offset[i] *= months[month - first] * 7 / Months.days(month);
        }
        return offset;
    }

    /** Weeks in which next to nothing was reported of a product that reports much are not known. */
    private void leaveOutGaps(SeriesKey key, double[] offset) {
        Tally product = tallies.orEmpty(key.measure(), key.product(), "");
        double[] sums = new double[offset.length + 1];
        for (int i = 0; i < offset.length; i++) {
            sums[i + 1] = sums[i] + product.week(tallies.firstWeek() + i);
        }
        for (int i = 0; i < offset.length; i++) {
            int from = Math.max(0, i - HALF);
            int to = Math.min(offset.length, i + HALF + 1);
            double usual = (sums[to] - sums[from]) / (to - from);
            if (usual >= GAP_LEAST && product.week(tallies.firstWeek() + i) < GAP * usual) {
                offset[i] = 0;
            }
        }
    }

    private double[] events(Tally tally) {
        double[] events = new double[AgeCurve.GROUPS];
        for (int group = 0; group < events.length; group++) {
            events[group] = Math.max(0, tally.ages(group));
        }
        return events;
    }

    private double[] units(SeriesKey key) {
        int from = Months.monday(startWeek(key));
        return unitMonths.computeIfAbsent(
                key.product() + '|' + from,
                any -> UnitMonths.byGroup(known.units(key.product()).knownBy(upTo()), from, upTo()));
    }

    private SeriesKey line(SeriesKey key) {
        return new SeriesKey(key.measure(), known.reference().line(key.product()), key.component());
    }

    private static void addTo(double[] sum, double[] more, int sign) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.max(0, sum[i] + sign * more[i]);
        }
    }
}
