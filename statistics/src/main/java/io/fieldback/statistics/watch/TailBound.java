// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * For one dispersion and any mean: the count that so few weeks without an outbreak exceed, and what is left of mean and
 * variance when the weeks above it are taken out. Bounds are found once for means about equal and kept; small means
 * from the chances of their counts, great ones from the gamma distribution of the same mean and variance, by Wilson and
 * Hilferty's cube root.
 */
final class TailBound {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Means above it are taken for continuous. */
    private static final double GREAT = 20;

    private static final double STEPS_A_LOG = 8;
    private static final double LEAST_LOG = -8;
    private static final double NOTHING = 1e-7;

    private final double phi;
    private final double tail;
    private final double quantile;
    private double[][] bins = new double[64][];

    /**
     * Bounds.
     *
     * @param phi variance over mean, at least 1
     * @param tail chance of a count that is too great
     */
    TailBound(double phi, double tail) {
        this.phi = phi;
        this.tail = tail;
        this.quantile = NORMAL.inverseSurvivalProbability(tail);
    }

    /** The least count that is too great. */
    double bound(double mean) {
        double[] bin = bin(mean);
        return mean < GREAT ? bin[0] : mean + bin[0] * Math.sqrt(mean);
    }

    /** The mean of the counts below the bound, as a part of the mean of all. */
    double keptMean(double mean) {
        return 1 - bin(mean)[1] / Math.sqrt(mean);
    }

    /** The variance of the counts below the bound, as a part of the variance of all. */
    double keptVariance(double mean) {
        return bin(mean)[2];
    }

    private double[] bin(double mean) {
        int index = (int) Math.max(0, (Math.log(mean) - LEAST_LOG) * STEPS_A_LOG);
        if (index >= bins.length) {
            bins = Arrays.copyOf(bins, index + 32);
        }
        if (bins[index] == null) {
            double middle = Math.exp(LEAST_LOG + (index + 0.5) / STEPS_A_LOG);
            bins[index] = middle < GREAT ? counted(middle) : smooth(middle);
        }
        return bins[index];
    }

    private double[] counted(double mean) {
        CountTable table = CountTable.of(mean, phi, NOTHING);
        long bound = table.least(tail);
        double all = 0;
        double sum = 0;
        double squares = 0;
        for (long y = table.first(); y < bound; y++) {
            double chance = table.exactly(y);
            all += chance;
            sum += chance * y;
            squares += chance * y * y;
        }
        double kept = sum / all;
        double variance = squares / all - kept * kept;
        return new double[] {bound, (mean - kept) / Math.sqrt(mean), variance / (phi * mean)};
    }

    /** Of a gamma distribution, the part below a bound has the moments of gammas of greater shape. */
    private double[] smooth(double mean) {
        double shape = mean / phi;
        double ninth = 1 / (9 * shape);
        double bound = mean * Math.pow(1 - ninth + quantile * Math.sqrt(ninth), 3);
        double all = below(bound / phi, shape);
        double first = mean * below(bound / phi, shape + 1) / all;
        double second = mean * (mean + phi) * below(bound / phi, shape + 2) / all;
        double root = Math.sqrt(mean);
        return new double[] {(bound - mean) / root, (mean - first) / root, (second - first * first) / (phi * mean)};
    }

    private static double below(double value, double shape) {
        double ninth = 1 / (9 * shape);
        return NORMAL.cumulativeProbability((Math.cbrt(value / shape) - 1 + ninth) / Math.sqrt(ninth));
    }
}
