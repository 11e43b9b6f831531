// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.check;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Shape;
import io.fieldback.schemas.wire.Reading;
import io.fieldback.schemas.wire.RejectReason;
import io.fieldback.schemas.wire.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges an event as a whole, once it is decoded and the time of its receipt is known. Only a time in the future
 * refuses an event: it would be counted in a month that has not come. All else is a warning. Thread-safe, without state.
 */
public final class EventChecks {
    /** How far the clocks of two systems may be apart. */
    public static final Duration SKEW = Duration.ofHours(24);

    private final ZoneId zone;
    private final Map<EventType, TimeOrder> orders = new EnumMap<>(EventType.class);
    private final Map<EventType, Plausible> plausible = new EnumMap<>(EventType.class);

    /** Checks that take days to be of {@code zone}. */
    public EventChecks(ZoneId zone) {
        this.zone = zone;
        for (EventType type : EventType.values()) {
            orders.put(type, TimeOrder.of(type, zone));
            plausible.put(type, new Plausible(type));
        }
    }

    /**
     * What the checks found.
     *
     * @param refused why the event cannot be taken; null if it can
     * @param warnings what looks wrong, as {@code CODE field}
     */
    public record Checked(Reading.@Nullable Refused refused, List<String> warnings) {}

    /**
     * Checks an event.
     *
     * @param receivedAt when Fieldback received it: of the envelope, else of the Kafka record; null if unknown
     */
    public Checked check(Event event, @Nullable Instant receivedAt) {
        EventType type = EventType.of(event);
        @Nullable Object[] values = valuesOf((Record) event);
        if (receivedAt != null) {
            Reading.Refused ahead = ahead(type.shape(), values, receivedAt);
            if (ahead != null) {
                return new Checked(ahead, List.of());
            }
        }
        List<String> warnings = new ArrayList<>(0);
        Objects.requireNonNull(orders.get(type)).check(values, event.envelope().pauses(), warnings);
        Objects.requireNonNull(plausible.get(type)).check(event, values, warnings);
        return new Checked(null, List.copyOf(warnings));
    }

    static String warning(Warning warning, String field) {
        return field.isEmpty() ? warning.name() : warning.name() + " " + field;
    }

    private Reading.@Nullable Refused ahead(Shape<?> shape, @Nullable Object[] values, Instant receivedAt) {
        Instant latest = receivedAt.plus(SKEW);
        LocalDate latestDay = null;
        List<Field> fields = shape.fields();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            boolean late = false;
            if (value instanceof Instant time) {
                late = time.isAfter(latest) && !fields.get(i).name().equals("receivedAt");
            } else if (value instanceof LocalDate day) {
                latestDay = latestDay == null ? LocalDate.ofInstant(latest, zone) : latestDay;
                late = day.isAfter(latestDay);
            }
            if (late && !fields.get(i).planned()) {
                return new Reading.Refused(
                        RejectReason.E_TIME_FUTURE, fields.get(i).name(), "more than a day after its receipt");
            }
        }
        return null;
    }

    private static <R extends Record> @Nullable Object[] valuesOf(R record) {
        return Shape.of(record).values(record);
    }
}
