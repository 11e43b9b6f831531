// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import io.fieldback.statistics.detection.TimeAxis;

/**
 * Waves of one to four a year at the seasons of the year. A season is a week where years are whole weeks, else a quarter
 * of one, so that weeks of the same season share one value of a wave: fits sum by season first.
 *
 * @param season of each week
 * @param columns cosine and sine of one wave a year, of two, of three and of four, each one a season
 * @param year weeks in a year
 */
record SeasonWaves(int[] season, double[][] columns, double year) {
    private static final int WAVES = 4;
    private static final int PARTS = 4;

    /** The seasons of so many weeks. */
    static SeasonWaves of(int weeks, TimeAxis axis) {
        double year = axis.periodsInYear();
        boolean whole = year == Math.rint(year);
        int parts = whole ? 1 : PARTS;
        int seasons = (int) Math.ceil(parts * year);
        int[] season = new int[weeks];
        for (int t = 0; t < weeks; t++) {
            season[t] = (int) Math.rint(parts * (t % year)) % seasons;
        }
        double[][] columns = new double[2 * WAVES][seasons];
        for (int wave = 0; wave < WAVES; wave++) {
            for (int s = 0; s < seasons; s++) {
                double angle = 2 * Math.PI * (wave + 1) * s / (parts * year);
                columns[2 * wave][s] = Math.cos(angle);
                columns[2 * wave + 1][s] = Math.sin(angle);
            }
        }
        return new SeasonWaves(season, columns, year);
    }

    /** Seasons in a year. */
    int seasons() {
        return columns[0].length;
    }

    /** The part of a predictor that is season, by coefficients of which the first two are level and slope. */
    double[] effects(double[] coefficients) {
        double[] effects = new double[seasons()];
        for (int j = 2; j < coefficients.length; j++) {
            for (int s = 0; s < effects.length; s++) {
                effects[s] += coefficients[j] * columns[j - 2][s];
            }
        }
        return effects;
    }
}
