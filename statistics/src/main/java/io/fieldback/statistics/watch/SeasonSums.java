// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.Arrays;

/**
 * Sums of a value over weeks, times one, years and years squared, by season. All first and second derivatives of the
 * likelihood are sums of these times waves: products of two waves are waves again, cos a cos b = (cos (a - b) + cos (a +
 * b)) / 2 and so on. That is fifteen products a season where a design matrix would need twenty-seven a week.
 */
final class SeasonSums {
    private final double[][] columns;
    private final double[] plain;
    private final double[] timed;
    private final double[] squared;

    SeasonSums(SeasonWaves waves) {
        this.columns = waves.columns();
        this.plain = new double[waves.seasons()];
        this.timed = new double[waves.seasons()];
        this.squared = new double[waves.seasons()];
    }

    void clear() {
        Arrays.fill(plain, 0);
        Arrays.fill(timed, 0);
        Arrays.fill(squared, 0);
    }

    void add(int season, double years, double value) {
        double product = value * years;
        plain[season] += value;
        timed[season] += product;
        squared[season] += product * years;
    }

    /** Sums of the value times 1, years, and the waves. */
    double[] first() {
        double[] sums = new double[RatePrior.COEFFICIENTS];
        for (int s = 0; s < plain.length; s++) {
            sums[0] += plain[s];
            sums[1] += timed[s];
            for (int j = 2; j < sums.length; j++) {
                sums[j] += plain[s] * columns[j - 2][s];
            }
        }
        return sums;
    }

    /** Adds sums of the value times products of two of these. */
    void second(NormalEquations into) {
        double[] waves = new double[9];
        double[] slopes = new double[5];
        double square = 0;
        for (int s = 0; s < plain.length; s++) {
            waves[0] += plain[s];
            slopes[0] += timed[s];
            square += squared[s];
            for (int j = 1; j < waves.length; j++) {
                waves[j] += plain[s] * columns[j - 1][s];
            }
            for (int j = 1; j < slopes.length; j++) {
                slopes[j] += timed[s] * columns[j - 1][s];
            }
        }
        into.add(0, 0, waves[0]);
        into.add(1, 0, slopes[0]);
        into.add(1, 1, square);
        for (int j = 1; j < slopes.length; j++) {
            into.add(j + 1, 0, waves[j]);
            into.add(j + 1, 1, slopes[j]);
        }
        into.add(2, 2, (waves[0] + waves[3]) / 2);
        into.add(3, 2, waves[4] / 2);
        into.add(3, 3, (waves[0] - waves[3]) / 2);
        into.add(4, 2, (waves[1] + waves[5]) / 2);
        into.add(4, 3, (waves[6] - waves[2]) / 2);
        into.add(4, 4, (waves[0] + waves[7]) / 2);
        into.add(5, 2, (waves[2] + waves[6]) / 2);
        into.add(5, 3, (waves[1] - waves[5]) / 2);
        into.add(5, 4, waves[8] / 2);
        into.add(5, 5, (waves[0] - waves[7]) / 2);
    }
}
