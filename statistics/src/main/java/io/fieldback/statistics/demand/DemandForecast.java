// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.demand;

/**
 * A flat forecast of demand.
 *
 * @param rate expected demand a period, from now on
 * @param inSample what was forecast for each period from those before it; not a number before there was anything to go by
 * @param size smoothed size of a demand at the end
 * @param interval smoothed periods between demands at the end; for TSB one over the smoothed chance of a demand
 */
public record DemandForecast(double rate, double[] inSample, double size, double interval) {
    /** The mean squared error of the forecasts in the sample; not a number where there are none. */
    public double meanSquaredError(IntermittentDemand demand) {
        double sum = 0;
        int forecasts = 0;
        for (int t = 0; t < inSample.length; t++) {
            if (!Double.isNaN(inSample[t])) {
                double error = demand.quantities()[t] - inSample[t];
                sum += error * error;
                forecasts++;
            }
        }
        return sum / forecasts;
    }
}
