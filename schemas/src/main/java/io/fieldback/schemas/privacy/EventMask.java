// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import io.fieldback.schemas.event.Customer;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One walk through an event that masks its free texts and drops its customer, and counts. */
final class EventMask {
    /**
     * Fields of codes that name a fault. Sheets have words in them as often as codes, and what people type there may
     * hold a phone number. Other codes (parts, lots, orders) may look like one and are left alone.
     */
    private static final Set<String> FAULT_CODES =
            Set.of("component", "position", "symptomCode", "causeCode", "actionCode");

    private static final Map<Shape<?>, int[]> TYPED = new ConcurrentHashMap<>();

    private int places;

    int places() {
        return places;
    }

    Event event(Event event) {
        return (Event) record((Record) event);
    }

    /** The record itself if nothing in it changes. */
    private <R extends Record> R record(R record) {
        Shape<R> shape = Shape.of(record);
        @Nullable Object @Nullable [] changed = null;
        for (int position : typed(shape)) {
            Object before = shape.value(record, position);
            Object after = before == null ? null : value(shape.fields().get(position), before);
            if (after != before) {
                changed = changed == null ? shape.values(record) : changed;
                changed[position] = after;
            }
        }
        return changed == null ? record : shape.create(changed);
    }

    /** Positions of the fields that may hold what a person typed, or hold a part that may. Most fields do not. */
    private static int[] typed(Shape<?> shape) {
        int[] known = TYPED.get(shape);
        if (known == null) {
            List<Field> fields = shape.fields();
            known = IntStream.range(0, fields.size())
                    .filter(i -> mayHold(fields.get(i)))
                    .toArray();
            TYPED.put(shape, known);
        }
        return known;
    }

    private static boolean mayHold(Field field) {
        return switch (field.kind()) {
            case TEXT -> field.freeText() || FAULT_CODES.contains(field.name());
            case TEXTS -> field.freeText();
            case RECORD, RECORDS -> field.nested().type() == Customer.class || typed(field.nested()).length > 0;
            case CODE, INTEGER, NUMBER, FLAG, DAY, MONTH, INSTANT -> false;
        };
    }

    private @Nullable Object value(Field field, Object value) {
        return switch (field.kind()) {
            case TEXT -> text((String) value);
            case RECORD -> value instanceof Customer ? null : record((Record) value);
            case RECORDS -> records((List<?>) value);
            case TEXTS -> texts((List<?>) value);
            case CODE, INTEGER, NUMBER, FLAG, DAY, MONTH, INSTANT -> value;
        };
    }

    private String text(String text) {
        Masking.MaskedText masked = Masking.masked(text);
        places += masked.places();
        return masked.places() == 0 ? text : masked.text();
    }

    private Object records(List<?> records) {
        return each(records, part -> record((Record) part));
    }

    private Object texts(List<?> texts) {
        return each(texts, text -> text((String) text));
    }

    /** The list itself if nothing in it changes. */
    private static Object each(List<?> list, UnaryOperator<Object> clean) {
        List<Object> changed = null;
        for (int i = 0; i < list.size(); i++) {
            Object before = list.get(i);
            Object after = clean.apply(before);
            if (after != before) {
                changed = changed == null ? new ArrayList<>(list) : changed;
                changed.set(i, after);
            }
        }
        return changed == null ? list : changed;
    }
}
