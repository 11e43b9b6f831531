// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.feed.Backtest;
import java.util.HashMap;
import java.util.Map;

/**
 * Chooses the threshold by the load that people can bear: the largest share of false discoveries at which no product line
 * would have had more new alerts a week, on the own history.
 */
public final class LoadBudget {
    private static final double[] SHARES = {0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 1e-4, 1e-5, 1e-6};
    private static final String SHARE = "false-discoveries";

    private final Backtest backtest;
    private final WatchRules rules;
    private final Reference reference;
    private final int from;
    private final int to;

    /** Tries rules that differ from these in the threshold only, on the days from one to another. */
    public LoadBudget(Backtest backtest, WatchRules rules, Reference reference, int from, int to) {
        this.backtest = backtest;
        this.rules = rules;
        this.reference = reference;
        this.from = from;
        this.to = to;
    }

    /**
     * A choice.
     *
     * @param rules with the threshold that keeps the load
     * @param found by them
     * @param kept whether the load is kept at all: the strictest threshold may not be strict enough
     */
    public record Choice(WatchRules rules, Backtest.Found found, boolean kept) {}

    /** Finds it by halving: the stricter, the fewer. */
    public Choice of(double alertsAWeek) {
        int loose = -1;
        int strict = SHARES.length - 1;
        Choice best = choice(SHARES[strict], alertsAWeek);
        while (best.kept() && strict - loose > 1) {
            int middle = (loose + strict) / 2;
            Choice tried = choice(SHARES[middle], alertsAWeek);
            if (tried.kept()) {
                strict = middle;
                best = tried;
            } else {
                loose = middle;
            }
        }
        return best;
    }

    private Choice choice(double share, double alertsAWeek) {
        Map<String, Double> settings = new HashMap<>(rules.settings());
        settings.put(SHARE, share);
        WatchRules tried = WatchRules.of(settings);
        Backtest.Found found = backtest.run(tried, from, to);
        return new Choice(tried, found, new BacktestScore(found, reference).heaviest() <= alertsAWeek);
    }
}
