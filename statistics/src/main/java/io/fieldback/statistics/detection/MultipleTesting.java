// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P values adjusted for having looked often, as R's {@code p.adjust} does: an adjusted value of at most a keeps the
 * error named at each method at a. A p value that is NaN was no look: it stays NaN and is not counted.
 */
public enum MultipleTesting {
    /** Holm (1979): the chance of any false finding, under any dependence; min over i of (n - i + 1) p(i), falling. */
    HOLM,
    /** Bonferroni: the chance of any false finding; n p. Holm's is never worse. */
    BONFERRONI,
    /** Benjamini and Hochberg (1995): the share of false findings, for independent or positively dependent looks. */
    BENJAMINI_HOCHBERG,
    /**
     * Benjamini and Yekutieli (2001): the share of false findings under any dependence, at the price of the factor 1 +
     * 1/2 + … + 1/n.
     */
    BENJAMINI_YEKUTIELI;

    /**
     * The adjusted values, in the order of {@code p}.
     *
     * @param p the chance of each finding if nothing were there, 0 to 1 or NaN
     * @throws IllegalArgumentException for a value outside 0 to 1
     */
    public double[] adjusted(double[] p) {
        for (double value : p) {
            if (value < 0 || value > 1) {
                throw new IllegalArgumentException("Cannot adjust p value " + value + ": it must lie between 0 and 1");
            }
        }
        int[] rising = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = p.clone();
        switch (this) {
            case HOLM -> stepDown(p, rising, adjusted);
            case BONFERRONI -> {
                for (int i : rising) {
                    adjusted[i] = Math.min(1, rising.length * p[i]);
                }
            }
            case BENJAMINI_HOCHBERG -> stepUp(p, rising, adjusted, 1);
            case BENJAMINI_YEKUTIELI -> stepUp(p, rising, adjusted, harmonic(rising.length));
        }
        return adjusted;
    }

    private static void stepDown(double[] p, int[] rising, double[] adjusted) {
        double greatest = 0;
        for (int i = 0; i < rising.length; i++) {
            greatest = Math.max(greatest, Math.min(1, (rising.length - i) * p[rising[i]]));
            adjusted[rising[i]] = greatest;
        }
    }

    private static void stepUp(double[] p, int[] rising, double[] adjusted, double factor) {
        double least = 1;
        for (int i = rising.length - 1; i >= 0; i--) {
            least = Math.min(least, factor * rising.length / (i + 1) * p[rising[i]]);
            adjusted[rising[i]] = least;
        }
    }

    private static double harmonic(int n) {
        return IntStream.rangeClosed(1, n).mapToDouble(i -> 1.0 / i).sum();
    }
}
