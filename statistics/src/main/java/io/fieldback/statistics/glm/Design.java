// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.glm;

/**
 * What a mean depends on, one row an observation.
 *
 * @param <S> what a weighted least squares fit on it yields
 */
public sealed interface Design<S extends Design.Solution> permits DenseDesign, TrendByLevel {
    /** Observations. */
    int rows();

    /** Coefficients that can be told apart. */
    int rank();

    /**
     * The weighted least squares fit.
     *
     * @param weights one a row, not negative
     * @param response one a row
     */
    S solve(double[] weights, double[] response);

    /** A weighted least squares fit. */
    interface Solution {
        /** The fitted value of each row. */
        double[] fitted();

        /** The leverage of each row, the diagonal of the hat matrix; 0 to 1. */
        double[] leverages();
    }
}
