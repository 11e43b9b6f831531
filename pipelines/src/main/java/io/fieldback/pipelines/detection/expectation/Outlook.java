// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.DayCounts;
import io.fieldback.pipelines.detection.series.FieldUnits;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was to be expected by the end of a day. */
public final class Outlook {
    /** Windows up to this length are held against what others did in them; longer ones against the calendar alone. */
    private static final int SHORT = 28;

    private static final int USUAL_FROM = 119;
    private static final int USUAL_TO = 28;
    private static final int LEAST_WEEKS = 26;
    private static final int KEPT = 220;
    private static final int SETTLED = 56;
    private static final double FIRM = 30;
    private static final double DIP = 0.9;
    private static final double OFF = 0.5;
    private static final double OFF_FIRM = 20;
    private static final int OFF_DAYS = 1000;
    private static final double LATEST_VARIES = 0.08;

    private final Known known;
    private final Learning learning;
    private final WatchRules rules;
    private final int day;
    private final int before;
    private double off = -1;
    private final EnumMap<Measure, double[]> shares = new EnumMap<>(Measure.class);
    private final Map<SeriesKey, double[]> monthly = new HashMap<>();
    private final Map<SeriesKey, double[]> weights = new HashMap<>();

    /**
     * The end of a day.
     *
     * @param before the day judged last
     */
    public Outlook(Known known, Learning learning, WatchRules rules, int day, int before) {
        this.known = known;
        this.learning = learning;
        this.rules = rules;
        this.day = day;
        this.before = before;
    }

    /** The day. */
    public int day() {
        return day;
    }

    /** The day judged last: what became known after it is new. */
    public int before() {
        return before;
    }

    /** What the outlook was learned from. */
    public Learning learning() {
        return learning;
    }

    /** Whether anything can be expected of a series, or of a product where the component is empty. */
    public boolean judges(SeriesKey key) {
        return learning.of(key).isPresent();
    }

    /** Exposure level of a series' product. */
    public int level(SeriesKey key) {
        return learning.of(key).map(Learned::level).orElse(0);
    }

    /** Whether enough is known from before some days to judge them: long windows need half a year before half a year. */
    public boolean reaches(SeriesKey key, int from, int to) {
        return learning.of(key)
                .map(it -> it.level() >= 2
                        || to - from + 1 <= 2 * SHORT
                        || it.far().known() >= LEAST_WEEKS)
                .orElse(false);
    }

    /** Whether only failures of units that the denominator has are counted. */
    public boolean exposed(SeriesKey key) {
        return level(key) >= 2;
    }

    /** What the expectation is made of. */
    public Basis basis(SeriesKey key) {
        return learning.of(key).map(Learned::basis).orElse(Basis.HISTORY);
    }

    /** Whether the product is new. */
    public boolean isNew(SeriesKey key) {
        return learning.of(key).map(Learned::isNew).orElse(false);
    }

    /** The first day that a series may be judged of. */
    public int from(SeriesKey key) {
        return learning.of(key).map(Learned::from).orElse(day + 1);
    }

    /** The share of the events of some days that is known. */
    public double reported(Measure measure, int from, int to) {
        double[] ofDays =
                shares.computeIfAbsent(measure, any -> learning.reporting(any).shares(day));
        double sum = 0;
        for (int at = from; at <= to; at++) {
            sum += at > day ? 0 : day - at < ofDays.length ? ofDays[day - at] : 1;
        }
        return to < from ? 0 : sum / (to - from + 1);
    }

    /** What was to be expected of a series from one day to another. */
    public Expected window(SeriesKey key, int from, int to) {
        Optional<Learned> learned = learning.of(key);
        if (learned.isEmpty()) {
            return Expected.NONE;
        }
        Learned it = learned.get();
        boolean isLong = to - from + 1 > 2 * SHORT;
        SeasonFit fit = isLong ? it.far() : it.near();
        double week = (from + to - 7) / 14.0;
        double mean = base(key, it, from, to) * fit.rate(week) * reported(key.measure(), from, to);
        Scatter scatter = learning.scatter();
        double weeks = (to - from + 1) / 7.0;
        double doubt = fit.logVariance(week) + scatter.slow() + scatter.weekly() / Math.max(1, weeks);
        if (to - from < SHORT) {
            double[] work = work(key, from, to);
            mean *= work[0];
            doubt += work[1];
        }
        double behind = 1 - reported(key.measure(), from, to);
        doubt += LATEST_VARIES * behind * behind;
        double visits = found(key, from, to);
        double phi = 1
                + reported(key.measure(), from, to)
                        * Math.max(0, fit.phi() - 1 - scatter.weekly() * mean / Math.max(1, weeks));
        return new Expected(mean, mean * phi + mean * mean * doubt).plus(visits);
    }

