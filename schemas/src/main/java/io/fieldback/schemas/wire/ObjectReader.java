// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.event.Fault;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Shape;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects by the shape of their record. */
final class ObjectReader {
    private static final int MAX_KEYS = 4096;
    private static final Shape<Fault> FAULT = Shape.of(Fault.class);

    private final JsonParser parser;
    private final Scalars scalars;
    private final Notes notes;
    private int keys;
    private @Nullable Object @Nullable [] flatFault;

    ObjectReader(JsonParser parser, Times times, Notes notes) {
        this.parser = parser;
        this.scalars = new Scalars(parser, times, notes);
        this.notes = notes;
    }

    Record event(EventType type) throws IOException {
        Shape<?> shape = type.shape();
        @Nullable Object[] values = values(shape, "", type == EventType.REPAIR);
        if (flatFault != null) {
            int faults = shape.position("faults");
            if (values[faults] == null || ((List<?>) values[faults]).isEmpty()) {
                values[faults] = List.of(FAULT.create(flatFault));
            } else {
                notes.warn(Warning.W_FIELD_UNKNOWN, "component");
            }
        }
        return shape.create(values);
    }

    private @Nullable Object[] values(Shape<?> shape, String path, boolean flatFaults) throws IOException {
        List<Field> fields = shape.fields();
        @Nullable Object[] values = new Object[fields.size()];
        boolean[] seen = new boolean[fields.size()];
        Set<String> others = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (++keys > MAX_KEYS) {
                throw new Refusal(RejectReason.E_LIMIT_KEYS, null, "more than " + MAX_KEYS + " keys");
            }
            int position = shape.position(name);
            boolean twice;
            if (position >= 0) {
                twice = seen[position];
                seen[position] = true;
            } else {
                others = others == null ? new HashSet<>() : others;
                twice = !others.add(name);
            }
            String at = path.isEmpty() ? name : path + "." + name;
            if (twice) {
                throw new Refusal(RejectReason.E_JSON_DUPKEY, at, "the same key twice");
            }
            JsonToken token = parser.nextToken();
            if (position >= 0) {
                values[position] = value(fields.get(position), token, at);
            } else if (!(path.isEmpty() && name.equals("type"))) {
                other(name, token, at, flatFaults);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null
                    && fields.get(i).required()
                    && fields.get(i).kind() == io.fieldback.schemas.shape.Kind.TEXT) {
                String at = path.isEmpty()
                        ? fields.get(i).name()
                        : path + "." + fields.get(i).name();
                boolean id = at.equals("id");
                throw new Refusal(
                        id ? RejectReason.E_ID_MISSING : RejectReason.E_FIELD_MISSING,
                        at,
                        "a required field is absent");
            }
        }
        return values;
    }

    private void other(String name, JsonToken token, String at, boolean flatFaults) throws IOException {
        int inFault = flatFaults ? FAULT.position(name) : -1;
        if (inFault >= 0) {
            if (flatFault == null) {
                flatFault = new Object[FAULT.fields().size()];
            }
            flatFault[inFault] = value(FAULT.fields().get(inFault), token, at);
            return;
        }
        notes.warn(Warning.W_FIELD_UNKNOWN, at);
        StringWriter raw = new StringWriter();
        try (JsonGenerator generator = parser.getCodec() == null
                ? new com.fasterxml.jackson.core.JsonFactory().createGenerator(raw)
                : parser.getCodec().getFactory().createGenerator(raw)) {
            generator.copyCurrentStructure(parser);
        }
        notes.keep(at, raw.toString());
    }

    private @Nullable Object value(Field field, JsonToken token, String at) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (field.kind()) {
            case RECORD -> record(field, token, at);
            case RECORDS -> records(field, token, at);
            case TEXTS -> texts(field, token, at);
            case TEXT, CODE, INTEGER, NUMBER, FLAG, DAY, MONTH, INSTANT -> scalars.read(field, token, at);
        };
    }

    private Record record(Field field, JsonToken token, String at) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            throw new Refusal(RejectReason.E_TYPE, at, "an object is expected");
        }
        return field.nested().create(values(field.nested(), at, false));
    }

    private List<Object> records(Field field, JsonToken token, String at) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            throw new Refusal(RejectReason.E_TYPE, at, "a list is expected");
        }
        List<Object> records = new ArrayList<>(2);
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            records.add(record(field, next, at));
        }
        return records;
    }

    private List<Object> texts(Field field, JsonToken token, String at) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            throw new Refusal(RejectReason.E_TYPE, at, "a list is expected");
        }
        List<Object> texts = new ArrayList<>(2);
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            Object text = scalars.text(field, next, at);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
