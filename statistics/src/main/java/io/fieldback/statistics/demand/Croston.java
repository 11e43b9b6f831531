// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.demand;

import io.fieldback.statistics.optimum.NelderMead;
import java.util.Arrays;

/**
 * Croston's method (1972) and its corrections: sizes and intervals of demands are smoothed apart, each at demands only,
 * and the forecast is size / interval. Conventions are those of {@code tsintermittent::crost}. It does not notice a part
 * that nobody asks for any more; {@link Tsb} does.
 *
 * @param variant correction of the bias
 * @param sizeSmoothing 0 to 1, part of a new size in the smoothed one
 * @param intervalSmoothing the same of intervals
 * @param start starting values
 */
public record Croston(CrostonVariant variant, double sizeSmoothing, double intervalSmoothing, StartingValues start) {
    private static final double OUTSIDE = 9e99;

    /** Checks the smoothing. */
    public Croston {
        if (!(sizeSmoothing >= 0 && sizeSmoothing <= 1 && intervalSmoothing >= 0 && intervalSmoothing <= 1)) {
            throw new IllegalArgumentException("Cannot smooth demand with " + sizeSmoothing + " and "
                    + intervalSmoothing + ": both must lie between 0 and 1");
        }
    }

    /** The forecast. */
    public DemandForecast forecast(IntermittentDemand demand) {
        double[] sizes = demand.sizes();
        double[] intervals = demand.intervals();
        double[] first = {sizes[0], start.isMean() ? demand.meanInterval() : intervals[0]};
        if (start.isOptimised()) {
            double largest = Arrays.stream(sizes).max().orElseThrow();
            double longest = Arrays.stream(intervals).max().orElseThrow();
            first = NelderMead.standard()
                    .least(
                            candidate -> candidate[0] >= 0
                                            && candidate[0] <= largest
                                            && candidate[1] >= 1
                                            && candidate[1] <= longest
                                    ? RateError.of(
                                            demand.quantities(),
                                            smoothed(demand, candidate).inSample())
                                    : OUTSIDE,
                            first);
        }
        return smoothed(demand, first);
    }

    private DemandForecast smoothed(IntermittentDemand demand, double[] first) {
        double[] quantities = demand.quantities();
        double factor = variant.factor(intervalSmoothing);
        double[] inSample = new double[quantities.length];
        double size = first[0];
        double interval = first[1];
        double rate = Double.NaN;
        int previous = -1;
        boolean begun = false;
        for (int t = 0; t < quantities.length; t++) {
            inSample[t] = rate;
            if (quantities[t] > 0) {
                if (begun) {
                    size += sizeSmoothing * (quantities[t] - size);
                    interval += intervalSmoothing * (t - previous - interval);
                }
                begun = true;
                previous = t;
                rate = factor * size / interval;
            }
        }
        return new DemandForecast(rate, inSample, size, interval);
    }
}
