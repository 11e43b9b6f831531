// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import io.fieldback.schemas.event.Customer;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk through an event that masks its free texts and drops its customer, and counts. */
final class EventMask {
    /**
     * Fields of codes that name a fault. Sheets have words in them as often as codes, and what people type there may
     * hold a phone number. Other codes (parts, lots, orders) may look like one and are left alone.
     */
    private static final Set<String> FAULT_CODES =
            Set.of("component", "position", "symptomCode", "causeCode", "actionCode");

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
        @Nullable Object[] values = shape.values(record);
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            Object before = values[i];
            if (before != null) {
                values[i] = value(shape.fields().get(i), before);
                changed |= values[i] != before;
            }
        }
        return changed ? shape.create(values) : record;
    }

    private @Nullable Object value(Field field, Object value) {
        return switch (field.kind()) {
            case TEXT -> field.freeText() || FAULT_CODES.contains(field.name()) ? text((String) value) : value;
            case RECORD -> value instanceof Customer ? null : record((Record) value);
            case RECORDS -> records((List<?>) value);
            case TEXTS -> field.freeText() ? texts((List<?>) value) : value;
            case CODE, INTEGER, NUMBER, FLAG, DAY, MONTH, INSTANT -> value;
        };
    }

    private String text(String text) {
        Masking.MaskedText masked = Masking.masked(text);
        places += masked.places();
        return masked.places() == 0 ? text : masked.text();
    }

    private Object records(List<?> records) {
        List<Object> clean = new ArrayList<>(records.size());
        boolean changed = false;
        for (Object before : records) {
            Object after = record((Record) before);
            clean.add(after);
            changed |= after != before;
        }
        return changed ? clean : records;
    }

    private Object texts(List<?> texts) {
        List<Object> clean = new ArrayList<>(texts.size());
        for (Object before : texts) {
            clean.add(text((String) before));
        }
        return clean.equals(texts) ? texts : clean;
    }
}
