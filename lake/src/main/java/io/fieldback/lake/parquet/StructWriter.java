// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import io.fieldback.schemas.table.Column;
import java.util.List;
import org.apache.parquet.column.ColumnWriteStore;
import org.jspecify.annotations.Nullable;

/** Writes a column that is a struct: an {@code Object[]} with one value for each child. */
final class StructWriter implements CellWriter {
    private final String path;
    private final Column column;
    private final List<CellWriter> children;

    StructWriter(String path, Column column, List<CellWriter> children) {
        this.path = path;
        this.column = column;
        this.children = children;
    }

    @Override
    public void open(ColumnWriteStore store) {
        children.forEach(child -> child.open(store));
    }

    @Override
    public void write(@Nullable Object value, int repetition, int definition) {
        if (value == null) {
            if (column.required()) {
                throw new IllegalArgumentException("Cannot write " + path + ": it is required and the value is null");
            }
            absent(repetition, definition);
            return;
        }
        @Nullable Object[] values = values(value);
        int own = column.required() ? definition : definition + 1;
        for (int i = 0; i < values.length; i++) {
            children.get(i).write(values[i], repetition, own);
        }
    }

    @Override
    public void absent(int repetition, int definition) {
        for (CellWriter child : children) {
            child.absent(repetition, definition);
        }
    }

    private @Nullable Object[] values(Object value) {
        if (value instanceof @Nullable Object[] values && values.length == children.size()) {
            return values;
        }
        throw new IllegalArgumentException("Cannot write " + path + ": it takes an Object[" + children.size()
                + "] and the value is "
                + (value instanceof Object[] values
                        ? "an Object[" + values.length + "]"
                        : "a " + value.getClass().getSimpleName()));
    }
}
