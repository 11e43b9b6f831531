// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fieldback.schemas.table.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Writes a column of a plain type. */
final class LeafWriter implements CellWriter {
    private final String path;
    private final Column column;
    private final ColumnDescriptor descriptor;
    private final int full;
    private @Nullable ColumnWriter out;

    LeafWriter(String path, Column column, ColumnDescriptor descriptor) {
        this.path = path;
        this.column = column;
        this.descriptor = descriptor;
        this.full = descriptor.getMaxDefinitionLevel();
    }

    @Override
    public void open(ColumnWriteStore store) {
        out = store.getColumnWriter(descriptor);
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
        try {
            put(Objects.requireNonNull(out), value, repetition);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    "Cannot write " + path + ": its type is " + column.type() + " and the value is a "
                            + value.getClass().getSimpleName(),
                    e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("Cannot write " + path + ": " + value + " is out of range", e);
        }
    }

    @Override
    public void absent(int repetition, int definition) {
        Objects.requireNonNull(out).writeNull(repetition, definition);
    }

    private void put(ColumnWriter to, Object value, int repetition) {
        switch (column.type()) {
            case TEXT -> to.write(Binary.fromConstantByteArray(((String) value).getBytes(UTF_8)), repetition, full);
            case LONG -> to.write((long) (Long) value, repetition, full);
            case DOUBLE -> to.write((double) (Double) value, repetition, full);
            case BOOLEAN -> to.write((boolean) (Boolean) value, repetition, full);
            case DATE -> to.write(Math.toIntExact(((LocalDate) value).toEpochDay()), repetition, full);
            case TIMESTAMP -> to.write(Micros.of((Instant) value), repetition, full);
            case BYTES -> to.write(Binary.fromConstantByteArray((byte[]) value), repetition, full);
            case STRUCT, LIST -> throw new IllegalStateException("Cannot write " + path + ": it is no leaf");
        }
    }
}
