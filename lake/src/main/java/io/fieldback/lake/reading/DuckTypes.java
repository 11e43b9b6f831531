// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.reading;

import io.fieldback.schemas.table.Column;
import java.util.stream.Collectors;

/** Columns and names as DuckDB writes them. */
final class DuckTypes {
    private DuckTypes() {}

    /** The type of a column's values. */
    static String type(Column column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case LONG -> "BIGINT";
            case DOUBLE -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
            case BYTES -> "BLOB";
            case STRUCT ->
                column.children().stream()
                        .map(child -> name(child.name()) + " " + type(child))
                        .collect(Collectors.joining(", ", "STRUCT(", ")"));
            case LIST -> type(column.children().get(0)) + "[]";
        };
    }

    /** A name, quoted. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text, quoted. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
