// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small file of reference data: a line of column names, then lines of values between commas, UTF-8. A column may be
 * left out; one that is not known is refused by its name. Empty lines and lines that begin with # count nothing.
 *
 * @param rows in the order of the file
 */
record CsvRows(List<Row> rows) {
    /** A file that is not there has no rows. */
    static CsvRows read(Path file, List<String> known) {
        if (!Files.exists(file)) {
            return new CsvRows(List.of());
        }
        List<Row> rows = new ArrayList<>();
        List<String> columns = List.of();
        int line = 0;
        for (String text : lines(file)) {
            line++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            List<String> cells =
                    Arrays.stream(text.split(",", -1)).map(String::strip).toList();
            if (columns.isEmpty()) {
                columns = cells;
                for (String column : columns) {
                    if (!known.contains(column)) {
                        throw new IllegalArgumentException(
                                "Cannot read " + file + ": there is no column " + column + ", only " + known);
                    }
                }
            } else {
                rows.add(row(file, line, columns, cells));
            }
        }
        return new CsvRows(rows);
    }

    private static Row row(Path file, int line, List<String> columns, List<String> cells) {
        if (cells.size() > columns.size()) {
            throw new IllegalArgumentException("Cannot read " + file + ", line " + line + ": it has " + cells.size()
                    + " values for " + columns.size() + " columns");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                values.put(columns.get(i), cells.get(i));
            }
        }
        return new Row(file, line, values);
    }

    private static List<String> lines(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** A line of values. */
    record Row(Path file, int line, Map<String, String> values) {
        /** A value, or null where there is none. */
        @Nullable
        String textOrNull(String column) {
            return values.get(column);
        }

        /** A value. Throws if there is none. */
        String text(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalArgumentException("Cannot read " + file + ", line " + line + ": it has no " + column);
            }
            return value;
        }

        /** A day, {@code 2025-03-01} or {@code 2025-03}; null where there is none. */
        @Nullable
        LocalDate day(String column) {
            String value = values.get(column);
            if (value == null) {
                return null;
            }
            try {
                return LocalDate.parse(value.length() == "2025-03".length() ? value + "-01" : value);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "Cannot read " + file + ", line " + line + ": " + column + " " + value + " is no day", e);
            }
        }
    }
}
