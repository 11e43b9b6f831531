// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.table;

import java.util.List;

/**
 * A table. A row is an {@code Object[]} with one value for each column, of the Java type that {@link ColumnType} names.
 *
 * @param name plural, snake_case
 * @param grain what one row is
 * @param columns in order; new ones are added at the end
 */
public record Table(String name, String grain, List<Column> columns) {
    /** Copies the columns. */
    public Table {
        columns = List.copyOf(columns);
    }

    /** Where a column stands. Throws if the table has none of this name. */
    public int position(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Cannot find column " + column + " in table " + name + ": it has none");
    }
}
