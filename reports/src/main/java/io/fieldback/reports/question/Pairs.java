// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.model.Row;
import io.fieldback.statistics.disproportion.EmptyPairs;
import io.fieldback.statistics.disproportion.PriorFit;
import io.fieldback.statistics.disproportion.RatioPrior;
import io.fieldback.statistics.disproportion.Squashing;
import io.fieldback.statistics.disproportion.TwoByTwo;
import io.fieldback.statistics.disproportion.WeightedPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All pairs of a group and a component, the surest excess first, those of few failures last. */
final class Pairs {
    /** Fewer pairs seldom tell the five parameters of two gamma distributions. */
    private static final int ENOUGH_FOR_TWO = 500;

    private static final int ENOUGH_FOR_ONE = 10;
    private static final int SQUASHED_FROM = 1000;

    private Pairs() {}

    static List<Pair> of(Asking asking) {
        Map<List<String>, Row> exposed = new HashMap<>();
        asking.rows("disproportion_exposure").forEach(row -> exposed.put(key(row), row));
        List<Row> cases = asking.rows("disproportion_cases").stream()
                .filter(row -> row.number("expected") > 0)
                .filter(row -> exposed.isEmpty() || exposed.containsKey(key(row)))
                .toList();
        List<WeightedPair> pairs = new ArrayList<>();
        for (Row row : cases) {
            Row counted = exposed.getOrDefault(key(row), row);
            pairs.add(new WeightedPair(count(counted), counted.number("expected"), 1));
        }
        RatioPrior prior = prior(pairs);
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Row row = cases.get(i);
            WeightedPair pair = pairs.get(i);
            all.add(new Pair(
                    row.text("group_name"),
                    row.text("component"),
                    TwoByTwo.ofMargins(
                            row.count("both_cases"),
                            row.count("group_cases"),
                            row.count("component_cases"),
                            row.count("all_cases")),
                    pair.count(),
                    pair.expected(),
                    !exposed.isEmpty(),
                    prior.posterior(pair.count(), pair.expected())));
        }
        all.sort(Comparator.comparing(Pair::isSparse)
                .thenComparingDouble((Pair pair) -> -pair.posterior().eb05()));
        return all;
    }

    /**
     * What ratios are like in this table: two gamma distributions where there are enough pairs to tell them, else one,
     * else the values DuMouchel began with.
     */
    static RatioPrior prior(List<WeightedPair> pairs) {
        if (pairs.size() >= ENOUGH_FOR_TWO) {
            PriorFit two = PriorFit.ofTwo(squashed(pairs), EmptyPairs.COUNTED);
            if (two.identified()) {
                return two.prior();
            }
        }
        if (pairs.size() >= ENOUGH_FOR_ONE) {
            PriorFit one = PriorFit.ofOne(squashed(pairs), EmptyPairs.COUNTED);
            if (one.identified()) {
                return one.prior();
            }
        }
        return RatioPrior.duMouchel();
    }

    private static List<WeightedPair> squashed(List<WeightedPair> pairs) {
        return pairs.size() < SQUASHED_FROM ? pairs : Squashing.of(pairs);
    }

    private static long count(Row row) {
        return row.has("failures") ? row.count("failures") : row.count("both_cases");
    }

    private static List<String> key(Row row) {
        return List.of(row.text("stratum"), row.text("group_name"), row.text("component"));
    }
}
