// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import io.fieldback.statistics.distribution.NegativeBinomialCounts;

/**
 * Riebler's predictive quantile, R's {@code surveillance::algo.bayes}: reference periods are Poisson of one mean with
 * Jeffreys' prior, so that the present count is negative binomial of size (sum + 1/2) and probability n / (n + 1). An
 * alarm is a count above its 1 - alpha quantile. It knows no trend, exposure or over-dispersion.
 *
 * @param years earlier years in the reference [b]
 * @param halfWindow periods on either side of the same season, and newest periods of the present year [w]
 * @param presentYear whether those newest periods are in the reference [actY]
 * @param alpha chance of exceeding the bound, one-sided
 */
public record Bayes(int years, int halfWindow, boolean presentYear, double alpha) {
    /** Checks what would make no sense. */
    public Bayes {
        if (years < 0 || halfWindow < 1 || (years == 0 && !presentYear) || !(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("Cannot form reference of " + years + " years and half window "
                    + halfWindow + " with alpha " + alpha
                    + ": it needs a year or the present one, a window of at least 1 and alpha between 0 and 1");
        }
    }

    /**
     * One period.
     *
     * @param position from 0
     * @param observed count
     * @param upperBound above which a count is an alarm
     * @param chance of a count this great
     * @param alarm whether the count is above the bound
     */
    public record Point(int position, long observed, long upperBound, double chance, boolean alarm) {}

    /** Looks at one period, which needs {@code years} and a half window before it. Seasons are counted in periods. */
    public Point at(CountSeries series, int now) {
        series.check(now);
        double sum = 0;
        int periods = 0;
        if (presentYear) {
            sum += sum(series, now - halfWindow, now - 1, now);
            periods += halfWindow;
        }
        for (int year = 1; year <= years; year++) {
            int same = series.axis().yearsBefore(now, year);
            sum += sum(series, same - halfWindow, same + halfWindow, now);
            periods += 2 * halfWindow + 1;
        }
        NegativeBinomialCounts present = new NegativeBinomialCounts(sum + 0.5, periods / (periods + 1.0));
        long bound = present.quantile(1 - alpha);
        long observed = series.counts()[now];
        return new Point(now, observed, bound, present.atLeast(observed), observed > bound);
    }

    private static double sum(CountSeries series, int from, int to, int now) {
        if (from < 0) {
            throw new IllegalArgumentException("Cannot form reference of position " + now + ": it would begin " + -from
                    + " periods before the series does");
        }
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += series.counts()[i];
        }
        return sum;
    }
}
