// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** What a guess of the header variants should find: for each file sheet, header row, and field of each column. */
final class Expected {
    private Expected() {}

    static String json(List<Variant> variants) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            generator.setPrettyPrinter(printer);
            generator.writeStartObject();
            for (Variant variant : variants) {
                generator.writeObjectFieldStart(variant.file());
                generator.writeStringField("sheet", variant.sheet());
                generator.writeNumberField("headerRow", variant.headerRow());
                generator.writeObjectFieldStart("columns");
                for (Variant.Column column : variant.columns()) {
                    generator.writeFieldName(column.header());
                    // Null: no field of an event.
                    generator.writeString(column.field());
                }
                generator.writeEndObject();
                generator.writeEndObject();
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write what the header variants mean", e);
        }
        return text + "\n";
    }
}
