// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

/** Small symmetric systems, of which only the lower half is read. */
final class Cholesky {
    private Cholesky() {}

    /** Solves in place and leaves the factor in the matrix. Returns the greatest absolute value of the solution. */
    static double step(double[] matrix, double[] right, int n) {
        factor(matrix, n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= matrix[i * n + k] * right[k];
            }
            right[i] /= matrix[i * n + i];
        }
        double greatest = 0;
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                right[i] -= matrix[k * n + i] * right[k];
            }
            right[i] /= matrix[i * n + i];
            greatest = Math.max(greatest, Math.abs(right[i]));
        }
        return greatest;
    }

    /** The inverse of the matrix whose factor {@link #step} left. */
    static double[] inverse(double[] factor, int n) {
        double[] inverse = new double[n * n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            java.util.Arrays.fill(column, 0);
            column[j] = 1;
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < i; k++) {
                    column[i] -= factor[i * n + k] * column[k];
                }
                column[i] /= factor[i * n + i];
            }
            for (int i = n - 1; i >= 0; i--) {
                for (int k = i + 1; k < n; k++) {
                    column[i] -= factor[k * n + i] * column[k];
                }
                column[i] /= factor[i * n + i];
                inverse[i * n + j] = column[i];
            }
        }
        return inverse;
    }

    private static void factor(double[] matrix, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i * n + k] * matrix[j * n + k];
                }
                matrix[i * n + j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[j * n + j];
            }
        }
    }
}
