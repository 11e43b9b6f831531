// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Kind;
import io.fieldback.schemas.shape.Shape;

/**
 * JSON Schemas (2020-12) of the event types, made from their records. They say what to send; {@link EventReader} takes
 * all that they allow, and more, because people and programs write the same thing in several ways.
 */
public final class JsonSchemas {
    private static final String DAY = "^(19[89][0-9]|20[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
    private static final String MONTH = "^(19[89][0-9]|20[0-9]{2})-(0[1-9]|1[0-2])$";
    private static final String INSTANT = "^(19[89][0-9]|20[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
            + "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$";
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonSchemas() {}

    /** Name of the file that holds a type's schema, beside this package under {@code /io/fieldback/schemas/json/}. */
    public static String file(EventType type) {
        return type.wire()
                + switch (type.stage()) {
                    case V1 -> ".v1.json";
                    case DRAFT -> ".draft.json";
                };
    }

    /** The schema of a type, indented, with a line end. */
    public static String of(EventType type) {
        ObjectNode schema = JSON.createObjectNode();
        boolean draft = type.stage() == EventType.Stage.DRAFT;
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:fieldback:" + type.wire() + (draft ? ":draft" : ":v1"));
        schema.put("title", type.wire());
        Doc doc = type.shape().type().getAnnotation(Doc.class);
        schema.put("description", (doc == null ? "" : doc.value()) + (draft ? " Draft: it may change." : ""));
        ObjectNode definitions = JSON.createObjectNode();
        object(schema, type.shape(), definitions);
        ((ObjectNode) schema.get("properties")).putObject("type").put("const", type.wire());
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
        return printed(schema);
    }

    private static void object(ObjectNode schema, Shape<?> shape, ObjectNode definitions) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        for (Field field : shape.fields()) {
            property(properties.putObject(field.name()), field, definitions);
            if (field.required() && field.kind() != Kind.FLAG) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private static void property(ObjectNode property, Field field, ObjectNode definitions) {
        if (!field.doc().isEmpty()) {
            property.put("description", field.doc());
        }
        switch (field.kind()) {
            case TEXT -> text(property, field.identifier() && field.required());
            case CODE -> {
                ArrayNode codes = property.putArray("enum");
                for (Code code : field.codes()) {
                    codes.add(code.wire());
                }
            }
            case INTEGER -> number(property.put("type", "integer"), field).put("maximum", Long.MAX_VALUE);
            case NUMBER -> number(property.put("type", "number"), field);
            case FLAG -> property.put("type", "boolean");
            case DAY -> property.put("type", "string").put("format", "date").put("pattern", DAY);
            case MONTH -> property.put("type", "string").put("pattern", MONTH);
            case INSTANT ->
                property.put("type", "string").put("format", "date-time").put("pattern", INSTANT);
            case RECORD -> property.put("$ref", definition(field.nested(), definitions));
            case RECORDS ->
                property.put("type", "array").putObject("items").put("$ref", definition(field.nested(), definitions));
            case TEXTS -> text(property.put("type", "array").putObject("items"), false);
        }
    }

    private static void text(ObjectNode property, boolean somethingInIt) {
        property.put("type", "string").put("maxLength", 65_536);
        if (somethingInIt) {
            property.put("pattern", "[^\\s]");
        }
    }

    private static ObjectNode number(ObjectNode property, Field field) {
        return field.credit() ? property : property.put("minimum", 0);
    }

    /** The reference to a nested record's schema, which it adds on first use. */
    private static String definition(Shape<?> shape, ObjectNode definitions) {
        String name = shape.type().getSimpleName();
        if (!definitions.has(name)) {
            object(definitions.putObject(name), shape, definitions);
        }
        return "#/$defs/" + name;
    }

    private static String printed(ObjectNode schema) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return JSON.writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the schema of " + schema.get("title") + ": " + e, e);
        }
    }
}
