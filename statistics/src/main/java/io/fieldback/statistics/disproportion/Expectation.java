// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

/**
 * Cases expected of each pair of a table if rows (such as suppliers) and columns (such as faults) had nothing to do with
 * each other.
 */
public final class Expectation {
    private Expectation() {}

    /**
     * E = row total × column total / all cases: what can be said where only cases are known. A row with many cases of
     * every kind does not stand out by it.
     *
     * @param counts rows of equal length
     */
    public static double[][] ofMargins(long[][] counts) {
        double[] rows = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (long count : counts[i]) {
                rows[i] += count;
            }
        }
        return ofExposure(counts, rows);
    }

    /**
     * E = column total × exposure of the row / all exposure: a row that fails more in every way stands out as well, and
     * one that is only seldom used does not hide.
     *
     * @param counts rows of equal length
     * @param exposure of each row in any unit, not negative, not all 0
     */
    public static double[][] ofExposure(long[][] counts, double[] exposure) {
        double all = 0;
        for (double one : exposure) {
            all += one;
        }
        if (exposure.length != counts.length || !(all > 0)) {
            throw new IllegalArgumentException("Cannot compute expectation of " + counts.length + " rows with "
                    + exposure.length + " exposures of sum " + all + ": they must be as many and not all 0");
        }
        int columns = counts[0].length;
        double[] totals = new double[columns];
        for (long[] row : counts) {
            for (int j = 0; j < columns; j++) {
                totals[j] += row[j];
            }
        }
        double[][] expected = new double[counts.length][columns];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columns; j++) {
                expected[i][j] = totals[j] * exposure[i] / all;
            }
        }
        return expected;
    }
}
