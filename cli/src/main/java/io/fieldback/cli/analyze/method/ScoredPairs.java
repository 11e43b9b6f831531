// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.method.Pairs.Pair;
import io.fieldback.statistics.disproportion.EmptyPairs;
import io.fieldback.statistics.disproportion.Expectation;
import io.fieldback.statistics.disproportion.WeightedPair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Pairs with the cases expected of each: as the table says, or from margins or exposure of the whole table. */
final class ScoredPairs {
    private final List<Pair> pairs = new ArrayList<>();
    private final List<WeightedPair> counts = new ArrayList<>();

    private ScoredPairs() {}

    static ScoredPairs of(Input input) {
        ScoredPairs scored = new ScoredPairs();
        if (input.has("E")) {
            scored.listed(input);
        } else {
            scored.crossed(input);
        }
        return scored;
    }

    /** Names of the pairs. */
    List<Pair> names() {
        return pairs;
    }

    /** Counts and expectations of the pairs. */
    List<WeightedPair> counts() {
        return counts;
    }

    /** Whether pairs without a case are among them. */
    EmptyPairs empty() {
        return counts.stream().anyMatch(pair -> pair.count() == 0) ? EmptyPairs.COUNTED : EmptyPairs.LEFT_OUT;
    }

    private void listed(Input input) {
        Set<Pair> seen = new HashSet<>();
        input.eachRow(row -> {
            Pair pair = Pairs.pair(input, row);
            if (!seen.add(pair)) {
                throw input.refused(
                        row,
                        input.columns().get(1),
                        "the pair " + pair.row() + ", " + pair.column() + " stood there before, and its E with it");
            }
            double expected = input.present(row, "E");
            if (!(expected > 0)) {
                throw input.refused(row, "E", "'" + input.text(row, "E") + "' is not above 0");
            }
            pairs.add(pair);
            counts.add(new WeightedPair(Pairs.count(input, row), expected, 1));
        });
    }

    /** Every row with every column, those without a case too. */
    private void crossed(Input input) {
        Pairs table = Pairs.of(input);
        List<String> rows = List.copyOf(new TreeSet<>(table.rows().keySet()));
        List<String> columns = List.copyOf(new TreeSet<>(table.columns().keySet()));
        long[][] cells = new long[rows.size()][columns.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                cells[i][j] = table.counts().getOrDefault(new Pair(rows.get(i), columns.get(j)), 0L);
            }
        }
        double[][] expected = input.has("exposure")
                ? Expectation.ofExposure(cells, exposures(input, rows))
                : Expectation.ofMargins(cells);
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                if (expected[i][j] > 0) {
                    pairs.add(new Pair(rows.get(i), columns.get(j)));
                    counts.add(new WeightedPair(cells[i][j], expected[i][j], 1));
                }
            }
        }
    }

    private static double[] exposures(Input input, List<String> rows) {
        Map<String, Double> exposures = new TreeMap<>();
        input.eachRow(row -> {
            double exposure = input.present(row, "exposure");
            Double before = exposures.put(Pairs.pair(input, row).row(), exposure);
            if (!(exposure > 0) || (before != null && before != exposure)) {
                throw input.refused(
                        row,
                        "exposure",
                        "'" + input.text(row, "exposure") + "' must be above 0 and the same wherever "
                                + Pairs.pair(input, row).row() + " stands");
            }
        });
        return rows.stream()
                .mapToDouble(row -> exposures.getOrDefault(row, 0.0))
                .toArray();
    }
}
