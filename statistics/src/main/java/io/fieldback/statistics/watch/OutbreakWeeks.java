// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * Past outbreaks, which a baseline is to be learned without. A week is left out where its count, or the sum of it and a
 * neighbour, is one that few weeks without an outbreak have. Some weeks without one are left out so too, and those that
 * stay are then too low and too even on average; the fit is told what part of mean and variance stays, so that a series
 * that never had an outbreak is learned without bias.
 */
final class OutbreakWeeks {
    /** What leaving out a pair for each hundred takes from mean and variance, in hundredths of deviation and variance. */
    private static final double PAIR_SHIFT = 1;

    private static final double PAIR_SHRINK = 2;

    private static final double LEAST_KEPT = 0.05;

    private OutbreakWeeks() {}

    /**
     * Marks the weeks to leave out.
     *
     * @param kept of each week what part of the mean is to be explained; 0 where it is left out
     * @param varied of each week what part of the variance is left
     */
    static void leaveOut(
            double[] counts, double[] means, double phi, WatchOptions options, double[] kept, double[] varied) {
        TailBound alone = new TailBound(phi, options.weekTail());
        TailBound pairs = new TailBound(phi, options.pairTail());
        double shift = PAIR_SHIFT * options.pairTail();
        double shrink = 1 - PAIR_SHRINK * options.pairTail();
        boolean[] out = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            if (!(means[i] > 0)) {
                out[i] = true;
                continue;
            }
            if (counts[i] > means[i] && counts[i] >= alone.bound(means[i])) {
                out[i] = true;
            }
            boolean paired = i > 0 && means[i - 1] > 0 && counts[i] + counts[i - 1] > means[i] + means[i - 1];
            if (paired && counts[i] + counts[i - 1] >= pairs.bound(means[i] + means[i - 1])) {
                out[i - 1] = out[i - 1] || counts[i - 1] > means[i - 1];
                out[i] = out[i] || counts[i] > means[i];
            }
        }
        for (int i = 0; i < counts.length; i++) {
            if (out[i]) {
                kept[i] = 0;
                varied[i] = 0;
            } else {
                TailBound.Kept left = alone.kept(means[i]);
                kept[i] = Math.max(LEAST_KEPT, left.mean(means[i]) - shift * Math.sqrt(phi / means[i]));
                varied[i] = left.variance() * shrink;
            }
        }
    }
}
