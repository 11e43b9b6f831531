// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * A rate by level, slope and season: log(mean / exposure) = b₀ + b₁ years + b₂ cos + b₃ sin + b₄ cos 2 + b₅ sin 2,
 * fitted as quasi-Poisson with normal priors of the coefficients, b ~ N(prior, deviation²). With few events the prior
 * decides, so that a series of ten events gets no season of its own; with many it is not felt.
 *
 * @param baseline it was fitted to
 * @param coefficients the likeliest
 * @param covariance of the coefficients
 * @param effects of the seasons on the logarithm
 */
record RateFit(Baseline baseline, double[] coefficients, double[][] covariance, double[] effects) {
    private static final int ITERATIONS = 20;

    /** Newton's error is squared by the next step, which is done. */
    private static final double TOLERANCE = 1e-4;

    private static final double GREATEST_STEP = 2;

    /**
     * The fit, by Newton's method.
     *
     * @param baseline weeks to fit to
     * @param columns of coefficients used: 2, 4 or 6; the others stay at their prior
     * @param kept of each week of the baseline, the share of its mean that the fit is to explain; 0 where the week is left
     *     out
     * @param phi dispersion
     * @param start coefficients to start from
     */
    static RateFit of(Baseline baseline, RatePrior prior, int columns, double[] kept, double phi, double[] start) {
        double[] at = start.clone();
        SeasonSums sums = new SeasonSums(baseline.waves());
        double[] seen = observed(baseline, kept, sums);
        NormalEquations equations = new NormalEquations(columns);
        for (int iteration = 0; ; iteration++) {
            sum(baseline, at, kept, sums);
            double[] expected = sums.first();
            equations.clear();
            sums.second(equations);
            for (int j = 0; j < columns; j++) {
                double precision = phi / (prior.deviations()[j] * prior.deviations()[j]);
                equations.add(j, j, precision);
                equations.slope(j, seen[j] - expected[j] + precision * (prior.means()[j] - at[j]));
            }
            double[] step = equations.solve();
            double greatest = 0;
            for (double part : step) {
                greatest = Math.max(greatest, Math.abs(part));
            }
            double share = greatest > GREATEST_STEP ? GREATEST_STEP / greatest : 1;
            for (int j = 0; j < columns; j++) {
                at[j] += share * step[j];
            }
            if (greatest < TOLERANCE || iteration == ITERATIONS) {
                double[][] covariance = equations.inverse();
                for (double[] row : covariance) {
                    for (int j = 0; j < columns; j++) {
                        row[j] *= phi;
                    }
                }
                return new RateFit(baseline, at, covariance, baseline.waves().effects(at));
            }
        }
    }

    private static double[] observed(Baseline baseline, double[] kept, SeasonSums sums) {
        for (int i = 0; i < kept.length; i++) {
            int t = baseline.from() + i;
            if (kept[i] > 0) {
                sums.add(
                        baseline.waves().season()[t],
                        baseline.years(t),
                        baseline.series().counts()[t]);
            }
        }
        return sums.first();
    }

    private static void sum(Baseline baseline, double[] at, double[] kept, SeasonSums sums) {
        WatchedSeries series = baseline.series();
        double[] factors = baseline.waves().effects(at);
        for (int s = 0; s < factors.length; s++) {
            factors[s] = Math.exp(factors[s]);
        }
        double line = Math.exp(at[0] + at[1] * baseline.years(baseline.from()));
        double growth = Math.exp(at[1] / baseline.waves().year());
        sums.clear();
        for (int i = 0; i < kept.length; i++) {
            int t = baseline.from() + i;
            int season = baseline.waves().season()[t];
            sums.add(season, baseline.years(t), kept[i] * series.atRisk(t) * line * factors[season]);
            line *= growth;
        }
    }

    /** The logarithm of the mean of a week, which may lie after the baseline, for an exposure of 1 all of it reported. */
    double logRate(int week) {
        return coefficients[0]
                + coefficients[1] * baseline.years(week)
                + effects[baseline.waves().season()[week]];
    }

    /** The means of the weeks of the baseline. */
    double[] means() {
        double[] means = new double[baseline.length()];
        for (int i = 0; i < means.length; i++) {
            int t = baseline.from() + i;
            means[i] = baseline.series().atRisk(t) * Math.exp(logRate(t));
        }
        return means;
    }

    /** The variance of the logarithm of the mean of a week. */
    double logVariance(int week) {
        double[] row = new double[covariance.length];
        row[0] = 1;
        row[1] = baseline.years(week);
        for (int j = 2; j < row.length; j++) {
            row[j] = baseline.waves().columns()[j - 2][baseline.waves().season()[week]];
        }
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < row.length; j++) {
                sum += row[i] * covariance[i][j] * row[j];
            }
        }
        return sum;
    }
}
