// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One series under watch. What a baseline taught is kept: next year's drift is judged by this year's rate. */
final class Watch {
    private final WatchOptions options;
    private final WatchedSeries series;
    private final Optional<RatePrior> prior;
    private final SeasonWaves waves;
    private final ScanChance scan;
    private final DriftChart chart;
    private final Map<Integer, Optional<LearnedRate>> learned = new HashMap<>();

    Watch(WatchOptions options, WatchedSeries series, Optional<RatePrior> prior) {
        this.options = options;
        this.series = series;
        this.prior = prior;
        this.waves = SeasonWaves.of(series.length(), series.axis());
        this.scan = new ScanChance(options.scanWeights(), options.freshExcess(), options.known());
        this.chart = new DriftChart(options.driftWeeks(), options.driftRatio());
    }

    WatchPoint at(int now) {
        series.check(now);
        long observed = series.counts()[now];
        if (!(series.atRisk(now) > 0)) {
            return WatchPoint.unjudged(now, observed, Standing.NOT_REPORTED);
        }
        Optional<LearnedRate> rate = learn(now - options.excluded());
        if (rate.isEmpty()) {
            return WatchPoint.unjudged(now, observed, Standing.TOO_SHORT);
        }
        RecentWeeks recent = recent(rate.get(), now);
        double drift = learn(now - options.driftWeeks() + 1)
                .map(before -> chart.at(before, series, now))
                .orElse(Double.NaN);
        return new WatchPoint(
                now, observed, recent.means()[0], rate.get().phi(now), scan.of(recent), drift, Standing.JUDGED);
    }

    /** The p value of a week alone; not a number where it is not judged. */
    double chance(int now) {
        return learn(now - options.excluded())
                .map(rate -> scan.of(recent(rate, now)))
                .orElse(Double.NaN);
    }

    private Optional<LearnedRate> learn(int end) {
        return learned.computeIfAbsent(end, this::learnAnew);
    }

    private Optional<LearnedRate> learnAnew(int end) {
        Baseline baseline = new Baseline(series, waves, Math.max(0, end - options.history()), end);
        int needed = prior.isPresent() ? options.leastKnownInFamily() : options.leastKnown();
        if (end < 1 || baseline.known() < needed) {
            return Optional.empty();
        }
        return Optional.of(LearnedRate.of(baseline, prior.orElseGet(() -> RatePrior.alone(baseline.level())), options));
    }

    private RecentWeeks recent(LearnedRate rate, int now) {
        long[] counts = new long[RecentWeeks.SCANNED];
        double[] means = new double[RecentWeeks.SCANNED];
        double[] phis = new double[RecentWeeks.SCANNED];
        for (int i = 0; i < RecentWeeks.SCANNED; i++) {
            boolean there = now >= i;
            counts[i] = there ? series.counts()[now - i] : 0;
            means[i] = there ? rate.mean(now - i) : 0;
            phis[i] = there ? rate.predictivePhi(now - i) : 1;
        }
        return new RecentWeeks(
                counts,
                means,
                phis,
                rate.dispersion().neighbours(),
                rate.dispersion().apart());
    }
}
