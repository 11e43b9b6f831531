// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * What a baseline says of the weeks after it.
 *
 * @param fit level, slope and season
 * @param prior it was learned with
 * @param phi dispersion, at least 1
 * @param phiWeight how well its logarithm is known from the counts alone: 1 / variance
 * @param wandering of the level about them
 */
record LearnedRate(RateFit fit, RatePrior prior, double phi, double phiWeight, WanderingLevel wandering) {
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
        Dispersion phi = Dispersion.of(fit, means, prior, counts, kept, varied);
        for (int round = 0; round < options.rounds(); round++) {
            OutbreakWeeks.leaveOut(counts, means, phi.phi(), options, kept, varied);
            fit = RateFit.of(baseline, prior, columns, kept, phi.phi(), fit.coefficients());
            means = fit.means();
            phi = Dispersion.of(fit, means, prior, counts, kept, varied);
        }
        double[] expected = new double[counts.length];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            expected[i] = kept[i] * means[i];
            sum += expected[i];
            squares += expected[i] * expected[i];
        }
        WanderingLevel wandering = WanderingLevel.of(counts, expected, phi.phi());
        double square = wandering.deviation() * wandering.deviation();
        return new LearnedRate(
                fit, prior, Math.max(1, phi.cautious() - square * squares / sum), phi.weight(), wandering);
    }

    /** The mean of a week after the baseline, as far as it is reported. */
    double mean(int week) {
        return fit.baseline().series().atRisk(week) * Math.exp(fit.logRate(week)) * wandering.factor(ahead(week));
    }

    /** The dispersion of what is reported of a week. Of events reported with a chance c each it is 1 + c (phi - 1). */
    double reportedPhi(int week) {
        return 1 + fit.baseline().series().completeness()[week] * (phi - 1);
    }

    /** The variance of the logarithm of the mean of a week after the baseline. */
    double logVariance(int week) {
        return fit.logVariance(week) + wandering.factorVariance(ahead(week));
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
