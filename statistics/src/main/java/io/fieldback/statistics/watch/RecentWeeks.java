// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * The newest weeks, each with what it should count: the present one first, then the ones before it.
 *
 * @param counts observed
 * @param means of what is reported so far, not negative; 0 for a week of which nothing is known
 * @param phis variance over mean of what is reported so far, at least 1
 * @param neighbours correlation of a week with the one before it
 * @param apart correlation of weeks two apart
 */
record RecentWeeks(long[] counts, double[] means, double[] phis, double neighbours, double apart) {
    /** The present one and as many before it as are scanned. */
    static final int SCANNED = 3;

    /** The count of the present week and those before it. */
    long sum(int weeks) {
        long sum = 0;
        for (int i = 0; i < weeks; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** The chances of the count of one week. */
    CountTable week(int i) {
        return CountTable.of(means[i], phis[i]);
    }

    /** The chances of the sum of the present week and those before it, correlated as they are. */
    CountTable together(int weeks) {
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < weeks; i++) {
            mean += means[i];
            variance += phis[i] * means[i];
            if (i > 0) {
                variance += 2 * neighbours * Math.sqrt(phis[i] * means[i] * phis[i - 1] * means[i - 1]);
            }
            if (i > 1) {
                variance += 2 * apart * Math.sqrt(phis[i] * means[i] * phis[i - 2] * means[i - 2]);
            }
        }
        return CountTable.of(mean, mean > 0 ? variance / mean : 1);
    }
}