    /** Failures that units let expect, before season, workload and reports to come. */
    private double base(SeriesKey key, Learned it, int from, int to) {
        FieldUnits units = known.units(key.product()).now();
        if (it.curve() == null) {
            double days = to - from + 1;
            return it.level() == 1 ? units.population(Months.of(to)) * days / 7 : days / 7;
        }
        return over(key, it.curve(), from, to);
    }

    /** Failures that the units of a series let expect, month by month, kept for the day. */
    private double over(SeriesKey key, AgeCurve curve, int from, int to) {
        int first = Months.of(day - KEPT);
        FieldUnits units = known.units(key.product()).now();
        if (Months.of(from) < first) {
            return over(UnitMonths.expected(units, curve, Months.of(from), Months.of(to), Months.of(day)), from, to);
        }
        double[] months = monthly.computeIfAbsent(
                key, any -> UnitMonths.expected(units, curve, first, Months.of(day), Months.of(day)));
        return over(months, Months.of(day - KEPT), from, to);
    }

    /** The same of the units of a region; less than 0 where regions of units are not known. */
    public double regionShare(SeriesKey key, String region, int from, int to) {
        Learned it = learning.of(key).orElse(null);
        FieldUnits units = known.units(key.product()).now();
        MonthUnits there = units.regions().get(region);
        if (it == null || it.curve() == null || there == null) {
            return -1;
        }
        double all = over(key, it.curve(), from, to);
        double part = over(of(there, it.curve(), Months.of(from), Months.of(to), Months.of(day)), from, to);
        return all > 0 ? Math.min(1, part / all) : -1;
    }

    /** The share of what is expected of a series in some days that is expected of some of its units. */
    public double unitShare(SeriesKey key, MonthUnits some, int from, int to) {
        Learned it = learning.of(key).orElse(null);
        if (it == null || it.curve() == null) {
            return -1;
        }
        double all = over(key, it.curve(), from, to);
        double part = over(of(some, it.curve(), Months.of(from), Months.of(to), Integer.MIN_VALUE), from, to);
        return all > 0 ? Math.min(1, part / all) : 0;
    }

    private static double[] of(MonthUnits units, AgeCurve curve, int from, int to, int now) {
        double[] expected = new double[to - from + 1];
        for (int service = units.first(); service < Math.min(units.end(), to + 1); service++) {
            for (int month = Math.max(from, service); month <= to; month++) {
                expected[month - from] += units.telling(service, now) * curve.at(month - service);
            }
        }
        return expected;
    }

    private static double over(double[] months, int from, int to) {
        return over(months, Months.of(from), from, to);
    }

    private static double over(double[] months, int first, int from, int to) {
        double sum = 0;
        for (int i = 0; i < months.length; i++) {
            int begin = Math.max(from, Months.first(first + i));
            int end = Math.min(to + 1, Months.first(first + i + 1));
            sum += months[i] * Math.max(0, end - begin) / Months.days(first + i);
        }
        return sum;
    }

    /** How much of the usual all others did in some days, and the variance of that. */
    private double[] work(SeriesKey key, int from, int to) {
        double[] share = {0, 0};
        others(key, from, to, day - USUAL_FROM, day - USUAL_TO, share);
        double calendar = calendar(from, to);
        double usual = share[1] / (USUAL_FROM - USUAL_TO + 1) * (to - from + 1) * reported(key.measure(), from, to);
        // Others that fell silent make nothing rarer: below what the calendar says, less is not believed.
        double factor = calendar * Math.max(DIP, (share[0] + FIRM) / (usual * calendar + FIRM));
        // Where there are no others nothing is learned of them, and nothing is in doubt.
        return new double[] {factor, usual / (usual + FIRM) / (Math.max(0, share[0]) + FIRM)};
    }

