// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Reference.Product;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.Fellows;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What all series teach as known by one day. It is asked for at first need and kept for a week; it uses nothing that
 * became known later, so that it is the same whoever asks when.
 */
public final class Learning {
    private static final int FAR = 27;
    private static final double FIRM = 8;
    private static final double FIRM_NEW = 4;

    /** How much less alike lines are than models of a line, as standard deviations. */
    private static final double UNLIKE = 2;

    /** Failures of other models by which a model's may be judged age by age. */
    static final double ENOUGH_OTHERS = 30;

    private final Known known;
    private final WatchRules rules;
    private final WeeklyTallies tallies;
    private final Beginnings beginnings;
    private final Coverage coverage;
    private final WeekOffsets offsets;
    private final FamilyAges ages;
    private final Map<SeriesKey, List<Unusual>> unusual = new HashMap<>();
    private final EnumMap<Measure, Reporting> reporting = new EnumMap<>(Measure.class);
    private final Map<String, Scatter> scatter = new HashMap<>();
    private final Map<SeriesKey, Optional<Learned>> learned = new HashMap<>();
    private final Map<SeriesKey, SeasonFit> families = new HashMap<>();

    /**
     * Learns as of the end of a day.
     *
     * @param unusual days from which nothing usual is learned; those that alerts told of later are not heeded
     */
    public Learning(Known known, WatchRules rules, int upTo, List<Unusual> unusual) {
        this.known = known;
        this.rules = rules;
        this.tallies = new WeeklyTallies(known, upTo);
        this.beginnings = new Beginnings(known, rules, tallies);
        this.coverage = new Coverage(known, rules, upTo);
        this.offsets = new WeekOffsets(known, tallies, beginnings, coverage);
        this.ages = new FamilyAges(known, tallies, beginnings, coverage);
        for (Unusual each : unusual) {
            if (each.isKnown(upTo)) {
                this.unusual
                        .computeIfAbsent(each.series(), key -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    /** Days of a series that no alert told to be unusual. */
    public IntPredicate usualDays(SeriesKey key) {
        List<Unusual> told = unusual.getOrDefault(key, List.of());
        return told.isEmpty() ? day -> true : day -> told.stream().noneMatch(each -> each.has(day));
    }

    /** How reports come in. */
    public Reporting reporting(Measure measure) {
        return reporting.computeIfAbsent(measure, any -> Reporting.learn(known, any, upTo()));
    }

    /** How much weeks and quarters vary beyond chance, of all series of products that share a source. */
    Scatter scatter(SeriesKey key) {
        String group = fellows().group(key.product());
        Scatter before = scatter.get(group);
        if (before == null) {
            before = Scatter.learn(tallies, this, group);
            scatter.put(group, before);
        }
        return before;
    }

    /** Share of a product's units that stood where it was reported from, in some days. */
    double coverage(String product, int from, int to) {
        return coverage.of(product, from, to);
    }

    /** Which products share sources. */
    Fellows fellows() {
        return tallies.fellows();
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

    /** Whether a component code is so new in its line that nothing can be expected of it. */
    public boolean isNewCode(SeriesKey key) {
        return beginnings.isNewCode(key);
    }

    /**
     * The curve of a component in the other models of the line; where there are none, as its product's other components
     * depend on age; empty if all these have failed too seldom.
     */
    Optional<AgeCurve> others(SeriesKey key) {
        return ages.others(key, ENOUGH_OTHERS).or(() -> ages.shapeOfProduct(key, ENOUGH_OTHERS));
    }

    /** Whether a product is new. */
    boolean isNew(String product) {
        return beginnings.isNew(product);
    }

    /** Whether the history of a component begins after that of its product. */
    boolean isLate(SeriesKey key) {
        return isNewCode(key)
                || beginnings.startWeek(key) > beginnings.startWeek(new SeriesKey(key.measure(), key.product(), ""));
    }

    /** Why nothing is expected of a series, or of a product where the component is empty; empty if something is. */
    Optional<Pending> pending(SeriesKey key) {
        return of(key).isPresent() ? Optional.empty() : Optional.of(beginnings.pending(key));
    }

    private @Nullable Learned learn(SeriesKey key) {
        if (isNewCode(key)) {
            return null;
        }
        int level = level(key.product());
        boolean isNew = beginnings.isNew(key.product());
        if (level >= 2) {
            return isNew ? learnNew(key, level) : learnExposed(key, level);
        }
        Tally tally = tallies.of(key);
        if (tally == null || isNew) {
            return null;
        }
        double[] offset = level == 1 ? offsets.populations(key) : offsets.ones(key);
        Learned own = fitted(key, tally, offset, level, level == 1 ? Basis.POPULATION : Basis.HISTORY, null, null);
        return own.near().known() < Beginnings.LEAST_WEEKS ? null : own;
    }

    private @Nullable Learned learnExposed(SeriesKey key, int level) {
        AgeCurve like = ages.all(key).orElse(null);
        if (like == null) {
            return null;
        }
        Tally tally = tallies.orEmpty(key.measure(), key.product(), key.component());
        AgeCurve curve = ages.own(key, like, FIRM);
        Learned own = fitted(key, tally, offsets.monthly(key, curve), level, Basis.EXPOSURE, curve, like);
        return own.near().known() < Beginnings.LEAST_WEEKS_EXPOSED ? null : own;
    }

    /** A new model is expected to be as its predecessor, else as the others of its line, else its component as elsewhere. */
    private @Nullable Learned learnNew(SeriesKey key, int level) {
        Product product = known.reference().product(key.product());
        if (product.predecessor() != null && !product.predecessor().equals(key.product())) {
            SeriesKey before = new SeriesKey(key.measure(), product.predecessor(), key.component());
            Learned its = of(before).orElse(null);
            if (its != null && its.curve() != null) {
                double now = its.near().rate(tallies.endWeek()) / its.near().season(tallies.endWeek());
                return fresh(key, level, Basis.PREDECESSOR, its.curve().times(now), 1);
            }
        }
        return ages.others(key, FIRM_NEW)
                .map(curve -> fresh(key, level, Basis.SERIES, curve, 1))
                .or(() -> ages.elsewhere(key, ENOUGH_OTHERS)
                        .map(curve -> fresh(key, level, Basis.COMPONENT, curve, UNLIKE)))
                .orElse(null);
    }

    private Learned fresh(SeriesKey key, int level, Basis basis, AgeCurve curve, double unlike) {
        Tally none = new Tally(tallies.firstWeek(), tallies.endWeek());
        double[] nothing = new double[tallies.endWeek() - tallies.firstWeek()];
        SeasonFit fit = fit(none, nothing, tallies.endWeek(), Priors.fresh(season(key), unlike * ages.likeness()));
        int from = Math.max(Months.monday(beginnings.startWeek(key)), beginnings.launched(key.product()));
        return new Learned(level, basis, from, curve, curve, fit, fit, true);
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
        offsets.leaveOutGaps(key, offset);
        leaveOutUnusual(key, offset);
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
        return new Learned(level, basis, Months.monday(beginnings.startWeek(key)), curve, like, near, far, false);
    }

    /** Leaves out what alerts told of, if half a year is left to learn from. */
    private void leaveOutUnusual(SeriesKey key, double[] offset) {
        if (!unusual.containsKey(key)) {
            return;
        }
        IntPredicate days = usualDays(key);
        double[] usual = offset.clone();
        int left = 0;
        for (int i = 0; i < usual.length; i++) {
            usual[i] *= days.test(Months.monday(tallies.firstWeek() + i)) ? 1 : 0;
            left += usual[i] > 0 && i < usual.length - rules.excludedWeeks() ? 1 : 0;
        }
        if (left >= Beginnings.LEAST_WEEKS) {
            System.arraycopy(usual, 0, offset, 0, usual.length);
        }
    }

    /** Season and slope of a component in all models of its line. */
    private @Nullable SeasonFit season(SeriesKey key) {
        SeriesKey line = ages.line(key);
        SeasonFit before = families.get(line);
        AgeCurve like = before == null ? ages.all(key).orElse(null) : null;
        if (like == null) {
            return before;
        }
        double[] offset = new double[tallies.endWeek() - tallies.firstWeek()];
        Tally sum = new Tally(tallies.firstWeek(), tallies.endWeek());
        for (Map.Entry<SeriesKey, Tally> each : tallies.all().entrySet()) {
            SeriesKey member = each.getKey();
            if (ages.line(member).equals(line) && level(member.product()) >= 2) {
                double[] its = offsets.monthly(member, like);
                for (int i = 0; i < offset.length; i++) {
                    offset[i] += its[i];
                }
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
}
