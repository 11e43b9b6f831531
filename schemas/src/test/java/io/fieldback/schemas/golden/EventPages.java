// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.golden;

import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.event.Envelope;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Kind;
import io.fieldback.schemas.shape.Shape;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.ColumnType;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the reference pages of events and tables. */
final class EventPages {
    private EventPages() {}

    static String events() {
        StringBuilder page = new StringBuilder();
        page.append("# Events\n\n")
                .append(
                        "Generated from the records in `schemas`; change those, then run their tests with `-Dgolden.update`.\n")
                .append("JSON Schemas of the same: `schemas/src/main/resources/io/fieldback/schemas/json/`.\n\n")
                .append(
                        "One JSON object is one event. Times are RFC 3339 with offset, days ISO dates, money is whole minor units.\n")
                .append("A code that is not in its list is kept as `other-unmapped`, and as it was in `extras`.\n\n");
        Map<String, Shape<?>> parts = new LinkedHashMap<>();
        section(
                page,
                "Every event",
                "What every event carries beside its own fields.",
                Shape.of(Envelope.class),
                0,
                parts);
        for (EventType type : EventType.values()) {
            String about = doc(type.shape()) + " Topic `" + type.topic() + "`, table `" + type.table()
                    + "`. Its day is the first present of "
                    + type.dayFields().stream().map(f -> "`" + f + "`").collect(Collectors.joining(", "))
                    + ", else `recordedAt`."
                    + (type.stage() == EventType.Stage.DRAFT ? " **Draft**: it may change." : "");
            int envelope = Shape.of(Envelope.class).fields().size();
            section(page, "`" + type.wire() + "`", about, type.shape(), envelope, parts);
        }
        for (Map.Entry<String, Shape<?>> part : parts.entrySet()) {
            section(page, part.getKey(), doc(part.getValue()), part.getValue(), 0, new LinkedHashMap<>());
        }
        return page.toString().stripTrailing() + "\n";
    }

    static String tables() {
        StringBuilder page = new StringBuilder("# Tables\n\n")
                .append(
                        "Generated from `Journals` and `Tables`; change those, then run the tests of `schemas` with `-Dgolden.update`.\n\n");
        List<Table> tables = new ArrayList<>(Tables.all());
        tables.add(Tables.INTAKE_ACCOUNTS);
        for (Table table : tables) {
            page.append("## `")
                    .append(table.name())
                    .append("`\n\nOne row: ")
                    .append(table.grain())
                    .append(".\n\n");
            page.append("| column | type | | what it holds |\n|---|---|---|---|\n");
            for (Column column : table.columns()) {
                page.append("| `")
                        .append(column.name())
                        .append("` | ")
                        .append(type(column))
                        .append(" | ");
                page.append(column.required() ? "always" : "")
                        .append(" | ")
                        .append(column.doc())
                        .append(" |\n");
            }
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }

    /** A table as plain lines, for a golden file whose difference reads well. */
    static String lines(Table table) {
        StringBuilder lines = new StringBuilder(table.name() + ": " + table.grain() + "\n");
        lines(lines, table.columns(), "  ");
        return lines.toString();
    }

    private static void lines(StringBuilder lines, List<Column> columns, String indent) {
        for (Column column : columns) {
            lines.append(indent).append(column.name()).append(' ').append(column.type());
            lines.append(column.required() ? " required" : "");
            lines.append(column.dictionary() ? "" : " plain")
                    .append(" - ")
                    .append(column.doc())
                    .append('\n');
            lines(lines, column.children(), indent + "  ");
        }
    }

    private static String type(Column column) {
        String children = column.children().stream()
                .map(child -> child.name().equals("element") ? type(child) : child.name() + " " + type(child))
                .collect(Collectors.joining(", "));
        return column.type() == ColumnType.STRUCT || column.type() == ColumnType.LIST
                ? column.type() + "(" + children + ")"
                : column.type().name();
    }

    private static void section(
            StringBuilder page, String title, String about, Shape<?> shape, int from, Map<String, Shape<?>> parts) {
        page.append("## ").append(title).append("\n\n").append(about).append("\n\n");
        page.append("| field | holds | what it says |\n|---|---|---|\n");
        for (Field field : shape.fields().subList(from, shape.fields().size())) {
            page.append("| `")
                    .append(field.name())
                    .append("` | ")
                    .append(holds(field))
                    .append(" | ");
            page.append(field.doc()).append(field.required() && field.kind() != Kind.FLAG ? " **Required.**" : "");
            page.append(" |\n");
            if (field.shape() != null) {
                parts.putIfAbsent(field.shape().type().getSimpleName(), field.shape());
                nested(field.shape(), parts);
            }
        }
        page.append('\n');
    }

    private static void nested(Shape<?> shape, Map<String, Shape<?>> parts) {
        for (Field field : shape.fields()) {
            if (field.shape() != null) {
                parts.putIfAbsent(field.shape().type().getSimpleName(), field.shape());
                nested(field.shape(), parts);
            }
        }
    }

    private static String holds(Field field) {
        return switch (field.kind()) {
            case TEXT -> field.identifier() ? "id" : "text";
            case CODE ->
                field.codes().stream().map(Code::wire).map(c -> "`" + c + "`").collect(Collectors.joining(" "));
            case INTEGER -> "whole number";
            case NUMBER -> "number";
            case FLAG -> "true or false";
            case DAY -> "day";
            case MONTH -> "month";
            case INSTANT -> "time";
            case RECORD -> field.nested().type().getSimpleName();
            case RECORDS -> "list of " + field.nested().type().getSimpleName();
            case TEXTS -> "list of texts";
        };
    }

    private static String doc(Shape<?> shape) {
        Doc doc = shape.type().getAnnotation(Doc.class);
        return doc == null ? "" : doc.value();
    }
}
