// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Words;
import io.fieldback.imports.file.Columns;
import io.fieldback.imports.file.RawRow;
import io.fieldback.imports.mapping.SheetRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The header of a sheet: which column is where, under its own name and under the name that the mapping gives it. */
final class Header {
    private final List<String> texts = new ArrayList<>();
    private final List<Cell> cells;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> byHeader = new LinkedHashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final SheetRule rule;

    Header(SheetRule rule, RawRow row) {
        this.rule = rule;
        this.cells = row.cells();
        for (int column = 0; column < row.cells().size(); column++) {
            String text = row.cell(column).asText();
            String folded = Words.header(text);
            texts.add(text.replaceAll("\\s+", " "));
            names.add(folded.isEmpty() ? "$" + Columns.letters(column) : folded);
            if (!folded.isEmpty() && byHeader.putIfAbsent(folded, column) != null) {
                twice.add(folded);
                names.set(column, folded + "$" + Columns.letters(column));
            }
        }
        for (Map.Entry<String, List<String>> declared : rule.columns().entrySet()) {
            int column = find(declared.getKey());
            if (column >= 0) {
                names.set(column, Words.header(declared.getKey()));
            }
        }
    }

    /** Where a column is, from 0; -1 if it is nowhere. */
    int column(String name) {
        return known.computeIfAbsent(name, this::find);
    }

    /** The columns that the rule needs and this header lacks. */
    Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>();
        for (String name : rule.required()) {
            if (column(name) < 0) {
                missing.add(name);
            }
        }
        return missing;
    }

    /** The columns that the rule needs and this header has more than once. */
    Set<String> ambiguous() {
        Set<String> ambiguous = new LinkedHashSet<>();
        for (String name : rule.required()) {
            int column = column(name);
            if (column >= 0 && twice.contains(Words.header(texts.get(column)))) {
                ambiguous.add(name);
            }
        }
        return ambiguous;
    }

    /** Headers of columns that no rule reads. */
    List<String> unused(Set<String> used) {
        Set<Integer> read = new HashSet<>();
        used.forEach(name -> read.add(column(name)));
        List<String> unused = new ArrayList<>();
        for (int column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isBlank() && !read.contains(column)) {
                unused.add(texts.get(column));
            }
        }
        return unused;
    }

    int width() {
        return texts.size();
    }

    /** The header as typed; the letters of the column where there is none. */
    String text(int column) {
        boolean typed = column < texts.size() && !texts.get(column).isBlank();
        return typed ? texts.get(column) : Columns.letters(column);
    }

    /** The header cell itself: a month may stand there as a date. */
    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** The name of a column that stays the same when its header changes to another that the mapping knows. */
    String name(int column) {
        return column < names.size() ? names.get(column) : "$" + Columns.letters(column);
    }

    /** Whether a row repeats this header. */
    boolean repeatedBy(RawRow row) {
        int same = 0;
        for (int column = 0; column < texts.size(); column++) {
            String text = row.cell(column).asText();
            if (!text.isEmpty()) {
                if (!Words.header(text).equals(Words.header(texts.get(column)))) {
                    return false;
                }
                same++;
            }
        }
        return same > 1;
    }

    private int find(String name) {
        if (name.length() > 1 && name.charAt(0) == '$' && name.chars().skip(1).allMatch(c -> c >= 'A' && c <= 'Z')) {
            return Columns.index(name.substring(1));
        }
        for (String alias : rule.columns().getOrDefault(name, List.of())) {
            Integer column = byHeader.get(Words.header(alias));
            if (column != null) {
                return column;
            }
        }
        return byHeader.getOrDefault(Words.header(name), -1);
    }
}
