// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cases by pairs of two things, such as component and supplier: the first two columns of a table.
 *
 * @param counts by pair; pairs of one row stand together
 */
record Pairs(Map<Pair, Long> counts) {
    static final String COLUMNS = "two columns that name the pair[,n]";

    static final Text NOTE = new Text(
            "The first two columns are the pair, whatever they are called (component,supplier; row,col; var1,var2); the count"
                    + " is n11, n or N; without one each row is a case.",
            "前两列为配对，列名任意（component,supplier；row,col；var1,var2）；计数列为 n11、n 或 N；没有计数列时每行为一例。");

    private static final List<String> COUNTS = List.of("n11", "n", "N");

    /** A pair by its names. */
    record Pair(String row, String column) {}

    /** The pairs of a table. */
    static Pairs of(Input input) {
        Map<Pair, Long> counts = new LinkedHashMap<>();
        input.eachRow(row -> counts.merge(pair(input, row), count(input, row), Long::sum));
        return new Pairs(together(counts));
    }

    static Pair pair(Input input, int row) {
        List<String> columns = input.columns();
        if (columns.size() < 2) {
            throw input.refused("it needs two columns that name the pair; there is " + String.join(", ", columns));
        }
        for (String column : columns.subList(0, 2)) {
            if (input.text(row, column).isEmpty()) {
                throw input.refused(row, column, "it is empty");
            }
        }
        return new Pair(input.text(row, columns.get(0)), input.text(row, columns.get(1)));
    }

    static long count(Input input, int row) {
        for (String column : COUNTS) {
            if (input.columns().indexOf(column) >= 2) {
                return input.count(row, column);
            }
        }
        return 1;
    }

    /** Cases by row. */
    Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        counts.forEach((pair, count) -> rows.merge(pair.row(), count, Long::sum));
        return rows;
    }

    /** Cases by column. */
    Map<String, Long> columns() {
        Map<String, Long> columns = new LinkedHashMap<>();
        counts.forEach((pair, count) -> columns.merge(pair.column(), count, Long::sum));
        return columns;
    }

    /** All cases. */
    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The order of the table if the pairs of each row stand together there; else by names. */
    private static Map<Pair, Long> together(Map<Pair, Long> counts) {
        Set<String> seen = new HashSet<>();
        String last = "";
        boolean together = true;
        for (Pair pair : counts.keySet()) {
            together &= pair.row().equals(last) || seen.add(pair.row());
            last = pair.row();
        }
        if (together) {
            return counts;
        }
        List<Pair> sorted = new ArrayList<>(counts.keySet());
        sorted.sort(Comparator.comparing(Pair::row).thenComparing(Pair::column));
        Map<Pair, Long> ordered = new LinkedHashMap<>();
        sorted.forEach(pair -> ordered.put(pair, counts.getOrDefault(pair, 0L)));
        return ordered;
    }
}
