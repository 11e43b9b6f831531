// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Kind;
import io.fieldback.schemas.shape.Shape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sequence of bytes for one content: each field that says something, in the order of names, as name, kind and
 * value. Fields that say nothing (null, an empty list, a required flag that is off) leave no trace, so a field added to
 * a record later changes no hash of an event without it.
 */
final class CanonicalForm {
    /** When and under which rule Fieldback came to hold a content is not part of the content. */
    private static final Set<String> NOT_CONTENT = Set.of("receivedAt", "goLiveOn");

    private record Entry(
            int position,
            byte[] name,
            Field field,
            @Nullable CanonicalForm nested) {}

    private final Shape<Record> shape;
    private final Entry[] entries;

    @SuppressWarnings("unchecked")
    private CanonicalForm(Shape<?> shape, Set<String> leftOut) {
        this.shape = (Shape<Record>) shape;
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < shape.fields().size(); i++) {
            Field field = shape.fields().get(i);
            if (!leftOut.contains(field.name())) {
                byte[] name = (field.name() + '\0').getBytes(StandardCharsets.UTF_8);
                CanonicalForm nested = field.shape() == null ? null : new CanonicalForm(field.shape(), Set.of());
                found.add(new Entry(i, name, field, nested));
            }
        }
        found.sort(Comparator.comparing(entry -> entry.field().name()));
        this.entries = found.toArray(new Entry[0]);
    }

    /** The form of an event type's record. */
    static CanonicalForm of(Shape<?> event) {
        return new CanonicalForm(event, NOT_CONTENT);
    }

    void write(Record record, CanonicalBytes bytes) {
        @Nullable Object[] values = shape.values(record);
        for (Entry entry : entries) {
            Object value = values[entry.position()];
            if (value != null && says(entry.field(), value)) {
                bytes.raw(entry.name());
                bytes.octet(mark(entry.field().kind()));
                value(entry, value, bytes);
            }
        }
        // No name is empty: this ends the record.
        bytes.octet(0);
    }

    private static boolean says(Field field, Object value) {
        return switch (field.kind()) {
            case RECORDS, TEXTS -> !((List<?>) value).isEmpty();
            case FLAG -> !field.required() || (Boolean) value;
            case TEXT, CODE, INTEGER, NUMBER, DAY, MONTH, INSTANT, RECORD -> true;
        };
    }

    private static void value(Entry entry, Object value, CanonicalBytes bytes) {
        switch (entry.field().kind()) {
            case TEXT -> bytes.text((String) value);
            case CODE -> bytes.text(((Code) value).wire());
            case INTEGER -> bytes.int64((Long) value);
            // Plus zero, because -0.0 equals 0.0 and has other bits.
            case NUMBER -> bytes.int64(Double.doubleToLongBits((Double) value + 0.0));
            case FLAG -> bytes.octet((Boolean) value ? 1 : 0);
            case DAY -> bytes.int64(((LocalDate) value).toEpochDay());
            case MONTH -> bytes.int64(((YearMonth) value).getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH));
            case INSTANT -> {
                bytes.int64(((Instant) value).getEpochSecond());
                bytes.int32(((Instant) value).getNano());
            }
            case RECORD -> part(entry, (Record) value, bytes);
            case RECORDS -> {
                bytes.int32(((List<?>) value).size());
                for (Object part : (List<?>) value) {
                    part(entry, (Record) part, bytes);
                }
            }
            case TEXTS -> {
                bytes.int32(((List<?>) value).size());
                for (Object text : (List<?>) value) {
                    bytes.text((String) text);
                }
            }
        }
    }

    private static void part(Entry entry, Record part, CanonicalBytes bytes) {
        java.util.Objects.requireNonNull(entry.nested()).write(part, bytes);
    }

    /** One letter for each kind. They are part of every stored hash: never change one. */
    private static char mark(Kind kind) {
        return switch (kind) {
            case TEXT -> 't';
            case CODE -> 'c';
            case INTEGER -> 'i';
            case NUMBER -> 'n';
            case FLAG -> 'f';
            case DAY -> 'd';
            case MONTH -> 'm';
            case INSTANT -> 'p';
            case RECORD -> 'r';
            case RECORDS -> 'l';
            case TEXTS -> 's';
        };
    }
}
