// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.demand;

import java.util.Arrays;

/**
 * The demand for one part, period after period, mostly nothing.
 *
 * @param quantities not negative, one a period, at least two of them above 0: below that no interval between demands is
 *     known and every method refuses
 */
public record IntermittentDemand(double[] quantities) {
    /** Checks the quantities. */
    public IntermittentDemand {
        int demands = 0;
        for (double quantity : quantities) {
            if (!(quantity >= 0 && quantity < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Cannot form demand with quantity " + quantity + ": it must not be negative nor infinite");
            }
            demands += quantity > 0 ? 1 : 0;
        }
        if (demands < 2) {
            throw new IllegalArgumentException("Cannot form demand of " + quantities.length + " periods with " + demands
                    + " demands: at least two are needed");
        }
    }

    /** Periods. */
    public int periods() {
        return quantities.length;
    }

    /** The quantities above 0. */
    public double[] sizes() {
        return Arrays.stream(quantities).filter(quantity -> quantity > 0).toArray();
    }

    /** Periods from one demand to the next; the first counts from the beginning. */
    public double[] intervals() {
        double[] intervals = new double[sizes().length];
        int previous = -1;
        int next = 0;
        for (int t = 0; t < quantities.length; t++) {
            if (quantities[t] > 0) {
                intervals[next++] = t - previous;
                previous = t;
            }
        }
        return intervals;
    }

    /** The mean interval between demands, p in the literature. */
    public double meanInterval() {
        return Arrays.stream(intervals()).average().orElseThrow();
    }

    /** The squared coefficient of variation of the sizes, with the unbiased variance. */
    public double sizeVariation() {
        double[] sizes = sizes();
        double mean = Arrays.stream(sizes).average().orElseThrow();
        double squares =
                Arrays.stream(sizes).map(size -> (size - mean) * (size - mean)).sum();
        return squares / (sizes.length - 1) / (mean * mean);
    }

    /** The class that Syntetos, Boylan and Croston (2005) would put it in. */
    public DemandClass demandClass() {
        return DemandClass.of(meanInterval(), sizeVariation());
    }
}
