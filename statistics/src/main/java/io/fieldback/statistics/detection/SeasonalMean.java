// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import io.fieldback.statistics.glm.CountFit;
import io.fieldback.statistics.glm.CountModel;
import io.fieldback.statistics.glm.DenseDesign;
import io.fieldback.statistics.glm.Family;
import java.util.Arrays;
import java.util.Optional;

/**
 * The mean of a series in control: log(mean) = level + trend + harmonics of the year, fitted to periods before the ones
 * that are watched. Time counts from 1, as in R's {@code algo.cusum(m = "glm")} and {@code algo.glrnb(mu0 = NULL)}.
 *
 * @param frequency periods in a year
 * @param harmonics waves a year, 0 or more
 * @param trend whether the level may change steadily
 * @param family how counts spread
 */
public record SeasonalMean(int frequency, int harmonics, boolean trend, Family family) {
    /** Checks what would make no sense. */
    public SeasonalMean {
        if (frequency < 1 || harmonics < 0) {
            throw new IllegalArgumentException("Cannot form seasonal mean of " + frequency + " periods and " + harmonics
                    + " harmonics: there must be a period, and harmonics must not be negative");
        }
    }

    /**
     * The means of later periods.
     *
     * @param counts all counts
     * @param from position of the first period that is watched; the periods before it are fitted
     * @param periods watched
     * @return one mean a period; empty where the fit does not converge
     */
    public Optional<double[]> predict(long[] counts, int from, int periods) {
        double[][] rows = new double[from][];
        double[] training = new double[from];
        for (int i = 0; i < from; i++) {
            rows[i] = row(i + 1);
            training[i] = counts[i];
        }
        CountFit<DenseDesign.Coefficients> fit =
                CountModel.of(DenseDesign.of(rows), family, training).fit();
        if (!fit.converged()) {
            return Optional.empty();
        }
        double[] means = new double[periods];
        Arrays.setAll(means, i -> Math.exp(fit.solution().at(row(from + i + 1))));
        return Optional.of(means);
    }

    private double[] row(int time) {
        int lead = trend ? 2 : 1;
        double[] row = new double[lead + 2 * harmonics];
        row[0] = 1;
        if (trend) {
            row[1] = time;
        }
        for (int s = 0; s < harmonics; s++) {
            double angle = 2 * (s + 1) * Math.PI / frequency * time;
            row[lead + 2 * s] = Math.cos(angle);
            row[lead + 2 * s + 1] = Math.sin(angle);
        }
        return row;
    }
}
