// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

/**
 * log(mean / offset) = level + slope · years + one wave a year, quasi-Poisson with normal priors, by weeks. Weeks far
 * above the first fit are left out of the second, so that a past outbreak does not become what is usual.
 */
final class SeasonFit {
    static final int COLUMNS = 4;
    private static final double YEAR = 365.25 / 7;
    private static final int STEPS = 12;
    static final int QUARTER = 13;
    private static final double TOO_MUCH = 3;
    private static final double PRIOR_WEEKS = 26;
    private static final double GREATEST_STEP = 2;

    private static final int WEEKS = 8000;
    private static final double[] COSINE = new double[WEEKS];
    private static final double[] SINE = new double[WEEKS];

    static {
        for (int week = 0; week < WEEKS; week++) {
            COSINE[week] = Math.cos(2 * Math.PI * week / YEAR);
            SINE[week] = Math.sin(2 * Math.PI * week / YEAR);
        }
    }

    private final double[] coefficients;
    private final double[] covariance;
    private final double phi;
    private final int endWeek;
    private final int known;
    private final double[] scatter;

    private SeasonFit(
            double[] coefficients, double[] covariance, double phi, int endWeek, int known, double[] scatter) {
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.phi = phi;
        this.endWeek = endWeek;
        this.known = known;
        this.scatter = scatter;
    }

    /**
     * What is held before anything is counted.
     *
     * @param means of the four coefficients
     * @param deviations of them
     * @param phi variance over mean
     */
    record Prior(double[] means, double[] deviations, double phi) {}

    /**
     * Fits.
     *
     * @param counts by week
     * @param offset by week; 0 where nothing is at risk or nothing was reported
     * @param firstWeek of both
     * @param endWeek the week after the last that counts
     */
    static SeasonFit of(double[] counts, double[] offset, int firstWeek, int endWeek, Prior prior) {
        int weeks = Math.max(0, Math.min(counts.length, endWeek - firstWeek));
        double[] weight = new double[weeks];
        int known = 0;
        for (int i = 0; i < weeks; i++) {
            weight[i] = offset[i] > 0 ? 1 : 0;
            known += offset[i] > 0 ? 1 : 0;
        }
        double[][] design = design(firstWeek, weeks, endWeek);
        double[] beta = prior.means().clone();
        double[] covariance = solve(counts, offset, weight, design, prior, prior.phi(), beta);
        double phi = pearson(counts, offset, weight, design, beta, prior.phi());
        boolean left = false;
        for (int i = 0; i < weeks; i++) {
            double mean = offset[i] * Math.exp(dot(design[i], beta));
            double excess = 2 * (Math.sqrt(counts[i]) - Math.sqrt(mean)) / Math.sqrt(phi);
            if (weight[i] > 0 && excess > TOO_MUCH) {
                weight[i] = 0;
                left = true;
            }
        }
        if (left) {
            covariance = solve(counts, offset, weight, design, prior, phi, beta);
            phi = pearson(counts, offset, weight, design, beta, prior.phi());
        }
        return new SeasonFit(beta, covariance, phi, endWeek, known, scatter(counts, offset, weight, design, beta));
    }

    /** What the offset of a week is multiplied with. */
    double rate(double week) {
        return Math.exp(dot(row(week, endWeek), coefficients));
    }

    /** The same of season alone. */
    double season(double week) {
        double[] row = row(week, endWeek);
        return Math.exp(row[2] * coefficients[2] + row[3] * coefficients[3]);
    }

