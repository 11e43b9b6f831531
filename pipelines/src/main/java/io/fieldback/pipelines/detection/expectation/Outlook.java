// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.FieldUnits;
import io.fieldback.pipelines.detection.series.Known;
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

    private static final int WEEK = 7;

    private static final int LEAST_WEEKS = 26;
    private static final int SETTLED = 56;
    private static final double LATEST_VARIES = 0.08;

    private final Known known;
    private final Learning learning;
    private final int day;
    private final int before;
    private final EnumMap<Measure, double[]> told = new EnumMap<>(Measure.class);
    private final EnumMap<Measure, Map<String, double[]>> toldOf = new EnumMap<>(Measure.class);
    private final UnitShares shares;
    private final Workload workload;
    private final RegionShares regions;
    private final Campaigns campaigns;
    private final Map<SeriesKey, double[]> weights = new HashMap<>();

    /**
     * The end of a day.
     *
     * @param before the day judged last
     */
    public Outlook(Known known, Learning learning, WatchRules rules, int day, int before) {
        this.known = known;
        this.learning = learning;
        this.day = day;
        this.before = before;
        this.shares = new UnitShares(known, learning, day);
        this.workload = new Workload(known, learning, day);
        this.regions = new RegionShares(known, this, rules);
        this.campaigns = new Campaigns(known, rules, day);
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
        return over(told(measure), from, to);
    }

    /** The same of a region's. */
    double reported(Measure measure, String region, int from, int to) {
        Map<String, double[]> regions = toldOf.computeIfAbsent(measure, any -> new HashMap<>());
        double[] its = regions.computeIfAbsent(
                region, any -> learning.reporting(measure).shares(region, day).orElseGet(() -> told(measure)));
        return over(its, from, to);
    }

    private double[] told(Measure measure) {
        return told.computeIfAbsent(measure, any -> learning.reporting(any).shares(day));
    }

    private double over(double[] ofDays, int from, int to) {
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
        double mean = mean(key, it, fit, from, to);
        Scatter scatter = learning.scatter(key);
        double weeks = (to - from + 1) / 7.0;
        double doubt =
                fit.logVariance(week) + (isLong ? 2 : 1) * scatter.slow() + scatter.weekly() / Math.max(1, weeks);
        if (to - from < SHORT) {
            Workload.Factor work = workload.of(key, from, to, reported(key.measure(), from, to));
            mean *= work.factor();
            doubt += work.variance();
        }
        double behind = 1 - reported(key.measure(), from, to);
        doubt += LATEST_VARIES * behind * behind;
        double visits = found(key, from, to);
        double phi = 1
                + reported(key.measure(), from, to)
                        * Math.max(0, fit.phi() - 1 - scatter.weekly() * mean / Math.max(1, weeks));
        return new Expected(mean, mean * phi + mean * mean * doubt).plus(visits);
    }

    /**
     * Piece by piece: a season's wave is not what its middle is, and of a new product, whose units are of the newest days,
     * what is reported of these days counts.
     */
    private double mean(SeriesKey key, Learned it, SeasonFit fit, int from, int to) {
        int piece = it.isNew() ? WEEK : SHORT;
        double sum = 0;
        for (int last = to; last >= from; last -= piece) {
            int first = Math.max(from, last - piece + 1);
            sum += base(key, it, first, last)
                    * reported(key.measure(), first, last)
                    * fit.rate((first + last - WEEK) / (2.0 * WEEK));
        }
        return sum;
    }

    /** Failures that units let expect, before season, workload and reports to come. */
    private double base(SeriesKey key, Learned it, int from, int to) {
        FieldUnits units = known.units(key.product()).now();
        if (it.curve() == null) {
            double days = to - from + 1;
            return it.level() == 1 ? units.population(Months.of(to)) * days / 7 : days / 7;
        }
        return shares.expected(key, it.curve(), from, to);
    }

    /** What some of a product's units have of what is expected. */
    public UnitShares shares() {
        return shares;
    }

    /** What regions have of what is expected. */
    public RegionShares regions() {
        return regions;
    }

    /** Faults that the visits of a campaign may find without being news. */
    public double found(SeriesKey key, int from, int to) {
        return campaigns.found(key, from, to);
    }

    /** The same of some of a product's units, by their share of all. */
    public double found(SeriesKey key, double share, int from, int to) {
        return campaigns.found(key, share, from, to);
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
            double covered = end < begin ? 1 : learning.coverage(key.product(), begin, end);
            months[i] = Math.max(0, share * recent * covered * season.season((begin + end - 7) / 14.0));
        }
        return months;
    }
}
