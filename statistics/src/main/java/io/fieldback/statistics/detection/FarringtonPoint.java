// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

/**
 * What Farrington's detector says of one period. What could not be computed is not a number.
 *
 * @param position from 0
 * @param observed count
 * @param expected mean of the present period; not a number where there are too few recent cases
 * @param upperBound above which a count is an alarm; not a number where there are too few recent cases
 * @param alarm whether there is one
 * @param score (observed - fit) / (bound - fit). With the methods {@code NB_PLUGIN} and {@code MUAN} R takes the fit on
 *     the scale of the logarithm here; whether the score exceeds 1 is not touched by that
 * @param chance of a count this great, by the distribution of the method
 * @param phi dispersion, at least 1
 * @param mu0 exp(eta) with {@code NB_PLUGIN}, its upper 1 - alpha bound with {@code MUAN}. With {@code DELTA} R
 *     exponentiates what is a mean already; the number, which may be infinite, means nothing and is kept for comparison
 * @param slope of the trend on the scale of the logarithm, for each period; not a number where no trend is in the model
 */
public record FarringtonPoint(
        int position,
        long observed,
        double expected,
        double upperBound,
        boolean alarm,
        double score,
        double chance,
        double phi,
        double mu0,
        double slope) {
    /** Whether a trend is in the model. */
    public boolean hasTrend() {
        return !Double.isNaN(slope);
    }

    /** Whether the model could be fitted at all. */
    public boolean isFitted() {
        return !Double.isNaN(phi);
    }

    static FarringtonPoint unfitted(int position, long observed) {
        double none = Double.NaN;
        return new FarringtonPoint(position, observed, none, none, false, none, none, none, none, none);
    }
}
