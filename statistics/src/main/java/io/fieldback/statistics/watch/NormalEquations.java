// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.Arrays;

/** Second and first derivatives of a likelihood of a few coefficients, and the step they ask for. */
final class NormalEquations {
    private final int columns;
    private final double[][] second;
    private final double[] first;

    /** Of so many coefficients; what is added of further ones is left out. */
    NormalEquations(int columns) {
        this.columns = columns;
        this.second = new double[columns][columns];
        this.first = new double[columns];
    }

    void clear() {
        for (double[] row : second) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(first, 0);
    }

    /** Adds to an element of the lower triangle. */
    void add(int row, int column, double value) {
        if (row < columns) {
            second[row][column] += value;
        }
    }

    /** Adds to a slope. */
    void slope(int row, double value) {
        first[row] += value;
    }

    /** Newton's step, by Cholesky's decomposition; there is one since priors make the matrix positive. */
    double[] solve() {
        double[][] lower = cholesky();
        double[] solved = first.clone();
        forward(lower, solved);
        backward(lower, solved);
        return solved;
    }

    /** The covariance of the coefficients. */
    double[][] inverse() {
        double[][] lower = cholesky();
        double[][] inverse = new double[columns][columns];
        for (int j = 0; j < columns; j++) {
            inverse[j][j] = 1;
            forward(lower, inverse[j]);
            backward(lower, inverse[j]);
        }
        return inverse;
    }

    private double[][] cholesky() {
        double[][] lower = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = second[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return lower;
    }

    private void forward(double[][] lower, double[] right) {
        for (int i = 0; i < columns; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= lower[i][k] * right[k];
            }
            right[i] /= lower[i][i];
        }
    }

    private void backward(double[][] lower, double[] right) {
        for (int i = columns - 1; i >= 0; i--) {
            for (int k = i + 1; k < columns; k++) {
                right[i] -= lower[k][i] * right[k];
            }
            right[i] /= lower[i][i];
        }
    }
}
