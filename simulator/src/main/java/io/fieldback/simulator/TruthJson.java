// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** Writes records as JSON, their components in the order declared; days and months as ISO text. */
final class TruthJson {
    private TruthJson() {}

    static String write(Record record) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            generator.setPrettyPrinter(printer);
            value(generator, record);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the truth of a simulation", e);
        }
        return text + "\n";
    }

    private static void value(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Record record) {
            generator.writeStartObject();
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                generator.writeFieldName(component.getName());
                value(generator, read(component, record));
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object part : list) {
                value(generator, part);
            }
            generator.writeEndArray();
        } else if (value instanceof Double number) {
            generator.writeNumber(StrictMath.round(number * 1_000) / 1_000.0);
        } else if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else {
            generator.writeString(value.toString());
        }
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component.getName() + " of " + record.getClass(), e);
        }
    }
}
