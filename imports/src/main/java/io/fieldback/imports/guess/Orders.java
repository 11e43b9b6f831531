// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.file.RawRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the rows of a sheet form orders. */
final class Orders {
    private final int column;
    private final boolean severalRows;
    private final boolean blanks;

    private Orders(int column, boolean severalRows, boolean blanks) {
        this.column = column;
        this.severalRows = severalRows;
        this.blanks = blanks;
    }

    static Orders of(List<RawRow> rows, int column) {
        Set<String> seen = new HashSet<>();
        boolean repeats = false;
        boolean blanks = false;
        for (RawRow row : rows) {
            Cell id = row.cell(column);
            if (id.isEmpty()) {
                blanks |= !seen.isEmpty();
            } else {
                repeats |= !seen.add(id.asText());
            }
        }
        return new Orders(column, repeats || blanks, blanks);
    }

    /** Whether an order may take several rows. */
    boolean severalRows() {
        return severalRows;
    }

    /** Whether rows without an order number stand below others. */
    boolean hasBlanks() {
        return blanks;
    }

    /** Amounts of an order that its rows share out: they differ within one order, so they are to be added up. */
    List<String> sums(List<RawRow> rows, Map<String, Integer> byField) {
        List<String> sums = new ArrayList<>();
        for (String field : List.of("labourMinor", "travelMinor", "chargedMinor")) {
            Integer amount = byField.get(field);
            if (amount != null && differs(rows, amount)) {
                sums.add(field);
            }
        }
        return sums;
    }

    private boolean differs(List<RawRow> rows, int amount) {
        Map<String, String> first = new HashMap<>();
        String order = "";
        for (RawRow row : rows) {
            order = row.cell(column).isEmpty() ? order : row.cell(column).asText();
            String value = row.cell(amount).asText();
            String known = value.isEmpty() ? null : first.putIfAbsent(order, value);
            if (known != null && !known.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
