// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.optimum;

import java.util.function.ToDoubleFunction;

/**
 * The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with central differences for the gradient and
 * halving along the line: for smooth functions of a few unbounded coordinates of like size.
 *
 * @param iterations at most
 * @param tolerance ends where a step gains less than this part of the value
 */
public record Bfgs(int iterations, double tolerance) {
    private static final double DIFFERENCE = Math.cbrt(Math.ulp(1.0));
    private static final double ENOUGH = 1e-4;

    /** The point of the least value found from a start. */
    public double[] least(ToDoubleFunction<double[]> function, double[] start) {
        double[] at = start.clone();
        double value = function.applyAsDouble(at);
        double[] gradient = gradient(function, at);
        double[][] inverse = identity(at.length);
        boolean fresh = true;
        for (int iteration = 0; iteration < iterations; iteration++) {
            double[] step = times(inverse, gradient);
            double slope = -dot(step, gradient);
            double length = fresh ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = at;
            double lower = value;
            boolean found = false;
            while (slope < 0 && length > 1e-12 && !found) {
                next = moved(at, -length, step);
                lower = function.applyAsDouble(next);
                found = lower <= value + ENOUGH * length * slope;
                length /= 2;
            }
            if (!found && fresh) {
                return at;
            }
            if (!found) {
                inverse = identity(at.length);
                fresh = true;
                continue;
            }
            double[] after = gradient(function, next);
            boolean still = value - lower <= tolerance * (Math.abs(value) + tolerance);
            update(inverse, moved(next, -1, at), moved(after, -1, gradient));
            if (still && fresh) {
                return next;
            }
            fresh = still;
            if (still) {
                inverse = identity(at.length);
            }
            at = next;
            value = lower;
            gradient = after;
        }
        return at;
    }

    private static double[] gradient(ToDoubleFunction<double[]> function, double[] at) {
        double[] gradient = new double[at.length];
        double[] moved = at.clone();
        for (int i = 0; i < at.length; i++) {
            double step = DIFFERENCE * Math.max(1, Math.abs(at[i]));
            moved[i] = at[i] + step;
            double above = function.applyAsDouble(moved);
            moved[i] = at[i] - step;
            gradient[i] = (above - function.applyAsDouble(moved)) / (2 * step);
            moved[i] = at[i];
        }
        return gradient;
    }

    /** The inverse Hessian that turns the change of gradient into the change of place; left alone where that bends up. */
    private static void update(double[][] inverse, double[] place, double[] gradient) {
        double product = dot(place, gradient);
        if (!(product > 1e-14)) {
            return;
        }
        double[] turned = times(inverse, gradient);
        double factor = (1 + dot(gradient, turned) / product) / product;
        for (int i = 0; i < place.length; i++) {
            for (int j = 0; j < place.length; j++) {
                inverse[i][j] += factor * place[i] * place[j] - (turned[i] * place[j] + place[i] * turned[j]) / product;
            }
        }
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private static double[] moved(double[] from, double times, double[] by) {
        double[] moved = from.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += times * by[i];
        }
        return moved;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
