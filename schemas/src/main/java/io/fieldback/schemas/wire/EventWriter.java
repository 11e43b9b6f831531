// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an event as one JSON object, its type first. Absent fields and empty lists are left out. */
public final class EventWriter {
    private static final JsonFactory JSON = new JsonFactory();

    /** The names of a record's fields as JSON has them, encoded once. */
    private static final ClassValue<SerializedString[]> NAMES = new ClassValue<>() {
        @Override
        protected SerializedString[] computeValue(Class<?> type) {
            return Shape.of(type.asSubclass(Record.class)).fields().stream()
                    .map(field -> new SerializedString(field.name()))
                    .toArray(SerializedString[]::new);
        }
    };

    private EventWriter() {}

    /** The JSON of an event, UTF-8, without a line end. */
    public static byte[] write(Event event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject();
            generator.writeStringField("type", EventType.of(event).wire());
            fields(generator, (Record) event);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write event " + event.envelope().id(), e);
        }
        return bytes.toByteArray();
    }

    private static <R extends Record> void fields(JsonGenerator generator, R record) throws IOException {
        Shape<R> shape = Shape.of(record);
        @Nullable Object[] values = shape.values(record);
        List<Field> fields = shape.fields();
        SerializedString[] names = NAMES.get(record.getClass());
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            Object value = values[i];
            boolean absent = value == null
                    || (value instanceof List<?> list && list.isEmpty())
                    || (field.required() && Boolean.FALSE.equals(value));
            if (!absent && value != null) {
                generator.writeFieldName(names[i]);
                value(generator, field, value);
            }
        }
    }

    private static void value(JsonGenerator generator, Field field, Object value) throws IOException {
        switch (field.kind()) {
            case TEXT, DAY, MONTH -> generator.writeString(value.toString());
            case INSTANT -> generator.writeString(Times.written((Instant) value));
            case CODE -> generator.writeString(((Code) value).wire());
            case INTEGER -> generator.writeNumber((Long) value);
            case NUMBER -> generator.writeNumber((Double) value);
            case FLAG -> generator.writeBoolean((Boolean) value);
            case RECORD -> object(generator, (Record) value);
            case RECORDS -> {
                generator.writeStartArray();
                for (Object part : (List<?>) value) {
                    object(generator, (Record) part);
                }
                generator.writeEndArray();
            }
            case TEXTS -> {
                generator.writeStartArray();
                for (Object text : (List<?>) value) {
                    generator.writeString((String) text);
                }
                generator.writeEndArray();
            }
        }
    }

    private static void object(JsonGenerator generator, Record record) throws IOException {
        generator.writeStartObject();
        fields(generator, record);
        generator.writeEndObject();
    }
}
