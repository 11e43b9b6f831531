// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Quantiles to full double precision.
 *
 * <p>Trap: the library finds quantiles of the beta and chi-squared distribution to 1e-9 absolute, which for a share of
 * one in a million is no digit at all. Here Newton's method goes on from there; the distribution functions themselves
 * are good to about 1e-14.
 */
public final class Quantile {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int MOST_STEPS = 100;
    private static final double CLOSE = 1e-15;

    private Quantile() {}

    /** The standard normal value below which {@code p} lies. */
    public static double normal(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }

    /** The standard normal value of a two-sided interval: 1.96 for a confidence of 0.95. */
    public static double normalOfConfidence(double confidence) {
        return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    }

    /** The chi-squared value below which {@code p} lies. */
    public static double chiSquared(double p, double degreesOfFreedom) {
        return below(ChiSquaredDistribution.of(degreesOfFreedom), p);
    }

    /** The chi-squared value above which {@code tail} lies. */
    public static double chiSquaredAbove(double tail, double degreesOfFreedom) {
        return above(ChiSquaredDistribution.of(degreesOfFreedom), tail);
    }

    /** The value of a beta distribution below which {@code p} lies. */
    public static double beta(double p, double alpha, double beta) {
        return below(BetaDistribution.of(alpha, beta), p);
    }

    /** The value of a beta distribution above which {@code tail} lies. */
    public static double betaAbove(double tail, double alpha, double beta) {
        return above(BetaDistribution.of(alpha, beta), tail);
    }

    private static double below(ContinuousDistribution distribution, double p) {
        double x = inside(distribution, distribution.inverseCumulativeProbability(p));
        for (int i = 0; i < MOST_STEPS; i++) {
            double step = (p - distribution.cumulativeProbability(x)) / distribution.density(x);
            double next = bounded(distribution, x, step);
            if (!Double.isFinite(step) || Math.abs(next - x) <= CLOSE * Math.abs(x)) {
                return x;
            }
            x = next;
        }
        return x;
    }

    private static double above(ContinuousDistribution distribution, double tail) {
        double x = inside(distribution, distribution.inverseSurvivalProbability(tail));
        for (int i = 0; i < MOST_STEPS; i++) {
            double step = (distribution.survivalProbability(x) - tail) / distribution.density(x);
            double next = bounded(distribution, x, step);
            if (!Double.isFinite(step) || Math.abs(next - x) <= CLOSE * Math.abs(x)) {
                return x;
            }
            x = next;
        }
        return x;
    }

    /** A start that is not on the edge of the support, where the density may be 0. */
    private static double inside(ContinuousDistribution distribution, double x) {
        return x > distribution.getSupportLowerBound() ? x : Double.MIN_NORMAL;
    }

    private static double bounded(ContinuousDistribution distribution, double x, double step) {
        double next = x + step;
        if (next <= distribution.getSupportLowerBound()) {
            return x / 2;
        }
        return next >= distribution.getSupportUpperBound() ? (x + distribution.getSupportUpperBound()) / 2 : next;
    }
}
