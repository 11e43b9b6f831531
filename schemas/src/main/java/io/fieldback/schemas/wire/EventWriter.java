// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an event as one JSON object, its type first. Absent fields and empty lists are left out. */
public final class EventWriter {
    private static final JsonFactory JSON = new JsonFactory();

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
        for (int i = 0; i < values.length; i++) {
            Field field = shape.fields().get(i);
            Object value = values[i];
            boolean absent = value == null
                    || value instanceof List<?> list && list.isEmpty()
                    || field.required() && Boolean.FALSE.equals(value);
            if (!absent && value != null) {
                generator.writeFieldName(field.name());
                value(generator, field, value);
            }
        }
    }

    private static void value(JsonGenerator generator, Field field, Object value) throws IOException {
        switch (field.kind()) {
            case TEXT, DAY, MONTH, INSTANT -> generator.writeString(value.toString());
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
