// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.util.Arrays;
import java.util.Random;

/** Random numbers of a seed and of what they are drawn for: what one part of a fleet draws leaves the others as they are. */
final class Draws {
    private final Random random;

    Draws(long seed, Object... purpose) {
        long mixed = seed * 0x9E3779B97F4A7C15L + Arrays.deepToString(purpose).hashCode() * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
        random = new Random(mixed ^ (mixed >>> 29));
    }

    /** A number between 0 and 1. */
    double share() {
        return random.nextDouble();
    }

    /** A number between two. */
    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A whole number from 0, below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Whether something of this chance happens. */
    boolean happens(double chance) {
        return random.nextDouble() < chance;
    }

    /** A number of median 1 whose logarithm has this standard deviation. */
    double spread(double deviation) {
        return Math.exp(deviation * random.nextGaussian());
    }

    /** A standard normal number. */
    double normal() {
        return random.nextGaussian();
    }

    /** A number of mean 1 and variance 1 / shape, by Marsaglia and Tsang's method. */
    double noise(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v / shape;
            }
        }
    }

    /** Poisson, by inversion; a great mean is cut in parts. */
    int poisson(double mean) {
        if (mean > 300) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double chance = Math.exp(-mean);
        double left = random.nextDouble();
        int count = 0;
        while (left > chance && chance > 0) {
            left -= chance;
            count++;
            chance *= mean / count;
        }
        return count;
    }

    /** One of several, by weights added up one after another. */
    int pick(double[] sums, int length) {
        double at = random.nextDouble() * sums[length - 1];
        int found = Arrays.binarySearch(sums, 0, length, at);
        return Math.min(length - 1, found >= 0 ? found + 1 : -found - 1);
    }

    /** One of several, by weights. */
    int pick(double[] weights) {
        return pick(sums(weights), weights.length);
    }

    /** Each weight with all before it. */
    static double[] sums(double[] weights) {
        double[] sums = weights.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }
}
