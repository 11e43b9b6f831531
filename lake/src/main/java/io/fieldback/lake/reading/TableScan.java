// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.reading;

import static io.fieldback.lake.reading.DuckTypes.name;
import static io.fieldback.lake.reading.DuckTypes.text;
import static io.fieldback.lake.reading.DuckTypes.type;

import io.fieldback.lake.parquet.FieldIds;
import io.fieldback.schemas.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows that an epoch has of a table, as a query. Files are named one by one, never by a pattern: what no epoch names
 * is not there. Columns are found by field id, so that files from before a column was added fit.
 */
final class TableScan {
    private TableScan() {}

    /** A query for all rows in these files; there is at least one. */
    static String sql(Table table, FieldIds ids, List<Path> files) {
        String schema = table.columns().stream()
                .map(column -> ids.id(column.name()) + ": {name: " + text(column.name()) + ", type: "
                        + text(type(column)) + ", default_value: NULL}")
                .collect(Collectors.joining(", ", "MAP {", "}"));
        String list = files.stream()
                .map(file -> text(file.toAbsolutePath().toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        return "SELECT * FROM read_parquet(" + list + ", schema = " + schema + ")";
    }

    /** A statement that makes a table without rows in place of a view: it is many times faster to make. */
    static String empty(Table table) {
        return table.columns().stream()
                .map(column -> name(column.name()) + " " + type(column))
                .collect(Collectors.joining(", ", "CREATE TABLE " + name(table.name()) + " (", ")"));
    }
}
