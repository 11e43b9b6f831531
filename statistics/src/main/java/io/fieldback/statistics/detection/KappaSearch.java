// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import java.util.function.DoubleUnaryOperator;

/** The zero of a falling function on one side of 0, by halving. */
final class KappaSearch {
    /** e^-18: R stops there too, where every count of a segment is 0 and there is no zero to find. */
    private static final double FARTHEST = 18;

    private KappaSearch() {}

    static double root(DoubleUnaryOperator falling, LikelihoodRatioChart.Direction direction) {
        boolean up = direction == LikelihoodRatioChart.Direction.INCREASE;
        double low = up ? 0 : -FARTHEST;
        double high = up ? 1 : 0;
        while (up && falling.applyAsDouble(high) > 0 && high < FARTHEST) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 60 && high - low > 1e-13; i++) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
