// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.jspecify.annotations.Nullable;

/** Reads a struct that has at least one of the wanted children in the file. */
final class StructReader implements CellReader {
    private final CellReader[] children;
    private final CellReader first;
    private final int own;

    /** {@code own} is the definition level from which on the struct itself is there. */
    StructReader(CellReader[] children, CellReader first, int own) {
        this.children = children;
        this.first = first;
        this.own = own;
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public void open(ColumnReadStoreImpl store) {
        for (CellReader child : children) {
            child.open(store);
        }
    }

    @Override
    public @Nullable Object read() {
        if (definition() < own) {
            skip();
            return null;
        }
        @Nullable Object[] values = new Object[children.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = children[i].read();
        }
        return values;
    }

    @Override
    public void skip() {
        for (CellReader child : children) {
            child.skip();
        }
    }

    @Override
    public int definition() {
        return first.definition();
    }

    @Override
    public int repetition() {
        return first.repetition();
    }
}
