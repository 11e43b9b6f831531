// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.table;

import java.util.List;

/**
 * A column of a table. Field ids are not here: a warehouse gives each column its id when the column first appears and
 * keeps it.
 *
 * @param name snake_case, with the unit in it where there is one
 * @param type what it holds
 * @param required whether null is an error
 * @param dictionary whether values repeat enough for a Parquet dictionary
 * @param doc one sentence with the unit
 * @param children of a struct, or the one {@code element} of a list; empty for the others
 */
public record Column(
        String name, ColumnType type, boolean required, boolean dictionary, String doc, List<Column> children) {
    /** Copies the children. */
    public Column {
        children = List.copyOf(children);
    }

    /** An optional column of a plain type whose values repeat. */
    public static Column of(String name, ColumnType type, String doc) {
        return new Column(name, type, false, true, doc, List.of());
    }

    /** A required column of a plain type whose values repeat. */
    public static Column required(String name, ColumnType type, String doc) {
        return new Column(name, type, true, true, doc, List.of());
    }

    /** A required column of a plain type whose values rarely repeat. */
    public static Column unique(String name, ColumnType type, String doc) {
        return new Column(name, type, true, false, doc, List.of());
    }

    /** A list of texts; never null. */
    public static Column texts(String name, String doc) {
        Column element = required("element", ColumnType.TEXT, doc);
        return new Column(name, ColumnType.LIST, true, true, doc, List.of(element));
    }
}
