// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * One p value of the last one, two and three weeks together. Each sum has a mid-p value p₁, p₂, p₃; what is judged is
 * their weighted least, M = min(p₁/w₁, p₂/w₂, p₃/w₃), and p is the chance of an M this small, with half the chance of
 * exactly this M.
 *
 * <p>M is small where y₀ ≥ a₁ or y₀ + y₁ ≥ a₂ or y₀ + y₁ + y₂ ≥ a₃. The three overlap much, so that neither the least p
 * is a p value (it is too small) nor three times it (too great). The chance of their union is summed over the counts
 * themselves, week by week, which weeks being independent makes exact; all terms are positive and nothing cancels.
 *
 * <p>Longer sums count only in a week that is itself well above its mean. A week of no excess adds nothing to what was
 * known before it, and without this rule one great week would be reported three times over.
 *
 * @param weights of the three sums; only their ratios matter
 * @param freshExcess standard deviations by which the present week must be above its mean for longer sums to count
 */
record ScanChance(double[] weights, double freshExcess) {
    /** Counts are taken together in steps where the spread is so many times this. */
    private static final double FINE = 40;

    /** By which two p values are still the same one. */
    private static final double ROUNDING = 1e-12;

    /** The chance, between 0 and 1. */
    double of(RecentWeeks recent) {
        CountTable[] sums = new CountTable[RecentWeeks.SCANNED];
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < sums.length; j++) {
            sums[j] = recent.together(j + 1);
            if (j == 0 || recent.counts()[0] > fresh(recent)) {
                least = Math.min(least, sums[j].midTail(recent.sum(j + 1)) / weights[j]);
            }
        }
        CountTable before = recent.week(1);
        CountTable earliest = recent.week(2);
        double atMost = union(recent, sums, before, earliest, least * (1 + ROUNDING));
        double below = union(recent, sums, before, earliest, least * (1 - ROUNDING));
        return Math.min(1, 0.5 * (atMost + below));
    }

    private double union(RecentWeeks recent, CountTable[] sums, CountTable before, CountTable earliest, double least) {
        long one = sums[0].least(least * weights[0]);
        long two = sums[1].least(least * weights[1]);
        long three = sums[2].least(least * weights[2]);
        CountTable present = sums[0];
        double sum = present.atLeast(one);
        int step = step(recent.means()[0], recent.phis()[0]);
        int inner = step(recent.means()[1], recent.phis()[1]);
        long excess = (long) Math.floor(fresh(recent)) + 1;
        for (long y = Math.max(present.first(), excess); y < one; y += step) {
            long end = Math.min(one, y + step);
            double chance = present.atLeast(y) - present.atLeast(end);
            long middle = (y + end - 1) / 2;
            sum += chance * longer(before, earliest, two - middle, three - middle, inner);
        }
        return sum;
    }

    /** The chance that the weeks before bring a sum to its bound. */
    private static double longer(CountTable before, CountTable earliest, long two, long three, int step) {
        double sum = before.atLeast(two);
        for (long y = before.first(); y < two; y += step) {
            long end = Math.min(two, y + step);
            double chance = step == 1 ? before.exactly(y) : before.atLeast(y) - before.atLeast(end);
            if (chance == 0) {
                break;
            }
            sum += chance * earliest.atLeast(three - (y + end - 1) / 2);
        }
        return sum;
    }

    private double fresh(RecentWeeks recent) {
        double mean = recent.means()[0];
        return mean + freshExcess * Math.sqrt(recent.phis()[0] * mean);
    }

    private static int step(double mean, double phi) {
        return (int) Math.max(1, Math.sqrt(mean * phi) / FINE);
    }
}
