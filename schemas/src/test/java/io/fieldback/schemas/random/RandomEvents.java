// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.random;

import io.fieldback.schemas.event.Envelope;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Shape;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random events of every type, made from their shapes: a field added to a record is filled from then on. Same seed,
 * same events. They are well-formed but make no sense: days are in any order, within 2024 to 2025.
 */
public final class RandomEvents {
    private static final String[] TEXTS = {
        "A", "KF-72", "main-board", "E4 报警", "水箱 漏水", "x".repeat(300), "𠮷田 😀", "a\"b\\c/d", "tab\there", "半角,全角"
    };
    private static final long FIRST_SECOND =
            Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
    private static final int SECONDS = 2 * 365 * 86_400;

    private final Random random;
    private double density = 0.6;

    /** Events of a seed. Print it where a test fails. */
    public RandomEvents(long seed) {
        this.random = new Random(seed);
    }

    /** Lets each optional field be present with this probability; 0.6 unless told. */
    public RandomEvents density(double probability) {
        this.density = probability;
        return this;
    }

    /** An event of any type with an id of its own. */
    public Event next() {
        EventType[] types = EventType.values();
        return next(types[random.nextInt(types.length)]);
    }

    /** An event of a type with an id of its own. */
    public Event next(EventType type) {
        return next(type, type.wire() + "-" + Long.toString(random.nextLong() >>> 1, 36));
    }

    /** An event of a type with this id. */
    public Event next(EventType type, String id) {
        Shape<?> shape = type.shape();
        @Nullable Object[] values = values(shape);
        values[shape.position("id")] = id;
        return (Event) shape.create(values);
    }

    /** Any envelope with this id. */
    public Envelope envelope(String id) {
        Shape<Envelope> shape = Shape.of(Envelope.class);
        @Nullable Object[] values = values(shape);
        values[shape.position("id")] = id;
        return shape.create(values);
    }

    private @Nullable Object[] values(Shape<?> shape) {
        List<Field> fields = shape.fields();
        @Nullable Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            if (field.name().equals("voided")) {
                values[i] = random.nextInt(10) == 0;
            } else if (field.required() || random.nextDouble() < density) {
                values[i] = value(field);
            }
        }
        return values;
    }

    private Object value(Field field) {
        return switch (field.kind()) {
            case TEXT -> field.identifier() ? "N" + random.nextInt(1_000_000) : text();
            case CODE -> field.codes().get(random.nextInt(field.codes().size()));
            case INTEGER -> number(field);
            case NUMBER -> random.nextInt(4) == 0 ? (double) random.nextInt(1_000) : random.nextDouble() * 1e5;
            case FLAG -> random.nextBoolean();
            case DAY -> LocalDate.of(2024, 1, 1).plusDays(random.nextInt(730));
            case MONTH -> YearMonth.of(2024, 1).plusMonths(random.nextInt(24));
            case INSTANT -> instant();
            case RECORD -> field.nested().create(values(field.nested()));
            case RECORDS -> list(() -> field.nested().create(values(field.nested())));
            case TEXTS -> list(this::text);
        };
    }

    private Long number(Field field) {
        long number = random.nextInt(5) == 0 ? random.nextLong() >>> 1 + random.nextInt(62) : random.nextInt(1_000);
        return field.credit() && random.nextBoolean() ? -number : number;
    }

    private Instant instant() {
        long micros = random.nextInt(3) == 0 ? random.nextInt(1_000_000) : 0;
        return Instant.ofEpochSecond(FIRST_SECOND + random.nextInt(SECONDS), micros * 1_000);
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private List<Object> list(java.util.function.Supplier<Object> item) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            list.add(item.get());
        }
        return list;
    }
}
