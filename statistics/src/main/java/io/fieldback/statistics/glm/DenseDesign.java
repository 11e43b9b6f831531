// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.glm;

/** Any few columns of numbers, solved by a QR decomposition (Gram and Schmidt's, each column twice). */
public final class DenseDesign implements Design<DenseDesign.Coefficients> {
    /** What is left of a column, relative to its length, below which it says nothing of its own; as R has it. */
    private static final double TOLERANCE = 1e-11;

    private final double[][] rows;
    private final int columns;

    private DenseDesign(double[][] rows) {
        this.rows = rows;
        this.columns = rows.length == 0 ? 0 : rows[0].length;
        if (columns == 0 || rows.length < columns) {
            throw new IllegalArgumentException("Cannot form design of " + rows.length + " rows and " + columns
                    + " columns: it needs at least as many rows as columns and at least one column");
        }
    }

    /** The design of these rows, all of one length. */
    public static DenseDesign of(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return new DenseDesign(copy);
    }

    @Override
    public int rows() {
        return rows.length;
    }

    @Override
    public int rank() {
        return columns;
    }

    @Override
    public Coefficients solve(double[] weights, double[] response) {
        int n = rows.length;
        double[][] q = new double[columns][n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double root = Math.sqrt(weights[i]);
            z[i] = root * response[i];
            for (int j = 0; j < columns; j++) {
                q[j][i] = root * rows[i][j];
            }
        }
        double[][] r = new double[columns][columns];
        double[] effects = new double[columns];
        for (int j = 0; j < columns; j++) {
            double length = norm(q[j]);
            // Twice: what the first pass leaves by rounding, the second removes.
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < j; k++) {
                    double part = dot(q[k], q[j]);
                    r[k][j] += part;
                    subtract(q[j], part, q[k]);
                }
            }
            double left = norm(q[j]);
            if (!(left > TOLERANCE * length)) {
                throw new IllegalArgumentException(
                        "Cannot fit column " + j + " of the design: it is a combination of the columns before it");
            }
            r[j][j] = left;
            for (int i = 0; i < n; i++) {
                q[j][i] /= left;
            }
            effects[j] = dot(q[j], z);
            subtract(z, effects[j], q[j]);
        }
        for (int j = 0; j < columns; j++) {
            effects[j] += dot(q[j], z);
        }
        return new Coefficients(rows, q, r, back(r, effects));
    }

    private static double[] back(double[][] r, double[] effects) {
        double[] solved = effects.clone();
        for (int j = solved.length - 1; j >= 0; j--) {
            for (int k = j + 1; k < solved.length; k++) {
                solved[j] -= r[j][k] * solved[k];
            }
            solved[j] /= r[j][j];
        }
        return solved;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static void subtract(double[] from, double times, double[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= times * what[i];
        }
    }

    /** Coefficients that fit best. */
    public static final class Coefficients implements Solution {
        private final double[][] rows;
        private final double[][] q;
        private final double[][] r;
        private final double[] values;

        Coefficients(double[][] rows, double[][] q, double[][] r, double[] values) {
            this.rows = rows;
            this.q = q;
            this.r = r;
            this.values = values;
        }

        /** The coefficients, one a column. */
        public double[] values() {
            return values.clone();
        }

        /** The value at a row, which need not be one of the design. */
        public double at(double[] row) {
            return dot(row, values);
        }

        /** The variance of {@link #at} where the dispersion is 1. */
        public double varianceAt(double[] row) {
            double sum = 0;
            double[] solved = new double[row.length];
            for (int j = 0; j < row.length; j++) {
                double left = row[j];
                for (int k = 0; k < j; k++) {
                    left -= r[k][j] * solved[k];
                }
                solved[j] = left / r[j][j];
                sum += solved[j] * solved[j];
            }
            return sum;
        }

        @Override
        public double[] fitted() {
            double[] fitted = new double[rows.length];
            for (int i = 0; i < fitted.length; i++) {
                fitted[i] = at(rows[i]);
            }
            return fitted;
        }

        @Override
        public double[] leverages() {
            double[] leverages = new double[rows.length];
            for (double[] column : q) {
                for (int i = 0; i < leverages.length; i++) {
                    leverages[i] += column[i] * column[i];
                }
            }
            return leverages;
        }
    }
}