    private void others(SeriesKey key, int from, int to, int usualFrom, int usualTo, double[] sums) {
        DayCounts all = known.total(key.measure(), "", "");
        DayCounts product = known.total(key.measure(), key.product(), "");
        sums[0] = all.sum(from, to) - product.sum(from, to);
        sums[1] = all.sum(usualFrom, usualTo) - product.sum(usualFrom, usualTo);
        if (key.component().isEmpty()) {
            for (String main : learning.mainComponents(key.measure(), key.product())) {
                SeriesKey its = new SeriesKey(key.measure(), key.product(), main);
                DayCounts here = java.util.Objects.requireNonNull(known.tracks().get(its))
                        .counts(false);
                DayCounts everywhere = known.total(key.measure(), "", main);
                sums[0] -= everywhere.sum(from, to) - here.sum(from, to);
                sums[1] -= everywhere.sum(usualFrom, usualTo) - here.sum(usualFrom, usualTo);
            }
            return;
        }
        DayCounts component = known.total(key.measure(), "", key.component());
        DayCounts own = known.tracks().containsKey(key)
                ? java.util.Objects.requireNonNull(known.tracks().get(key)).counts(false)
                : new DayCounts();
        sums[0] += own.sum(from, to) - component.sum(from, to);
        sums[1] += own.sum(usualFrom, usualTo) - component.sum(usualFrom, usualTo);
        if (sums[1] < FIRM * (usualTo - usualFrom + 1) / 7) {
            sums[0] = all.sum(from, to) - component.sum(from, to);
            sums[1] = all.sum(usualFrom, usualTo) - component.sum(usualFrom, usualTo);
        }
    }

    /** What the calendar lets expect of some days, as a share of usual ones. */
    private double calendar(int from, int to) {
        if (off < 0) {
            off = learnOff();
        }
        double sum = 0;
        for (int at = from; at <= to; at++) {
            sum += known.reference().calendar().off(at) ? off : 1;
        }
        return sum / (to - from + 1);
    }

    /** What a day off has of a usual day's failures, drawn to a half where few were seen. */
    private double learnOff() {
        DayCounts all = known.total(Measure.INCIDENT, "", "");
        double seen = OFF_FIRM * OFF;
        double usual = OFF_FIRM;
        for (int at = day - OFF_DAYS; at < day - SHORT; at++) {
            if (known.reference().calendar().off(at)) {
                seen += all.on(at);
                usual += all.sum(at - SHORT, at + SHORT) / (2.0 * SHORT + 1);
            }
        }
        return Math.min(1, seen / usual);
    }

    /** Faults that the visits of a campaign may find without being news. */
    public double found(SeriesKey key, int from, int to) {
        DayCounts visits = known.visits().get(key.product());
        if (visits == null || key.measure() == Measure.QUALITY_RETURN) {
            return 0;
        }
        double usual = visits.sum(day - USUAL_FROM - 91, day - USUAL_TO - 91)
                * (double) (to - from + 1)
                / (USUAL_FROM - USUAL_TO + 1);
        double excess = visits.sum(from, to) - 2 * usual - 10;
        return Math.max(0, excess) * rules.campaignShare();
    }

    /**
     * Weights of months in a comparison of units over all time: season, what was done, and what is reported, of the days
     * after one.
     *
     * @return from the month of {@code from} to that of the day
     */
    double[] monthWeights(SeriesKey key, int from) {
        return weights.computeIfAbsent(
                new SeriesKey(key.measure(), key.product(), key.component() + '@' + from), any -> weigh(key, from));
    }

    private double[] weigh(SeriesKey key, int from) {
        int first = Months.of(from);
        double[] months = new double[Math.max(0, Months.of(day) - first + 1)];
        SeasonFit season = learning.of(key).orElseThrow().near();
        for (int i = 0; i < months.length; i++) {
            int begin = Math.max(from, Months.first(first + i));
            int end = Math.min(day, Months.first(first + i + 1) - 1);
            double share = (double) (end - begin + 1) / Months.days(first + i);
            double recent = day - end < SETTLED + 31 ? reported(key.measure(), begin, end) : 1;
            months[i] = Math.max(0, share * recent * season.season((begin + end - 7) / 14.0));
        }
        return months;
    }
}
