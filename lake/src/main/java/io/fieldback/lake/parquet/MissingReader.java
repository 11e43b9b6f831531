// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.jspecify.annotations.Nullable;

/** A column that the file lacks: it was added to the table later. */
enum MissingReader implements CellReader {
    COLUMN;

    @Override
    public boolean present() {
        return false;
    }

    @Override
    public void open(ColumnReadStoreImpl store) {}

    @Override
    public @Nullable Object read() {
        return null;
    }

    @Override
    public void skip() {}

    @Override
    public int definition() {
        throw new IllegalStateException("Cannot tell a level of a column that is not in the file");
    }

    @Override
    public int repetition() {
        throw new IllegalStateException("Cannot tell a level of a column that is not in the file");
    }
}
