// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Table;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The field ids of one table: by them, not by names, a reader finds a column in a file. A warehouse gives them out.
 *
 * @param byPath id of each column by its path in the table, such as {@code faults.element.component}
 */
public record FieldIds(Map<String, Integer> byPath) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Copies the map. */
    public FieldIds {
        byPath = Map.copyOf(byPath);
    }

    /** Ids from 1 on in the order of the columns, for a table that no warehouse knows yet. */
    public static FieldIds numbered(Table table) {
        Map<String, Integer> byPath = new HashMap<>();
        number("", table.columns(), byPath);
        return new FieldIds(byPath);
    }

    /** The id of a column. Throws if the warehouse has given it none. */
    public int id(String path) {
        Integer id = byPath.get(path);
        if (id == null) {
            throw new IllegalArgumentException("Cannot find the field id of column " + path + ": it has none");
        }
        return id;
    }

    private static void number(String prefix, List<Column> columns, Map<String, Integer> byPath) {
        for (Column column : columns) {
            String path = prefix + column.name();
            byPath.put(path, byPath.size() + 1);
            number(path + ".", column.children(), byPath);
        }
    }
}
