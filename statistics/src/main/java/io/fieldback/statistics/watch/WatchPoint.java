// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * What the detector says of one week. What could not be computed is not a number.
 *
 * @param position from 0
 * @param observed count known so far
 * @param expected mean of what is reported so far; not a number where the week is not judged
 * @param phi dispersion, variance over mean of a whole week, at least 1; not a number where the week is not judged
 * @param p chance of counts this great in the last one, two and three weeks together; not a number where the week is not
 *     judged
 * @param drift logarithm of how much likelier a slow rise over the last year is than none, at least 0; in steady
 *     series above 3 in one week of 300. Not a number where there are too few weeks before that year
 * @param standing whether the week was judged
 */
public record WatchPoint(
        int position, long observed, double expected, double phi, double p, double drift, Standing standing) {
    /** Whether there is a p value. */
    public boolean isJudged() {
        return standing == Standing.JUDGED;
    }

    static WatchPoint unjudged(int position, long observed, Standing standing) {
        return new WatchPoint(position, observed, Double.NaN, Double.NaN, Double.NaN, Double.NaN, standing);
    }
}
