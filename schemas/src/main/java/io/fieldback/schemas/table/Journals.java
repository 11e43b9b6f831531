// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.table;

import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Kind;
import io.fieldback.schemas.shape.Shape;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The journal tables: one row for each distinct content of each case. The columns of an event type are its fields,
 * without personal data, then the same tail for all types.
 */
public final class Journals {
    /** Columns of every journal after those of the event, in this order. */
    public static final List<Column> TAIL = List.of(
            Column.of("customer_key", ColumnType.TEXT, "Keyed hash of the customer, with the version of the key."),
            Column.of("event_on", ColumnType.DATE, "Day the case happened, in the warehouse's zone."),
            Column.required("event_on_basis", ColumnType.TEXT, "Field that says the day."),
            Column.required("known_on", ColumnType.DATE, "Day Fieldback could know this content."),
            Column.required("known_assumed", ColumnType.BOOLEAN, "Whether that day is inferred."),
            Column.required("tombstone", ColumnType.BOOLEAN, "Whether the source deleted the case."),
            Column.unique("content_hash", ColumnType.TEXT, "Keyed hash of the content, hex."),
            Column.texts("warnings", "What was normalised or looks wrong, as CODE field."),
            Column.of("extras", ColumnType.TEXT, "Fields and codes that Fieldback does not know, as JSON."),
            Column.required("seen_in", ColumnType.TEXT, "Topic or file where this content was first read."),
            Column.of("seen_partition", ColumnType.LONG, "Partition of the topic."),
            new Column(
                    "seen_at", ColumnType.LONG, true, false, "Offset in the topic or record in the file.", List.of()));

    /** Personal data: the one field that no table has. */
    private static final String CUSTOMER = "customer";

    private static final Map<EventType, Table> TABLES = new EnumMap<>(EventType.class);

    static {
        for (EventType type : EventType.values()) {
            TABLES.put(type, table(type));
        }
    }

    private Journals() {}

    /** The journal of an event type. */
    public static Table of(EventType type) {
        return java.util.Objects.requireNonNull(TABLES.get(type));
    }

    /** The row of an event: its own columns filled, the {@link #TAIL} left to the caller. */
    public static <R extends Record> @Nullable Object[] row(R event, int tail) {
        @Nullable Object[] own = struct(Shape.of(event), event);
        @Nullable Object[] row = new Object[own.length + tail];
        System.arraycopy(own, 0, row, 0, own.length);
        return row;
    }

    private static Table table(EventType type) {
        List<Column> columns = columns(type.shape());
        columns.addAll(TAIL);
        String draft = type.stage() == EventType.Stage.DRAFT ? " (draft)" : "";
        return new Table(type.table(), "one distinct content of one " + type.wire() + draft, columns);
    }

    private static List<Column> columns(Shape<?> shape) {
        List<Column> columns = new ArrayList<>();
        for (Field field : shape.fields()) {
            if (!field.name().equals(CUSTOMER)) {
                columns.add(column(field));
            }
        }
        return columns;
    }

    private static Column column(Field field) {
        boolean dictionary = !field.identifier() && !field.freeText() && field.kind() != Kind.INSTANT;
        ColumnType type = switch (field.kind()) {
            case TEXT, CODE -> ColumnType.TEXT;
            case INTEGER -> ColumnType.LONG;
            case NUMBER -> ColumnType.DOUBLE;
            case FLAG -> ColumnType.BOOLEAN;
            case DAY, MONTH -> ColumnType.DATE;
            case INSTANT -> ColumnType.TIMESTAMP;
            case RECORD -> ColumnType.STRUCT;
            case RECORDS, TEXTS -> ColumnType.LIST;
        };
        List<Column> children = switch (field.kind()) {
            case RECORD -> columns(field.nested());
            case RECORDS ->
                List.of(new Column("element", ColumnType.STRUCT, true, true, field.doc(), columns(field.nested())));
            case TEXTS -> List.of(Column.required("element", ColumnType.TEXT, field.doc()));
            case TEXT, CODE, INTEGER, NUMBER, FLAG, DAY, MONTH, INSTANT -> List.of();
        };
        boolean required = field.required() || field.kind() == Kind.RECORDS || field.kind() == Kind.TEXTS;
        return new Column(field.column(), type, required, dictionary, field.doc(), children);
    }

    private static <R extends Record> @Nullable Object[] struct(Shape<R> shape, R record) {
        @Nullable Object[] values = shape.values(record);
        List<Field> fields = shape.fields();
        int left = shape.position(CUSTOMER);
        @Nullable Object[] row = new Object[left < 0 ? values.length : values.length - 1];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (i != left) {
                row[at++] = cell(fields.get(i), values[i]);
            }
        }
        return row;
    }

    private static @Nullable Object cell(Field field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT, INTEGER, NUMBER, FLAG, DAY, INSTANT, TEXTS -> value;
            case CODE -> ((Code) value).wire();
            case MONTH -> ((YearMonth) value).atDay(1);
            case RECORD -> part((Record) value);
            case RECORDS -> {
                List<@Nullable Object[]> parts = new ArrayList<>();
                for (Object part : (List<?>) value) {
                    parts.add(part((Record) part));
                }
                yield parts;
            }
        };
    }

    private static <R extends Record> @Nullable Object[] part(R record) {
        return struct(Shape.of(record), record);
    }
}
