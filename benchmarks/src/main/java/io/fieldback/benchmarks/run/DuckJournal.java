// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Kind;
import io.fieldback.schemas.shape.Shape;
import java.util.stream.Collectors;

/** A journal as DuckDB reads and writes it: the columns of the type, then much the same tail. */
final class DuckJournal {
    private static final String CUSTOMER = "customer";

    private final Shape<?> shape;

    DuckJournal(EventType type) {
        this.shape = type.shape();
    }

    /** Names and types for {@code read_json}. */
    String columns() {
        return shape.fields().stream()
                .map(field -> "\"" + field.name() + "\": '" + type(field) + "'")
                .collect(Collectors.joining(", "));
    }

    /** The names alone: what a content is, but for its receipt. */
    String columnNames() {
        return shape.fields().stream()
                .map(Field::name)
                .filter(name -> !name.equals("receivedAt"))
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
    }

    /** What a row of the journal is made of. */
    String selected() {
        String own = shape.fields().stream()
                .filter(field -> !field.name().equals(CUSTOMER))
                .map(field -> "\"" + field.name() + "\" as " + field.column())
                .collect(Collectors.joining(", "));
        boolean customer =
                shape.fields().stream().anyMatch(field -> field.name().equals(CUSTOMER));
        return own + ", " + (customer ? "md5(concat(customer.name, customer.phone))" : "null::varchar")
                + " as customer_key, recordedAt::date as event_on, 'recordedAt' as event_on_basis,"
                + " receivedAt::date as known_on, false as known_assumed, false as tombstone, content_hash,"
                + " []::varchar[] as warnings, null::varchar as extras, 'file' as seen_in, 0 as seen_partition,"
                + " rowid as seen_at";
    }

    private static String type(Field field) {
        Kind kind = field.kind();
        return switch (kind) {
            case TEXT, CODE, MONTH -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case FLAG -> "BOOLEAN";
            case DAY -> "DATE";
            case INSTANT -> "TIMESTAMPTZ";
            case TEXTS -> "VARCHAR[]";
            case RECORD -> struct(field.nested());
            case RECORDS -> struct(field.nested()) + "[]";
        };
    }

    private static String struct(Shape<?> shape) {
        return shape.fields().stream()
                .map(field -> "\"" + field.name() + "\" " + type(field))
                .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
}
