// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * Counts of three weeks of which a sum is too great. Its chance is summed over the counts themselves, week by week, which
 * is exact for independent weeks; all terms are positive, so that nothing cancels in the far tail. Counts that spread
 * widely are taken a few at a time.
 *
 * @param sums chances of the present week, of it and the one before, and of all three
 * @param before chances of the week before
 * @param earliest chances of the week before that
 * @param fresh count above which the present week must be for longer sums to count
 * @param knownBefore count from which on the week before was surprising of itself and does not count again
 * @param knownEarliest the same of the week before that
 * @param step counts of the present week taken together
 * @param innerStep counts of the week before taken together
 */
record ScanRegion(
        CountTable[] sums,
        CountTable before,
        CountTable earliest,
        double fresh,
        long knownBefore,
        long knownEarliest,
        int step,
        int innerStep) {
    /** Counts are taken together where the spread is so many times this. */
    private static final double FINE = 40;

    static ScanRegion of(RecentWeeks recent, double fresh, double known) {
        CountTable[] sums = {recent.together(1), recent.together(2), recent.together(3)};
        CountTable before = recent.week(1);
        CountTable earliest = recent.week(2);
        return new ScanRegion(
                sums,
                before,
                earliest,
                fresh,
                before.least(known),
                earliest.least(known),
                step(recent.means()[0] * recent.phis()[0]),
                step(recent.means()[1] * recent.phis()[1]));
    }

    /** The chances of the sum of so many weeks. */
    CountTable sum(int weeks) {
        return sums[weeks - 1];
    }

    /** The longest sum that counts, in weeks. */
    int longest(long[] counts) {
        if (!(counts[0] > fresh) || counts[1] >= knownBefore) {
            return 1;
        }
        return counts[2] >= knownEarliest ? 2 : 3;
    }

    /** The chance that a sum reaches its bound. */
    double chance(long one, long two, long three) {
        CountTable present = sums[0];
        double sum = present.atLeast(one);
        for (long y = Math.max(present.first(), (long) Math.floor(fresh) + 1); y < one; y += step) {
            long end = Math.min(one, y + step);
            long middle = (y + end - 1) / 2;
            sum += present.between(y, end) * longer(two - middle, three - middle);
        }
        return sum;
    }

    /** The chance that the weeks before bring what is left of a bound. */
    private double longer(long two, long three) {
        double sum = two < knownBefore ? before.between(two, knownBefore) : 0;
        double beyond = earliest.atLeast(knownEarliest);
        long to = Math.min(two, knownBefore);
        for (long y = before.first(); y < to; y += innerStep) {
            long end = Math.min(to, y + innerStep);
            double chance = before.between(y, end);
            if (chance == 0) {
                break;
            }
            sum += chance * Math.max(0, earliest.atLeast(three - (y + end - 1) / 2) - beyond);
        }
        return sum;
    }

    private static int step(double variance) {
        return (int) Math.max(1, Math.sqrt(variance) / FINE);
    }
}
