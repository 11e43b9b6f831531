// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.demand;

/**
 * The mean absolute rate error of Kourentzes (2014): the sum over all periods of |forecast - mean demand so far|. Means
 * of the first 30 % of the periods are replaced by the one at their end. It compares rates with rates, where errors
 * against the demand itself would reward a forecast of nothing.
 */
final class RateError {
    private static final double SETTLING = 0.3;

    private RateError() {}

    static double of(double[] quantities, double[] forecasts) {
        int n = quantities.length;
        double[] rates = new double[n];
        double sum = 0;
        for (int t = 0; t < n; t++) {
            sum += quantities[t];
            rates[t] = sum / (t + 1);
        }
        int settled = (int) Math.ceil(SETTLING * n);
        // Two terms: searches compare sums that differ by little, and R adds with more digits than these.
        double error = 0;
        double lost = 0;
        for (int t = 0; t < n; t++) {
            if (!Double.isNaN(forecasts[t])) {
                double term = Math.abs(forecasts[t] - rates[Math.max(t, settled - 1)]);
                double next = error + term;
                lost += Math.abs(error) >= term ? error - next + term : term - next + error;
                error = next;
            }
        }
        return error + lost;
    }
}
