// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.optimum;

import java.util.function.ToDoubleFunction;

/**
 * The downhill simplex of Nelder and Mead (1965) as Nash (1990, algorithm 19) lays it out: first simplex of a tenth of
 * the greatest coordinate, reflection 1, contraction 1/2, expansion 2. Every step and every comparison is in his order,
 * which is R's {@code optim} too, so that the same end is reached even where the least value is flat or has corners.
 *
 * @param tolerance of the spread of values over the simplex, relative to the first value
 * @param evaluations after which it stops at the next chance
 */
public record NelderMead(double tolerance, int evaluations) {
    private static final double FAR = 1e35;

    /** The tolerance of R's {@code optim}, and its limit of evaluations as forecasting packages set it. */
    public static NelderMead standard() {
        return new NelderMead(Math.sqrt(Math.ulp(1.0)), 2000);
    }

    /**
     * The point of the least value found.
     *
     * @param function to make small; what is not finite counts as very great
     * @param start where the value must be finite
     */
    public double[] least(ToDoubleFunction<double[]> function, double[] start) {
        return new Simplex(function, start.clone()).shrunk();
    }

    private final class Simplex {
        private final ToDoubleFunction<double[]> function;
        private final double[][] corners;
        private final double[] values;
        private final double enough;
        private double size;
        private int evaluated;

        Simplex(ToDoubleFunction<double[]> function, double[] start) {
            this.function = function;
            corners = new double[start.length + 1][];
            values = new double[start.length + 1];
            corners[0] = start;
            values[0] = value(start);
            enough = tolerance * (Math.abs(values[0]) + tolerance);
            double step = 0;
            for (double coordinate : start) {
                step = Math.max(step, 0.1 * Math.abs(coordinate));
            }
            step = step == 0 ? 0.1 : step;
            for (int j = 1; j < corners.length; j++) {
                corners[j] = start.clone();
                corners[j][j - 1] = start[j - 1] + step;
                size += step;
            }
        }

        double[] shrunk() {
            int low = 0;
            evaluateAllBut(low);
            while (true) {
                int high = low;
                double least = values[low];
                double greatest = values[low];
                int first = low;
                for (int j = 0; j < corners.length; j++) {
                    if (j != first && values[j] < least) {
                        low = j;
                        least = values[j];
                    }
                    if (j != first && values[j] > greatest) {
                        high = j;
                        greatest = values[j];
                    }
                }
                if (greatest <= least + enough || evaluated > evaluations) {
                    return corners[low];
                }
                if (step(low, high) && !pullTowards(low)) {
                    return corners[low];
                }
            }
        }

        /** Moves the highest corner; true where nothing helped and all corners must be pulled to the lowest. */
        private boolean step(int low, int high) {
            double[] centre = centreWithout(high);
            double[] reflected = between(2, centre, -1, corners[high]);
            double value = value(reflected);
            if (value < values[low]) {
                double[] expanded = between(2, reflected, -1, centre);
                double further = value(expanded);
                put(high, further < value ? expanded : reflected, Math.min(further, value));
                return false;
            }
            boolean better = value < values[high];
            if (better) {
                put(high, reflected, value);
            }
            double[] contracted = between(0.5, corners[high], 0.5, centre);
            double nearer = value(contracted);
            if (nearer < values[high]) {
                put(high, contracted, nearer);
                return false;
            }
            return !better;
        }

        private boolean pullTowards(int low) {
            double before = size;
            size = 0;
            for (int j = 0; j < corners.length; j++) {
                for (int i = 0; j != low && i < corners[j].length; i++) {
                    corners[j][i] = 0.5 * (corners[j][i] - corners[low][i]) + corners[low][i];
                    size += Math.abs(corners[j][i] - corners[low][i]);
                }
            }
            if (size >= before) {
                return false;
            }
            evaluateAllBut(low);
            return true;
        }

        private double[] centreWithout(int high) {
            double[] centre = new double[corners[high].length];
            for (int i = 0; i < centre.length; i++) {
                centre[i] = -corners[high][i];
                for (double[] corner : corners) {
                    centre[i] += corner[i];
                }
                centre[i] /= centre.length;
            }
            return centre;
        }

        private double[] between(double first, double[] a, double second, double[] b) {
            double[] point = new double[a.length];
            for (int i = 0; i < point.length; i++) {
                point[i] = first * a[i] + second * b[i];
            }
            return point;
        }

        private void put(int corner, double[] point, double value) {
            corners[corner] = point;
            values[corner] = value;
        }

        private void evaluateAllBut(int low) {
            for (int j = 0; j < corners.length; j++) {
                if (j != low) {
                    values[j] = value(corners[j]);
                }
            }
        }

        private double value(double[] point) {
            evaluated++;
            double value = function.applyAsDouble(point.clone());
            return Double.isFinite(value) ? value : FAR;
        }
    }
}
