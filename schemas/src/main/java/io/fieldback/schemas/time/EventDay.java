// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.time;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Shape;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The day a case happened and the field that says so.
 *
 * @param day the day in the warehouse's zone; null if no field of the event says one
 * @param basis JSON name of that field, or {@code none}
 */
public record EventDay(@Nullable LocalDate day, String basis) {
    private static final EventDay NONE = new EventDay(null, "none");

    /**
     * The day of an event by {@link EventType#dayFields()}, else the day its source recorded it. The receipt by
     * Fieldback never dates a case: two receipts of one content must give one day.
     */
    public static EventDay of(Event event, ZoneId zone) {
        EventType type = EventType.of(event);
        for (String field : type.dayFields()) {
            Object value = value((Record) event, field);
            if (value != null) {
                return new EventDay(day(value, zone), field);
            }
        }
        Instant recorded = event.envelope().recordedAt();
        return recorded == null ? NONE : new EventDay(day(recorded, zone), "recordedAt");
    }

    private static <R extends Record> @Nullable Object value(R record, String field) {
        Shape<R> shape = Shape.of(record);
        return shape.value(record, shape.position(field));
    }

    private static LocalDate day(Object value, ZoneId zone) {
        if (value instanceof LocalDate day) {
            return day;
        }
        if (value instanceof YearMonth month) {
            return month.atDay(1);
        }
        return LocalDate.ofInstant((Instant) value, zone);
    }
}
