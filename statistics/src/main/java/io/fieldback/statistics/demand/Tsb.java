// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.demand;

import io.fieldback.statistics.optimum.NelderMead;
import java.util.Arrays;

/**
 * The method of Teunter, Syntetos and Babai (2011): the chance of a demand is smoothed in every period, its size at
 * demands only, and the forecast is their product. It falls while nobody asks, so that parts near their end show.
 * Conventions are those of {@code tsintermittent::tsb}.
 *
 * @param sizeSmoothing 0 to 1, part of a new size in the smoothed one
 * @param chanceSmoothing part of a new period in the smoothed chance
 * @param start starting values
 */
public record Tsb(double sizeSmoothing, double chanceSmoothing, StartingValues start) {
    private static final double OUTSIDE = 9e99;

    /** Checks the smoothing. */
    public Tsb {
        if (!(sizeSmoothing >= 0 && sizeSmoothing <= 1 && chanceSmoothing >= 0 && chanceSmoothing <= 1)) {
            throw new IllegalArgumentException("Cannot smooth demand with " + sizeSmoothing + " and " + chanceSmoothing
                    + ": both must lie between 0 and 1");
        }
    }

    /** The forecast. */
    public DemandForecast forecast(IntermittentDemand demand) {
        double[] sizes = demand.sizes();
        double asked = demand.quantities()[0] > 0 ? 1 : 0;
        double[] first = {sizes[0], start.isMean() ? (double) sizes.length / demand.periods() : asked};
        if (start.isOptimised()) {
            double largest = Arrays.stream(sizes).max().orElseThrow();
            first = NelderMead.standard()
                    .least(
                            candidate -> candidate[0] >= 0
                                            && candidate[0] <= largest
                                            && candidate[1] >= 0
                                            && candidate[1] <= 1
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
        double[] inSample = new double[quantities.length];
        double size = first[0];
        double chance = first[1];
        inSample[0] = Double.NaN;
        for (int t = 1; t < quantities.length; t++) {
            inSample[t] = chance * size;
            chance += chanceSmoothing * ((quantities[t] > 0 ? 1 : 0) - chance);
            if (quantities[t] > 0) {
                size += sizeSmoothing * (quantities[t] - size);
            }
        }
        return new DemandForecast(chance * size, inSample, size, 1 / chance);
    }
}
