// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a signed table, summed by cell: all columns but the measures. */
final class SignedRows {
    /** A cell: its table and dimensions as text in the order of the table, the known day among them. */
    record Cell(String table, List<String> dimensions) {}

    private final Map<Cell, long[]> cells = new HashMap<>();

    /** Adds a row as a table has it. */
    void add(Table table, @Nullable Object[] row) {
        Set<String> measures = Tables.measures(table.name());
        List<String> dimensions = new ArrayList<>();
        long[] counted = new long[measures.size()];
        int at = 0;
        for (int i = 0; i < row.length; i++) {
            if (measures.contains(table.columns().get(i).name())) {
                counted[at++] = (Long) Objects.requireNonNull(row[i]);
            } else {
                dimensions.add(text(row[i]));
            }
        }
        add(new Cell(table.name(), dimensions), counted, 1);
    }

    void add(Cell cell, long[] counted, long sign) {
        long[] sum = cells.computeIfAbsent(cell, absent -> new long[counted.length]);
        for (int i = 0; i < counted.length; i++) {
            sum[i] += sign * counted[i];
        }
    }

    /** The cells that are not zero, each with its measures as text. */
    Map<Cell, String> sums() {
        Map<Cell, String> sums = new HashMap<>();
        cells.forEach((cell, counted) -> {
            if (Arrays.stream(counted).anyMatch(each -> each != 0)) {
                sums.put(cell, Arrays.toString(counted));
            }
        });
        return sums;
    }

    /** The first day of a month as text. */
    static String month(@Nullable LocalDate day) {
        return text(day == null ? null : day.withDayOfMonth(1));
    }

    static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
