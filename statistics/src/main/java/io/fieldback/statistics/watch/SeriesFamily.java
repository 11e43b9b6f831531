// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.List;
import java.util.Optional;

/**
 * Series that resemble one another: components of a product, products of a line. Their sum, the parent, is learned first.
 * Slope and season of the members scatter about the parent's, their levels and the logarithms of their dispersions about
 * the family's own. How much they scatter is estimated from the members, less what chance alone makes of it, so that what
 * comes out is an empirical Bayes prior: a member of few events is drawn to the family, one of many is not.
 */
public final class SeriesFamily {
    /** Scatter below it is not believed: no two components are quite the same. */
    private static final double[] LEAST_SCATTER = {0.3, 0.05, 0.1, 0.1, 0.05, 0.05};

    private static final double LEAST_DISPERSION_SCATTER = 0.15;

    private SeriesFamily() {}

    /**
     * What is held of a member before its own counts are seen.
     *
     * @param members of one length, their exposures of one unit
     * @param now the week to look at: what lies less than {@link WatchOptions#excluded} weeks before it is not used
     * @return empty where the members are too short to teach anything
     */
    public static Optional<RatePrior> prior(List<WatchedSeries> members, int now, WatchOptions options) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("Cannot form family of no series: there must be at least one");
        }
        int end = now - options.excluded();
        WatchedSeries sum = sum(members);
        SeasonWaves waves = SeasonWaves.of(sum.length(), sum.axis());
        List<LearnedRate> learned = members.stream()
                .flatMap(member -> learn(member, waves, end, options).stream())
                .toList();
        return learn(sum, waves, end, options)
                .filter(parent -> !learned.isEmpty())
                .map(parent -> prior(parent, learned));
    }

    private static RatePrior prior(LearnedRate parent, List<LearnedRate> members) {
        double[] centre = parent.fit().coefficients().clone();
        double[] deviation = new double[RatePrior.COEFFICIENTS];
        Scatter levels = Scatter.of(members, 0);
        centre[0] = levels.centre();
        deviation[0] = Math.max(LEAST_SCATTER[0], levels.deviation());
        for (int j = 1; j < deviation.length; j++) {
            deviation[j] = Math.max(
                    LEAST_SCATTER[j], Scatter.about(members, j, centre[j]).deviation());
        }
        Scatter dispersions = Scatter.ofDispersions(members);
        return new RatePrior(
                centre,
                deviation,
                Math.max(1, Math.exp(dispersions.centre())),
                Math.max(LEAST_DISPERSION_SCATTER, dispersions.deviation()));
    }

    private static Optional<LearnedRate> learn(WatchedSeries series, SeasonWaves waves, int end, WatchOptions options) {
        Baseline baseline = new Baseline(series, waves, Math.max(0, end - options.history()), end);
        if (end < 1 || baseline.known() < options.leastKnownInFamily()) {
            return Optional.empty();
        }
        return Optional.of(LearnedRate.of(baseline, RatePrior.alone(baseline.level()), options));
    }

    /** All members together, exposure weighted by how often each fails, so that the sum keeps to the mix. */
    private static WatchedSeries sum(List<WatchedSeries> members) {
        int length = members.get(0).length();
        long[] counts = new long[length];
        double[] exposure = new double[length];
        double[] reported = new double[length];
        for (WatchedSeries member : members) {
            if (member.length() != length) {
                throw new IllegalArgumentException("Cannot form family of series of " + length + " and "
                        + member.length() + " weeks: they must be of one length");
            }
            double rate = Math.exp(new Baseline(member, SeasonWaves.of(0, member.axis()), 0, length).level());
            for (int t = 0; t < length; t++) {
                counts[t] += member.counts()[t];
                exposure[t] += rate * member.exposure()[t];
                reported[t] += rate * member.atRisk(t);
            }
        }
        for (int t = 0; t < length; t++) {
            reported[t] = exposure[t] > 0 ? Math.min(1, reported[t] / exposure[t]) : 0;
        }
        return new WatchedSeries(counts, exposure, reported, members.get(0).axis());
    }
}
