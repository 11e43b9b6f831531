// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.Arrays;

/**
 * How far the level of a series has wandered off its line by now. Where observed over expected keeps to one side for
 * months, season and slope do not tell the whole: the ratio is taken for 1 + u, where u is a first-order autoregression
 * of deviation tau that forgets half in so many weeks, and is followed by a Kalman filter over blocks of four weeks.
 * Tau and the half-life are the likeliest of a few, and none at all unless the likelihood is clearly better with it: a
 * series that follows its line gives up nothing.
 *
 * @param level u at the end of the baseline; 0 where it does not wander
 * @param deviation tau; 0 where it does not wander
 * @param halfLife in weeks
 */
record WanderingLevel(double level, double deviation, double halfLife) {
    private static final int BLOCK = 4;
    private static final double[] DEVIATIONS = {0.1, 0.2, 0.35, 0.6};
    private static final double[] HALF_LIVES = {8, 26, 104};

    /** Twice the logarithm of the likelihood ratio that is asked for before a level may wander. */
    private static final double CLEARLY = 6;

    /** A level that stays on its line. */
    static final WanderingLevel STEADY = new WanderingLevel(0, 0, Double.POSITIVE_INFINITY);

    /**
     * The level at the end of a baseline.
     *
     * @param counts of its weeks
     * @param expected of its weeks; 0 in a week that is left out
     * @param phi dispersion
     */
    static WanderingLevel of(double[] counts, double[] expected, double phi) {
        Blocks blocks = Blocks.of(counts, expected, phi);
        double[] levels = new double[blocks.ratio().length];
        double best = filter(blocks, STEADY, levels).loss() - CLEARLY;
        WanderingLevel likeliest = STEADY;
        for (double deviation : DEVIATIONS) {
            for (double halfLife : HALF_LIVES) {
                Filtered filtered = filter(blocks, new WanderingLevel(0, deviation, halfLife), levels);
                if (filtered.loss() < best) {
                    best = filtered.loss();
                    likeliest = new WanderingLevel(filtered.level(), deviation, halfLife);
                }
            }
        }
        return likeliest;
    }

    /** Observed over expected, less 1, and the variance that chance makes of it, block by block up to the last week. */
    private record Blocks(double[] ratio, double[] noise) {
        static Blocks of(double[] counts, double[] expected, double phi) {
            int blocks = counts.length / BLOCK;
            double[] ratio = new double[blocks];
            double[] noise = new double[blocks];
            int start = counts.length - blocks * BLOCK;
            for (int b = 0; b < blocks; b++) {
                double seen = 0;
                double mean = 0;
                for (int i = start + b * BLOCK; i < start + (b + 1) * BLOCK; i++) {
                    seen += expected[i] > 0 ? counts[i] : 0;
                    mean += expected[i];
                }
                ratio[b] = mean > 0 ? seen / mean - 1 : 0;
                noise[b] = mean > 0 ? phi / mean : Double.POSITIVE_INFINITY;
            }
            return new Blocks(ratio, noise);
        }
    }

    /** The factor on the mean so many weeks after the end of the baseline. */
    double factor(int weeks) {
        return Math.max(0.1, 1 + level * kept(weeks));
    }

    /**
     * The factors that would have been foretold of the weeks of the baseline from what was known a block and a half before
     * on average, about as far ahead as the weeks watched are.
     */
    double[] foretold(double[] counts, double[] expected, double phi) {
        double[] factors = new double[counts.length];
        Arrays.fill(factors, 1);
        if (deviation > 0) {
            Blocks blocks = Blocks.of(counts, expected, phi);
            double[] levels = new double[blocks.ratio().length];
            filter(blocks, this, levels);
            int start = counts.length - levels.length * BLOCK;
            for (int i = start + 2 * BLOCK; i < counts.length; i++) {
                factors[i] = Math.max(0.1, 1 + levels[(i - start) / BLOCK - 2] * kept(2 * BLOCK));
            }
        }
        return factors;
    }

    private double kept(double weeks) {
        return Math.pow(0.5, weeks / halfLife);
    }

    /** What a filter knows at the end, and minus twice the logarithm of the likelihood. */
    private record Filtered(double level, double loss) {}

    private static Filtered filter(Blocks blocks, WanderingLevel with, double[] levels) {
        double square = with.deviation * with.deviation;
        double kept = with.kept(BLOCK);
        double level = 0;
        double variance = square;
        double loss = 0;
        for (int b = 0; b < levels.length; b++) {
            level *= kept;
            variance = kept * kept * variance + (1 - kept * kept) * square;
            if (blocks.noise[b] < Double.POSITIVE_INFINITY) {
                double spread = variance + blocks.noise[b];
                double innovation = blocks.ratio[b] - level;
                loss += Math.log(spread) + innovation * innovation / spread;
                double gain = variance / spread;
                level += gain * innovation;
                variance *= 1 - gain;
            }
            levels[b] = level;
        }
        return new Filtered(level, loss);
    }
}
