// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.statistics.distribution.CountDistribution;

/**
 * What was to be expected, of what is reported so far.
 *
 * @param mean cases
 * @param variance of a count about it, the doubt about the mean included
 */
public record Expected(double mean, double variance) {
    /** Nothing to expect, nothing to say. */
    public static final Expected NONE = new Expected(0, 0);

    private static final double LEAST = 1e-6;

    /** Whether there is anything to hold a count against. */
    public boolean any() {
        return mean > LEAST;
    }

    /** The chance of more than a count, and half the chance of exactly it. */
    public double chance(long observed) {
        if (!any() || observed <= 0) {
            return 1;
        }
        CountDistribution counts = distribution();
        return Math.min(1, counts.atLeast(observed + 1) + 0.5 * Math.exp(counts.logChance(observed)));
    }

    private CountDistribution distribution() {
        return CountDistribution.of(mean, Math.max(mean, variance));
    }

    /** It, but at least so much: what is hardly expected is hardly known to be. */
    public Expected atLeast(double least) {
        return mean >= least ? this : new Expected(least, least + Math.max(0, variance - mean));
    }

    /** A share of it, itself not quite known. */
    public Expected part(double share, double relativeVariance) {
        double part = mean * share;
        double doubt = mean > 0 ? Math.max(0, variance - mean) / (mean * mean) : 0;
        return new Expected(part, part + part * part * (doubt + relativeVariance));
    }

    /** It and something else. */
    public Expected plus(double more) {
        return new Expected(mean + more, variance + more);
    }
}
