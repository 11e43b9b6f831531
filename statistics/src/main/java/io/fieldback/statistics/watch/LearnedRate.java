// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * What a baseline says of the weeks after it.
 *
 * @param fit level, slope and season
 * @param prior it was learned with
 * @param dispersion of the weeks about their means
 * @param wandering of the level about them
 */
record LearnedRate(RateFit fit, RatePrior prior, Dispersion dispersion, WanderingLevel wandering) {
    /** Learns, past outbreaks left out. */
    static LearnedRate of(Baseline baseline, RatePrior prior, WatchOptions options) {
        int columns = columns(baseline);
        double[] counts = new double[baseline.length()];
        double[] kept = new double[baseline.length()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = baseline.series().counts()[baseline.from() + i];
            kept[i] = baseline.series().atRisk(baseline.from() + i) > 0 ? 1 : 0;
        }
        double[] varied = kept.clone();
        RateFit fit = RateFit.of(baseline, prior, columns, kept, prior.dispersion(), prior.means());
        double[] means = fit.means();
        double phi = Pearson.of(columns, means, counts, kept, varied).drawnTo(prior, 0);
        for (int round = 0; round < options.rounds(); round++) {
            OutbreakWeeks.leaveOut(counts, means, phi, options, kept, varied);
            fit = RateFit.of(baseline, prior, columns, kept, phi, fit.coefficients());
            means = fit.means();
            phi = Pearson.of(columns, means, counts, kept, varied).drawnTo(prior, 0);
        }
        double[] expected = new double[counts.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = kept[i] * means[i];
        }
        WanderingLevel wandering = WanderingLevel.of(counts, expected, phi);
        double[] foretold = wandering.foretold(counts, expected, phi);
        for (int i = 0; i < means.length; i++) {
            means[i] *= foretold[i];
        }
        return new LearnedRate(fit, prior, Dispersion.of(columns, means, prior, counts, kept, varied), wandering);
    }

    /** The mean of a week after the baseline, as far as it is reported. */
    double mean(int week) {
        return fit.baseline().series().atRisk(week) * Math.exp(fit.logRate(week)) * wandering.factor(ahead(week));
    }

    /** The dispersion of a week all of it reported. */
    double phi(int week) {
        double completeness = fit.baseline().series().completeness()[week];
        return dispersion.at(mean(week) / Math.max(completeness, Double.MIN_NORMAL));
    }

    /** The dispersion of what is reported of a week. Of events reported with a chance c each it is 1 + c (phi - 1). */
    double reportedPhi(int week) {
        return 1 + fit.baseline().series().completeness()[week] * (phi(week) - 1);
    }

    /** The variance of the logarithm of the mean of a week after the baseline. */
    double logVariance(int week) {
        return fit.logVariance(week);
    }

    /**
     * The dispersion of what is reported of a week, its mean being uncertain. The uncertainty is shared by the weeks
     * scanned; it is counted as of two of them, which is somewhat much for one week and somewhat little for three.
     */
    double predictivePhi(int week) {
        return reportedPhi(week) + 2 * logVariance(week) * mean(week);
    }

    private int ahead(int week) {
        return week - fit.baseline().end() + 1;
    }

    /** Season needs two years to be told from slope, and events. */
    private static int columns(Baseline baseline) {
        double events = baseline.events();
        if (baseline.length() < 2 * baseline.waves().year() - 1 || events < 8) {
            return 2;
        }
        return events < 40 ? 4 : 6;
    }
}
