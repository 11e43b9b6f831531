// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import io.fieldback.schemas.table.ColumnType;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/** Takes a leaf value from Parquet and gives it the class that its type names. A dictionary is decoded once. */
final class LeafValue extends PrimitiveConverter {
    private final ColumnType type;
    private Object[] dictionary = {};
    private @Nullable Object value;

    LeafValue(ColumnType type) {
        this.type = type;
    }

    /** The value last taken in. */
    Object take() {
        return Objects.requireNonNull(value);
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary source) {
        dictionary = new Object[source.getMaxId() + 1];
        for (int id = 0; id < dictionary.length; id++) {
            dictionary[id] = decode(source, id);
        }
    }

    @Override
    public void addValueFromDictionary(int id) {
        value = dictionary[id];
    }

    @Override
    public void addBinary(Binary binary) {
        value = of(binary);
    }

    @Override
    public void addLong(long number) {
        value = of(number);
    }

    @Override
    public void addInt(int number) {
        value = of(number);
    }

    @Override
    public void addDouble(double number) {
        value = number;
    }

    @Override
    public void addBoolean(boolean flag) {
        value = flag;
    }

    private Object decode(Dictionary source, int id) {
        return switch (type) {
            case TEXT, BYTES -> of(source.decodeToBinary(id));
            case LONG, TIMESTAMP -> of(source.decodeToLong(id));
            case DATE -> of(source.decodeToInt(id));
            case DOUBLE -> source.decodeToDouble(id);
            case BOOLEAN -> source.decodeToBoolean(id);
            case STRUCT, LIST -> throw new IllegalStateException("Cannot read a " + type + " as a leaf");
        };
    }

    private Object of(Binary binary) {
        return type == ColumnType.TEXT ? binary.toStringUsingUTF8() : binary.getBytes();
    }

    private Object of(long number) {
        return type == ColumnType.TIMESTAMP ? Micros.instant(number) : (Object) number;
    }

    private Object of(int number) {
        return type == ColumnType.DATE ? LocalDate.ofEpochDay(number) : (Object) (long) number;
    }
}
