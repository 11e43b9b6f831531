// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.jspecify.annotations.Nullable;

/** Reads a list. */
final class ListReader implements CellReader {
    private final CellReader element;
    private final int own;
    private final int again;

    /**
     * {@code own} is the definition level from which on the list is there, one more says that it has an element;
     * {@code again} the repetition level that says: one more element.
     */
    ListReader(CellReader element, int own, int again) {
        this.element = element;
        this.own = own;
        this.again = again;
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public void open(ColumnReadStoreImpl store) {
        element.open(store);
    }

    @Override
    public @Nullable Object read() {
        int level = definition();
        if (level <= own) {
            skip();
            return level < own ? null : List.of();
        }
        List<@Nullable Object> elements = new ArrayList<>(2);
        do {
            elements.add(element.read());
        } while (repetition() == again);
        return elements;
    }

    @Override
    public void skip() {
        element.skip();
    }

    @Override
    public int definition() {
        return element.definition();
    }

    @Override
    public int repetition() {
        return element.repetition();
    }
}
