// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

import io.fieldback.statistics.interval.Interval;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A pair among all cases: cases of row (such as a supplier) and column (such as a fault). Cells may be any numbers not
 * negative, so that a half can be added to each.
 *
 * @param both a, cases of row and column [n11]
 * @param rowOnly b [n10]
 * @param columnOnly c [n01]
 * @param neither d [n00]
 */
public record TwoByTwo(double both, double rowOnly, double columnOnly, double neither) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Checks the cells. */
    public TwoByTwo {
        if (!(both >= 0 && rowOnly >= 0 && columnOnly >= 0 && neither >= 0)) {
            throw new IllegalArgumentException("Cannot form table of " + both + ", " + rowOnly + ", " + columnOnly
                    + " and " + neither + ": cells must not be negative");
        }
    }

    /** The table of a cell and its margins. */
    public static TwoByTwo ofMargins(double both, double row, double column, double all) {
        return new TwoByTwo(both, row - both, column - both, all - row - column + both);
    }

    /** The same with a half added to each cell (Haldane and Anscombe), for ratios where a cell is empty. */
    public TwoByTwo plusHalf() {
        return new TwoByTwo(both + 0.5, rowOnly + 0.5, columnOnly + 0.5, neither + 0.5);
    }

    /** All cases. */
    public double all() {
        return both + rowOnly + columnOnly + neither;
    }

    /** Cases of the row. */
    public double row() {
        return both + rowOnly;
    }

    /** Cases of the column. */
    public double column() {
        return both + columnOnly;
    }

    /** Cases expected of the pair if row and column had nothing to do with each other. */
    public double expected() {
        return row() * column() / all();
    }

    /** PRR = a / (a + b) over c / (c + d); infinite where c is 0. */
    public double proportionalReportingRatio() {
        return both / row() / (columnOnly / (columnOnly + neither));
    }

    /** Standard error of ln PRR, √(1/a - 1/(a + b) + 1/c - 1/(c + d)); infinite where a or c is 0. */
    public double proportionalReportingRatioError() {
        return Math.sqrt(1 / both - 1 / row() + 1 / columnOnly - 1 / (columnOnly + neither));
    }

    /** The normal interval of ln PRR; from 0 to infinity where a or c is 0. */
    public Interval proportionalReportingRatioInterval(double confidence) {
        return interval(proportionalReportingRatio(), proportionalReportingRatioError(), confidence);
    }

    /** ROR = a d / (b c), the odds ratio; infinite where b or c is 0. */
    public double reportingOddsRatio() {
        return both * neither / (rowOnly * columnOnly);
    }

    /** Standard error of ln ROR, √(1/a + 1/b + 1/c + 1/d); infinite where a cell is 0. */
    public double reportingOddsRatioError() {
        return Math.sqrt(1 / both + 1 / rowOnly + 1 / columnOnly + 1 / neither);
    }

    /** The normal interval of ln ROR; from 0 to infinity where a cell is 0. */
    public Interval reportingOddsRatioInterval(double confidence) {
        return interval(reportingOddsRatio(), reportingOddsRatioError(), confidence);
    }

    /**
     * The chi-squared statistic with Yates' correction, one degree of freedom. The correction is taken off the cells'
     * distance to expectation and never turns it round. Not a number where a margin is 0.
     */
    public double yatesChiSquared() {
        double distance = Math.abs(both - expected());
        double corrected = distance - Math.min(0.5, distance);
        double n = all();
        return corrected * corrected * n * n * n / (row() * (rowOnly + neither) * (n - row()) * column());
    }

    /**
     * The information component of the Bayesian confidence propagation neural network, log₂ of observed over expected
     * shrunk to 0: posterior mean by Gould (2003), as {@code PhViD::BCPNN} has it. Exists with empty cells.
     */
    public double informationComponent() {
        double n = all();
        double total = n + 2;
        return (Digamma.value(1 + both)
                        - Digamma.value(1 + both + rest())
                        - Digamma.value(1 + row())
                        + Digamma.value(total)
                        - Digamma.value(1 + column())
                        + Digamma.value(total))
                / Math.log(2);
    }

    /** Posterior standard deviation of {@link #informationComponent}. */
    public double informationComponentError() {
        double total = all() + 2;
        double variance = Trigamma.value(1 + both)
                - Trigamma.value(1 + both + rest())
                + Trigamma.value(1 + row())
                - Trigamma.value(total)
                + Trigamma.value(1 + column())
                - Trigamma.value(total);
        return Math.sqrt(variance) / Math.log(2);
    }

    /** The normal approximation of its posterior interval, in bits. */
    public Interval informationComponentInterval(double confidence) {
        double half = quantile(confidence) * informationComponentError();
        return new Interval(informationComponent() - half, informationComponent() + half);
    }

    /** Second parameter of the beta distribution of the pair's share. */
    private double rest() {
        double n = all();
        return n - both - 1 + (2 + n) * (2 + n) / ((1 + row()) * (1 + column()));
    }

    private static Interval interval(double ratio, double error, double confidence) {
        if (!(error < Double.POSITIVE_INFINITY)) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        double factor = Math.exp(quantile(confidence) * error);
        return new Interval(ratio / factor, ratio * factor);
    }

    private static double quantile(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "Cannot compute interval with confidence " + confidence + ": it must lie between 0 and 1");
        }
        return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    }
}
