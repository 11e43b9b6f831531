// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Kind;
import io.fieldback.schemas.shape.Shape;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/** Records as bytes between operators, by their shape: a bit for each field that is there, then the values. */
final class RecordCodec {
    private RecordCodec() {}

    static <R extends Record> void write(R record, DataOutputView out) throws IOException {
        Shape<R> shape = Shape.of(record);
        @Nullable Object[] values = shape.values(record);
        for (int from = 0; from < values.length; from += 63) {
            long present = 0;
            for (int i = from; i < Math.min(values.length, from + 63); i++) {
                if (there(values[i])) {
                    present |= 1L << (i - from);
                }
            }
            out.writeLong(present);
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null && there(value)) {
                writeValue(shape.fields().get(i), value, out);
            }
        }
    }

    static <R extends Record> R read(Shape<R> shape, DataInputView in) throws IOException {
        List<Field> fields = shape.fields();
        @Nullable Object[] values = new Object[fields.size()];
        long[] present = new long[(values.length + 62) / 63];
        for (int i = 0; i < present.length; i++) {
            present[i] = in.readLong();
        }
        for (int i = 0; i < values.length; i++) {
            if ((present[i / 63] & 1L << (i % 63)) != 0) {
                values[i] = readValue(fields.get(i), in);
            }
        }
        return shape.create(values);
    }

    private static boolean there(@Nullable Object value) {
        return value != null && !(value instanceof List<?> list && list.isEmpty());
    }

    private static void writeValue(Field field, Object value, DataOutputView out) throws IOException {
        switch (field.kind()) {
            case TEXT -> StringValue.writeString((String) value, out);
            case CODE -> out.writeByte(((Enum<?>) value).ordinal());
            case INTEGER -> out.writeLong((Long) value);
            case NUMBER -> out.writeDouble((Double) value);
            case FLAG -> out.writeBoolean((Boolean) value);
            case DAY -> out.writeInt((int) ((LocalDate) value).toEpochDay());
            case MONTH -> out.writeInt((int) ((YearMonth) value).atDay(1).toEpochDay());
            case INSTANT -> writeInstant((Instant) value, out);
            case RECORD -> write((Record) value, out);
            case RECORDS, TEXTS -> {
                List<?> list = (List<?>) value;
                out.writeInt(list.size());
                for (Object element : list) {
                    if (field.kind() == Kind.TEXTS) {
                        StringValue.writeString((String) element, out);
                    } else {
                        write((Record) element, out);
                    }
                }
            }
        }
    }

    private static Object readValue(Field field, DataInputView in) throws IOException {
        return switch (field.kind()) {
            case TEXT -> StringValue.readString(in);
            case CODE -> code(field, in.readByte());
            case INTEGER -> in.readLong();
            case NUMBER -> in.readDouble();
            case FLAG -> in.readBoolean();
            case DAY -> LocalDate.ofEpochDay(in.readInt());
            case MONTH -> YearMonth.from(LocalDate.ofEpochDay(in.readInt()));
            case INSTANT -> readInstant(in);
            case RECORD -> read(field.nested(), in);
            case RECORDS, TEXTS -> {
                int size = in.readInt();
                List<Object> list = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    list.add(field.kind() == Kind.TEXTS ? StringValue.readString(in) : read(field.nested(), in));
                }
                yield list;
            }
        };
    }

    private static Code code(Field field, int ordinal) {
        return field.codes().get(ordinal);
    }

    static void writeInstant(Instant instant, DataOutputView out) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    static Instant readInstant(DataInputView in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
