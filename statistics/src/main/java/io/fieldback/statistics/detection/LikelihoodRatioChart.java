// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The likelihood ratio charts of Höhle and Paul (2008) for a mean that is multiplied by e^kappa from some period on, R's
 * {@code surveillance::algo.glrnb} with an intercept change. With a given kappa it is a CUSUM of likelihood ratios,
 * without one the generalised likelihood ratio (GLR): the greatest over all starts of the change and all kappas. The
 * chart begins anew after an alarm.
 *
 * @param limit of the statistic [c.ARL]: reached is an alarm for the GLR, exceeded for a given kappa
 * @param alpha dispersion, variance mean + alpha mean²; 0 for Poisson [alpha]
 * @param kappa logarithm of the factor to be found, above 0 [theta]; empty for the GLR
 * @param direction of the change; a given kappa finds increases only [dir]
 * @param window periods back that a change may have begun, -1 for all [M]; for the GLR only
 * @param least periods since the change, at least 1 [Mtilde]; for the GLR only. With Poisson and a window R asks for one
 *     more and leaves the first ones at 0, and so does this
 */
public record LikelihoodRatioChart(
        double limit, double alpha, OptionalDouble kappa, Direction direction, int window, int least) {
    /** Which way a mean may change. */
    public enum Direction {
        /** Upwards. */
        INCREASE,
        /** Downwards. */
        DECREASE
    }

    /** Checks what would make no sense. */
    public LikelihoodRatioChart {
        if (!(limit > 0 && alpha >= 0) || least < 1 || window < -1 || window == 0) {
            throw new IllegalArgumentException("Cannot form chart of limit " + limit + ", alpha " + alpha + ", window "
                    + window + " and " + least
                    + " periods: limit and periods must be positive, alpha not negative, window positive or -1");
        }
        if (kappa.isPresent() && !(kappa.getAsDouble() > 0 && direction == Direction.INCREASE)) {
            throw new IllegalArgumentException("Cannot form chart of kappa " + kappa.getAsDouble()
                    + ": a given kappa must be positive and finds increases only");
        }
    }

    /**
     * One period.
     *
     * @param position from 0
     * @param observed count
     * @param mean in control
     * @param statistic logarithm of the likelihood ratio, not below 0
     * @param alarm whether it has passed the limit
     */
    public record Point(int position, long observed, double mean, double statistic, boolean alarm) {}

    /**
     * The chart from a position on.
     *
     * @param counts all counts
     * @param from position of the first point
     * @param means in control, one for each point, above 0
     */
    public List<Point> of(long[] counts, int from, double[] means) {
        List<Point> points = new ArrayList<>();
        double before = 0;
        int start = 0;
        for (int n = 0; n < means.length && from + n < counts.length; n++) {
            double statistic;
            boolean alarm;
            if (kappa.isPresent()) {
                statistic = Math.max(0, before + ratio(kappa.getAsDouble(), counts[from + n], means[n]));
                alarm = statistic > limit;
            } else {
                statistic = Math.max(0, greatest(counts, from, means, start, n));
                alarm = statistic >= limit;
            }
            points.add(new Point(from + n, counts[from + n], means[n], statistic, alarm));
            before = alarm ? 0 : statistic;
            start = alarm ? n + 1 : start;
        }
        return points;
    }

    private double greatest(long[] counts, int from, double[] means, int start, int n) {
        boolean longer = alpha == 0 && window > 0;
        int shortest = longer ? least + 1 : least;
        int oldest = window < 0 ? start : Math.max(start, n - window);
        double greatest = 0;
        double sum = 0;
        double expected = 0;
        for (int k = n; k >= oldest; k--) {
            sum += counts[from + k];
            expected += means[k];
            if (n - k + 1 >= shortest) {
                double ratio = alpha == 0 ? poisson(sum, expected) : negativeBinomial(counts, from, means, k, n);
                greatest = Math.max(greatest, ratio);
            }
        }
        return greatest;
    }

    private boolean isAsked(double excess) {
        return direction == Direction.INCREASE ? excess > 0 : excess < 0;
    }

    private double poisson(double sum, double expected) {
        if (!isAsked(sum - expected)) {
            return 0;
        }
        return sum == 0 ? expected : sum * Math.log(sum / expected) + expected - sum;
    }

    private double negativeBinomial(long[] counts, int from, double[] means, int k, int n) {
        if (!isAsked(score(counts, from, means, k, n, 0))) {
            return 0;
        }
        double best = KappaSearch.root(candidate -> score(counts, from, means, k, n, candidate), direction);
        double sum = 0;
        for (int i = k; i <= n; i++) {
            sum += ratio(best, counts[from + i], means[i]);
        }
        return sum;
    }

    /** The derivative of the log-likelihood in kappa; it falls throughout. */
    private double score(long[] counts, int from, double[] means, int k, int n, double candidate) {
        double factor = Math.exp(candidate);
        double sum = 0;
        for (int i = k; i <= n; i++) {
            sum += (counts[from + i] - factor * means[i]) / (1 + alpha * factor * means[i]);
        }
        return sum;
    }

    private double ratio(double change, long x, double mean) {
        double factor = Math.exp(change);
        if (alpha == 0) {
            return change * x + (1 - factor) * mean;
        }
        return change * x + (x + 1 / alpha) * Math.log((1 + alpha * mean) / (1 + alpha * mean * factor));
    }
}