    /** The variance of the logarithm of {@link #rate}. */
    double logVariance(double week) {
        double[] row = row(week, endWeek);
        double sum = 0;
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                sum += row[i] * row[j] * covariance[i * COLUMNS + j];
            }
        }
        return Math.max(0, sum);
    }

    double coefficient(int index) {
        return coefficients[index];
    }

    double phi() {
        return phi;
    }

    /** Weeks in which anything was at risk. */
    int known() {
        return known;
    }

    private static double[] solve(
            double[] counts,
            double[] offset,
            double[] weight,
            double[][] design,
            Prior prior,
            double phi,
            double[] beta) {
        double[] information = new double[COLUMNS * COLUMNS];
        double[] score = new double[COLUMNS];
        for (int step = 0; step < STEPS; step++) {
            java.util.Arrays.fill(information, 0);
            for (int j = 0; j < COLUMNS; j++) {
                double precision = 1 / (prior.deviations()[j] * prior.deviations()[j]);
                information[j * COLUMNS + j] = precision;
                score[j] = precision * (prior.means()[j] - beta[j]);
            }
            for (int i = 0; i < weight.length; i++) {
                if (weight[i] == 0) {
                    continue;
                }
                double[] row = design[i];
                double mean = offset[i] * Math.exp(dot(row, beta));
                double residual = (counts[i] - mean) / phi;
                double scaled = mean / phi;
                for (int j = 0; j < COLUMNS; j++) {
                    score[j] += row[j] * residual;
                    for (int k = 0; k <= j; k++) {
                        information[j * COLUMNS + k] += scaled * row[j] * row[k];
                    }
                }
            }
            double moved = Cholesky.step(information, score, COLUMNS);
            for (int j = 0; j < COLUMNS; j++) {
                beta[j] += Math.max(-GREATEST_STEP, Math.min(GREATEST_STEP, score[j]));
            }
            if (moved < 1e-6) {
                break;
            }
        }
        return Cholesky.inverse(information, COLUMNS);
    }

    private static double pearson(
            double[] counts, double[] offset, double[] weight, double[][] design, double[] beta, double prior) {
        double sum = PRIOR_WEEKS * prior;
        double freedom = PRIOR_WEEKS;
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0) {
                double mean = offset[i] * Math.exp(dot(design[i], beta));
                double share = Math.min(1, mean);
                sum += share * (counts[i] - mean) * (counts[i] - mean) / Math.max(mean, 1e-9);
                freedom += share;
            }
        }
        return Math.max(1, sum / Math.max(1, freedom - 2));
    }

    /**
     * What weeks and quarters vary beyond chance: of weeks the sum of (y − m)² − m and of m², of quarters the same.
     */
    double[] scatter() {
        return scatter;
    }

    private static double[] scatter(
            double[] counts, double[] offset, double[] weight, double[][] design, double[] beta) {
        double[] sums = new double[4];
        int quarters = 0;
        double seen = 0;
        double expected = 0;
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0) {
                double mean = offset[i] * Math.exp(dot(design[i], beta));
                sums[0] += (counts[i] - mean) * (counts[i] - mean) - mean;
                sums[1] += mean * mean;
                seen += counts[i];
                expected += mean;
            }
            if (i % QUARTER == QUARTER - 1) {
                sums[2] += (seen - expected) * (seen - expected) - expected;
                sums[3] += expected * expected;
                quarters += expected > 0 ? 1 : 0;
                seen = 0;
                expected = 0;
            }
        }
        // Few quarters lie closer to what was fitted to them than to what was true.
        sums[2] *= quarters > 2 * COLUMNS ? quarters / (quarters - COLUMNS + 1.0) : 1;
        return sums;
    }

    private static double[][] design(int firstWeek, int weeks, int endWeek) {
        double[][] design = new double[weeks][];
        for (int i = 0; i < weeks; i++) {
            design[i] = row(firstWeek + i, endWeek);
        }
        return design;
    }

    private static double[] row(double week, int endWeek) {
        double angle = 2 * Math.PI * week / YEAR;
        return new double[] {1, (week - endWeek) / YEAR, Math.cos(angle), Math.sin(angle)};
    }

    private static double[] row(int week, int endWeek) {
        return week < 0 || week >= WEEKS
                ? row((double) week, endWeek)
                : new double[] {1, (week - endWeek) / YEAR, COSINE[week], SINE[week]};
    }

    private static double dot(double[] row, double[] beta) {
        return row[0] * beta[0] + row[1] * beta[1] + row[2] * beta[2] + row[3] * beta[3];
    }
}
