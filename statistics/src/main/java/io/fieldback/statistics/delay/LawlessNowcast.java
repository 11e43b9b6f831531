// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.delay;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many events of recent days there will have been once all reports are in: Lawless (1994), as R's {@code
 * surveillance::nowcast(method = "lawless")} computes it. The share already reported is estimated by
 * {@link ReverseHazards}.
 *
 * <p>Two traps in R are named by {@link Variance} and kept in {@link Estimate#interval}: its predictive distribution is
 * a normal one cut off below the reports so far without being scaled to what is left, {@code Φ(x) / (1 - Φ(n))}.
 *
 * @param alpha chance of a total outside the interval, two-sided
 * @param variance of the total
 */
public record LawlessNowcast(double alpha, Variance variance) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** What makes the total uncertain. */
    public enum Variance {
        /**
         * Chance alone, n (1 - W) / W². R's source means to add the term of {@link #WITH_DELAYS} but a line break before
         * the plus sign drops it, so that its intervals are these.
         */
        CHANCE_ONLY,
        /** Also that the share W is estimated: n (n + 1) / W⁴ var(W) + n (1 - W) / W², Lawless' own. */
        WITH_DELAYS
    }

    /** Checks alpha. */
    public LawlessNowcast {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "Cannot compute interval with alpha " + alpha + ": it must lie between 0 and 1");
        }
    }

    /**
     * One day.
     *
     * @param day row of the triangle
     * @param reported so far, n
     * @param completeness W, share of its events reported by now; 1 for days farther back than the longest delay
     * @param total n / W; not a number where nothing is reported and the share is 0
     * @param median of the predictive distribution; 0 where there is none
     * @param lower its alpha / 2 quantile
     * @param upper its 1 - alpha / 2 quantile
     */
    public record Estimate(
            int day, long reported, double completeness, double total, long median, long lower, long upper) {}

    /** The estimates of all days, the present one last. */
    public List<Estimate> of(ReportingTriangle triangle) {
        int last = triangle.days() - 1;
        ReverseHazards hazards = ReverseHazards.of(triangle.counts(), triangle.longest());
        double[] hazard = hazards.hazard();
        List<Estimate> estimates = new ArrayList<>();
        for (int t = 0; t <= last; t++) {
            double share = 1;
            double doubt = 0;
            for (int x = last - t + 1; x <= triangle.longest(); x++) {
                share *= 1 - hazard[x];
                double term = hazard[x] / (hazards.reports()[x] * (1 - hazard[x]));
                doubt += Double.isNaN(term) ? 0 : term;
            }
            estimates.add(estimate(t, triangle.reported(t), share, share * share * doubt));
        }
        return estimates;
    }

    private Estimate estimate(int day, long reported, double share, double shareVariance) {
        double n = reported;
        double total = n / share;
        double spread = n * (1 - share) / (share * share);
        if (variance == Variance.WITH_DELAYS) {
            spread += n * (n + 1) / Math.pow(share, 4) * shareVariance;
        }
        if (!(spread > 0 && spread < Double.POSITIVE_INFINITY)) {
            long certain = total == Math.rint(total) && total < Long.MAX_VALUE ? (long) total : 0;
            return new Estimate(day, reported, share, total, certain, certain, certain);
        }
        double deviation = Math.sqrt(spread);
        return new Estimate(
                day,
                reported,
                share,
                total,
                quantile(0.5, reported, total, deviation),
                quantile(alpha / 2, reported, total, deviation),
                quantile(1 - alpha / 2, reported, total, deviation));
    }

    /** The least count above whose distribution function lies this chance. */
    private static long quantile(double chance, long reported, double total, double deviation) {
        double rest = NORMAL.survivalProbability((reported - total) / deviation);
        long low = reported - 1;
        long high = Math.max(reported, (long) Math.ceil(total + 40 * deviation));
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (NORMAL.cumulativeProbability((middle - total) / deviation) / rest > chance) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
