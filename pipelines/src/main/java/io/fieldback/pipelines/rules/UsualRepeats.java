// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How usual it is that the same fails again within 30 days of its repair, by month: what was known before the month
 * began. On a new water heater hardly any fault comes back, on an old tram most do.
 *
 * <p>The share r of a product and component is drawn to that of all, r₀ = (X + ½) / (N + 10), as if {@value #DRAWN}
 * repairs more had been repeated so often: r = (x + 20 r₀) / (n + 20). A k-th repeat in a row has the chance rᵏ if
 * nothing is wrong with the unit or the work. It is unusual where that is at most 5 %, and so small that chance alone
 * would not tell of more than one a week: rᵏ ≤ 1 / repairs a week.
 */
public final class UsualRepeats {
    /** Fewer repairs teach nothing, nor do those of fewer days: what begins to be reported looks rarer than it is. */
    private static final int LEAST = 50;

    private static final int LEAST_DAYS = 150;

    private static final int DRAWN = 20;
    private static final double UNUSUAL = 0.05;
    private static final double A_WEEK = 1;

    private final Map<Key, Count> counts = new HashMap<>();
    private final Map<Integer, Count> totals = new HashMap<>();
    private final Map<Integer, Integer> days = new HashMap<>();

    /** Nothing known. */
    public UsualRepeats() {}

    private record Key(int month, @Nullable String productModel, String component) {}

    private record Count(long repairs, long repeated) {
        Count plus(Count other) {
            return new Count(repairs + other.repairs, repeated + other.repeated);
        }
    }

    /**
     * Adds what was known of a product and component.
     *
     * @param month months since January 1970, before which it was known
     * @param repairs of the year before
     * @param repeated of these
     * @param daysCounted in how many days all of the month's came
     */
    public void add(
            int month, @Nullable String productModel, String component, long repairs, long repeated, int daysCounted) {
        Count count = new Count(repairs, repeated);
        counts.merge(new Key(month, productModel, component), count, Count::plus);
        totals.merge(month, count, Count::plus);
        days.merge(month, daysCounted, Math::max);
    }

    /** The share that is repeated; of all, where nothing is known of the product and component. */
    double share(int month, @Nullable String productModel, String component) {
        Count all = totals.getOrDefault(month, new Count(0, 0));
        double ofAll = (all.repeated + 0.5) / (all.repairs + 10.0);
        Count own = counts.getOrDefault(new Key(month, productModel, component), new Count(0, 0));
        return (own.repeated + DRAWN * ofAll) / (own.repairs + DRAWN);
    }

    /** Whether a repeat is unusual that is the nth in a row. */
    boolean isUnusual(int month, @Nullable String productModel, String component, int inARow) {
        Count all = totals.getOrDefault(month, new Count(0, 0));
        int counted = days.getOrDefault(month, 0);
        if (all.repairs < LEAST || counted < LEAST_DAYS) {
            return false;
        }
        double aWeek = 7.0 * all.repairs / counted;
        double limit = Math.min(UNUSUAL, A_WEEK / aWeek);
        return Math.pow(share(month, productModel, component), inARow) <= limit;
    }
}
