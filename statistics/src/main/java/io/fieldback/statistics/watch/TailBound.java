// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Bin[] bins = new Bin[64];

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
        double bound = bins(mean).bound;
        return mean < GREAT ? bound : mean + bound * Math.sqrt(mean);
    }

    /** What is left of the counts of a mean below the bound. */
    Kept kept(double mean) {
        Bin bin = bins(mean);
        if (bin.kept == null) {
            bin.kept = bin.table == null ? smooth(bin) : counted(bin, bin.table);
        }
        return bin.kept;
    }

    /**
     * Of the counts below the bound.
     *
     * @param shift by how much their mean is less than that of all, in roots of the mean
     * @param variance as a part of the variance of all
     */
    record Kept(double shift, double variance) {
        /** The mean of the counts below the bound, as a part of the mean of all. */
        double mean(double mean) {
            return 1 - shift / Math.sqrt(mean);
        }
    }

    /** Means about equal: their bound, as a count or in roots of the mean above it, and what is left below it. */
    private static final class Bin {
        private final double mean;
        private final double bound;

        @Nullable
        private final CountTable table;

        @Nullable
        private Kept kept;

        Bin(double mean, double bound, @Nullable CountTable table) {
            this.mean = mean;
            this.bound = bound;
            this.table = table;
        }
    }

    private Bin bins(double mean) {
        int index = (int) Math.max(0, (Math.log(mean) - LEAST_LOG) * STEPS_A_LOG);
        if (index >= bins.length) {
            bins = Arrays.copyOf(bins, index + 32);
        }
        Bin bin = bins[index];
        if (bin == null) {
            bin = bin(Math.exp(LEAST_LOG + (index + 0.5) / STEPS_A_LOG));
            bins[index] = bin;
        }
        return bin;
    }

    private Bin bin(double mean) {
        if (mean < GREAT) {
            CountTable table = CountTable.of(mean, phi, NOTHING);
            return new Bin(mean, table.least(tail), table);
        }
        double ninth = phi / (9 * mean);
        double bound = mean * Math.pow(1 - ninth + quantile * Math.sqrt(ninth), 3);
        return new Bin(mean, (bound - mean) / Math.sqrt(mean), null);
    }

    private Kept counted(Bin bin, CountTable table) {
        double all = 0;
        double sum = 0;
        double squares = 0;
        for (long y = table.first(); y < bin.bound; y++) {
            double chance = table.exactly(y);
            all += chance;
            sum += chance * y;
            squares += chance * y * y;
        }
        double kept = sum / all;
        double variance = squares / all - kept * kept;
        return new Kept((bin.mean - kept) / Math.sqrt(bin.mean), variance / (phi * bin.mean));
    }

    /** Of a gamma distribution, the part below a bound has the moments of gammas of greater shape. */
    private Kept smooth(Bin bin) {
        double mean = bin.mean;
        double root = Math.sqrt(mean);
        double scaled = (mean + bin.bound * root) / phi;
        double shape = mean / phi;
        double all = below(scaled, shape);
        double first = mean * below(scaled, shape + 1) / all;
        double second = mean * (mean + phi) * below(scaled, shape + 2) / all;
        return new Kept((mean - first) / root, (second - first * first) / (phi * mean));
    }

    private static double below(double value, double shape) {
        double ninth = 1 / (9 * shape);
        return NORMAL.cumulativeProbability((Math.cbrt(value / shape) - 1 + ninth) / Math.sqrt(ninth));
    }
}
