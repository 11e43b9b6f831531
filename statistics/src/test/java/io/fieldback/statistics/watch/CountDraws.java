// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.Random;

/** Random counts from a seed. */
final class CountDraws {
    private final Random random;

    CountDraws(long seed) {
        random = new Random(seed);
    }

    /** A whole number from 0, below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number between 0 and 1. */
    double share() {
        return random.nextDouble();
    }

    /** A standard normal number. */
    double normal() {
        return random.nextGaussian();
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

    /** Negative binomial of a mean and a variance phi times as great. */
    int count(double mean, double phi) {
        return phi > 1 && mean > 0 ? poisson((phi - 1) * gamma(mean / (phi - 1))) : poisson(mean);
    }

    /** Gamma of scale 1, by Marsaglia and Tsang's method. */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
