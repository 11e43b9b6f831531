// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.shape;

import io.fieldback.schemas.event.Envelope;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a record type looks like: its fields in order, and how to take a record apart and put one together. The record
 * is the one place where a field is declared; wire format, JSON Schema, table and hash all read it here. The fields of
 * an {@link Envelope} count as fields of the event that carries it.
 *
 * @param <R> the record type
 */
public final class Shape<R extends Record> {
    private static final Map<Class<?>, Shape<?>> SHAPES = new ConcurrentHashMap<>();

    private final Class<R> type;
    private final List<Field> fields;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Function<Record, @Nullable Object>> accessors = new ArrayList<>();
    private final MethodHandle values;
    private final MethodHandle constructor;
    private final @Nullable Object[] absent;
    private final @Nullable Shape<Envelope> envelope;

    private Shape(Class<R> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        List<Field> found = new ArrayList<>();
        Shape<Envelope> shared = null;
        for (RecordComponent component : components) {
            accessors.add(RecordAccess.accessor(component));
            if (component.getType() == Envelope.class && found.isEmpty()) {
                shared = of(Envelope.class);
                found.addAll(shared.fields());
            } else {
                found.add(Fields.of(component));
            }
        }
        this.values = RecordAccess.values(type, shared == null ? null : Envelope.class);
        this.constructor = RecordAccess.constructor(type);
        this.envelope = shared;
        this.fields = List.copyOf(found);
        this.absent = fields.stream().map(Shape::absent).toArray();
        for (int i = 0; i < fields.size(); i++) {
            positions.put(fields.get(i).name(), i);
        }
    }

    /** The shape of a public record type. Throws if the type has a component that no {@link Kind} covers. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> Shape<R> of(Class<R> type) {
        Shape<?> known = SHAPES.get(type);
        if (known == null) {
            known = new Shape<>(type);
            SHAPES.put(type, known);
        }
        return (Shape<R>) known;
    }

    /** The shape of a given record's type. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> Shape<R> of(R record) {
        return (Shape<R>) of((Class<? extends Record>) record.getClass());
    }

    /** The record type. */
    public Class<R> type() {
        return type;
    }

    /** All fields, those of the envelope first. */
    public List<Field> fields() {
        return fields;
    }

    /** Where the field of this JSON name stands in {@link #fields()}, or -1. */
    public int position(String name) {
        return positions.getOrDefault(name, -1);
    }

    /** The values of all fields in the order of {@link #fields()}; the array is the caller's. */
    public @Nullable Object[] values(R record) {
        try {
            return (@Nullable Object[]) values.invokeExact((Record) record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot read a " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    /** The value of the field at a position of {@link #fields()}: cheaper than all of them. */
    public @Nullable Object value(R record, int position) {
        if (envelope == null) {
            return accessors.get(position).apply(record);
        }
        int shared = envelope.accessors.size();
        return position < shared
                ? envelope.accessors.get(position).apply((Record)
                        accessors.get(0).apply(record))
                : accessors.get(position - shared + 1).apply(record);
    }

    /** A record of these values, given in the order of {@link #fields()}; absent lists may be null. */
    public R create(@Nullable Object[] values) {
        return type.cast(create(values, 0));
    }

    private Record create(@Nullable Object[] values, int from) {
        int arguments = accessors.size();
        @Nullable Object[] own = new Object[arguments];
        int at = from;
        for (int i = 0; i < arguments; i++) {
            if (i == 0 && envelope != null) {
                own[i] = envelope.create(values, from);
                at += envelope.accessors.size();
            } else {
                Object value = values[at];
                own[i] = value != null ? value : absent[at - from];
                at++;
            }
        }
        try {
            return (Record) constructor.invokeExact(own);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot make a " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Object absent(Field field) {
        return switch (field.kind()) {
            case RECORDS, TEXTS -> List.of();
            case FLAG -> field.required() ? Boolean.FALSE : null;
            case TEXT, CODE, INTEGER, NUMBER, DAY, MONTH, INSTANT, RECORD -> null;
        };
    }
}
