// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import io.fieldback.schemas.table.Column;
import java.util.List;
import org.apache.parquet.column.ColumnWriteStore;
import org.jspecify.annotations.Nullable;

/** Writes a column that is a list. An empty list and no list are two things. */
final class ListWriter implements CellWriter {
    private final String path;
    private final Column column;
    private final CellWriter element;
    private final int again;

    /** {@code again} is the repetition level that says: one more element of this list. */
    ListWriter(String path, Column column, CellWriter element, int again) {
        this.path = path;
        this.column = column;
        this.element = element;
        this.again = again;
    }

    @Override
    public void open(ColumnWriteStore store) {
        element.open(store);
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
        if (!(value instanceof List<?> elements)) {
            throw new IllegalArgumentException("Cannot write " + path + ": it takes a List and the value is a "
                    + value.getClass().getSimpleName());
        }
        int own = column.required() ? definition : definition + 1;
        if (elements.isEmpty()) {
            element.absent(repetition, own);
            return;
        }
        int level = repetition;
        for (Object each : elements) {
            element.write(each, level, own + 1);
            level = again;
        }
    }

    @Override
    public void absent(int repetition, int definition) {
        element.absent(repetition, definition);
    }
}
