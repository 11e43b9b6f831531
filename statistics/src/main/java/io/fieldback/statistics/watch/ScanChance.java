// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * One p value of the last one, two and three weeks together. Each sum has a mid-p value p₁, p₂, p₃; what is judged is
 * their weighted least, M = min(p₁/w₁, p₂/w₂, p₃/w₃), and p is the chance of an M this small, with half the chance of
 * exactly this M.
 *
 * <p>Two rules keep one great week from being reported three times over: longer sums count only in a week that is itself
 * well above its mean, and only over weeks before it that were not surprising of themselves, since those were reported
 * then. And where neighbouring weeks hang together by nature, longer sums say little new: their weights are less by as
 * much.
 *
 * <p>M is small where y₀ ≥ a₁ or y₀ + y₁ ≥ a₂ or y₀ + y₁ + y₂ ≥ a₃ under these rules. The three overlap much, so that
 * neither the least p is a p value (it is too small) nor three times it (too great). The chance of their union is summed
 * by {@link ScanRegion}.
 *
 * @param weights of the three sums; the greatest is 1
 * @param freshExcess standard deviations by which the present week must be above its mean for longer sums to count
 * @param known mid-p value of a week alone from which on it was surprising of itself
 */
record ScanChance(double[] weights, double freshExcess, double known) {
    /** Correlation of neighbouring weeks from which on longer sums say nothing new. */
    private static final double HANG_TOGETHER = 0.25;

    private static final double HARDLY = 1e-9;

    /** By which two p values are still the same one. */
    private static final double ROUNDING = 1e-12;

    /** The chance, between 0 and 1. */
    double of(RecentWeeks recent) {
        double mean = recent.means()[0];
        double fresh = mean + freshExcess * Math.sqrt(recent.phis()[0] * mean);
        ScanRegion region = ScanRegion.of(recent, fresh, known);
        double least = Double.POSITIVE_INFINITY;
        for (int weeks = 1; weeks <= region.longest(recent.counts()); weeks++) {
            least = Math.min(least, region.sum(weeks).midTail(recent.sum(weeks)) / weight(weeks, recent));
        }
        double p =
                0.5 * (union(region, recent, least * (1 + ROUNDING)) + union(region, recent, least * (1 - ROUNDING)));
        // Weeks that hang together exceed a bound together oftener than the sum over independent weeks says.
        return Math.min(1, Math.max(least, p));
    }

    private double union(ScanRegion region, RecentWeeks recent, double least) {
        return region.chance(
                region.sum(1).least(least * weight(1, recent)),
                region.sum(2).least(least * weight(2, recent)),
                region.sum(3).least(least * weight(3, recent)));
    }

    private double weight(int weeks, RecentWeeks recent) {
        double weight = weights[weeks - 1];
        return weeks == 1 ? weight : weight * Math.max(HARDLY, 1 - recent.neighbours() / HANG_TOGETHER);
    }
}
