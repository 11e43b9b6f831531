// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.jspecify.annotations.Nullable;

/** Reads a column of a plain type. */
final class LeafReader implements CellReader {
    private final ColumnDescriptor descriptor;
    private final LeafValue value;
    private final int full;
    private @Nullable ColumnReader in;

    LeafReader(ColumnDescriptor descriptor, LeafValue value) {
        this.descriptor = descriptor;
        this.value = value;
        this.full = descriptor.getMaxDefinitionLevel();
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public void open(ColumnReadStoreImpl store) {
        in = store.getColumnReader(descriptor);
    }

    @Override
    public @Nullable Object read() {
        ColumnReader reader = reader();
        Object read = null;
        if (reader.getCurrentDefinitionLevel() == full) {
            reader.writeCurrentValueToConverter();
            read = value.take();
        }
        reader.consume();
        return read;
    }

    @Override
    public void skip() {
        reader().consume();
    }

    @Override
    public int definition() {
        return reader().getCurrentDefinitionLevel();
    }

    @Override
    public int repetition() {
        return reader().getCurrentRepetitionLevel();
    }

    private ColumnReader reader() {
        return Objects.requireNonNull(in);
    }
}
