// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.shape;

import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.event.Envelope;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, Integer> positions;
    private final MethodHandle[] accessors;
    private final MethodHandle constructor;
    private final @Nullable Shape<Envelope> envelope;

    private Shape(Class<R> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        List<Field> found = new ArrayList<>();
        this.accessors = new MethodHandle[components.length];
        Shape<Envelope> shared = null;
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            for (int i = 0; i < components.length; i++) {
                accessors[i] = lookup.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Record.class));
                if (components[i].getType() == Envelope.class) {
                    shared = of(Envelope.class);
                    found.addAll(shared.fields());
                } else {
                    found.add(field(components[i]));
                }
            }
            Class<?>[] parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> canonical = type.getConstructor(parameters);
            this.constructor = lookup.unreflectConstructor(canonical)
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Record.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read record " + type.getName() + ": it is not public", e);
        }
        this.envelope = shared;
        this.fields = List.copyOf(found);
        this.positions = new HashMap<>();
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

    /** The values of all fields in the order of {@link #fields()}. */
    public @Nullable Object[] values(R record) {
        @Nullable Object[] values = new Object[fields.size()];
        int at = 0;
        try {
            for (MethodHandle accessor : accessors) {
                Object value = (Object) accessor.invokeExact((Record) record);
                if (value instanceof Envelope carried && envelope != null) {
                    for (@Nullable Object part : envelope.values(carried)) {
                        values[at++] = part;
                    }
                } else {
                    values[at++] = value;
                }
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot read a " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
        return values;
    }

    /** A record of these values, given in the order of {@link #fields()}; absent lists may be null. */
    public R create(@Nullable Object[] values) {
        @Nullable Object[] arguments = new Object[accessors.length];
        int from = 0;
        int argument = 0;
        if (envelope != null) {
            int shared = envelope.fields().size();
            arguments[argument++] = envelope.create(Arrays.copyOf(values, shared));
            from = shared;
        }
        for (int i = from; i < values.length; i++) {
            arguments[argument++] = values[i] != null ? values[i] : absent(fields.get(i));
        }
        try {
            return type.cast((Record) constructor.invokeExact((Object[]) arguments));
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

    @SuppressWarnings("unchecked")
    private static Field field(RecordComponent component) {
        Class<?> raw = component.getType();
        Kind kind;
        Shape<?> nested = null;
        List<Code> codes = List.of();
        if (raw == String.class) {
            kind = Kind.TEXT;
        } else if (raw == Long.class) {
            kind = Kind.INTEGER;
        } else if (raw == Double.class) {
            kind = Kind.NUMBER;
        } else if (raw == Boolean.class || raw == boolean.class) {
            kind = Kind.FLAG;
        } else if (raw == LocalDate.class) {
            kind = Kind.DAY;
        } else if (raw == YearMonth.class) {
            kind = Kind.MONTH;
        } else if (raw == Instant.class) {
            kind = Kind.INSTANT;
        } else if (raw.isEnum() && Code.class.isAssignableFrom(raw)) {
            kind = Kind.CODE;
            codes = List.of((Code[]) raw.getEnumConstants());
        } else if (raw.isRecord()) {
            kind = Kind.RECORD;
            nested = of((Class<? extends Record>) raw);
        } else if (raw == List.class) {
            Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            kind = element == String.class ? Kind.TEXTS : Kind.RECORDS;
            nested = element == String.class ? null : of((Class<? extends Record>) element);
        } else {
            throw new IllegalStateException("Cannot read record " + component.getDeclaringRecord() + ": component "
                    + component.getName() + " is a " + raw.getSimpleName());
        }
        Doc doc = component.getAnnotation(Doc.class);
        return new Field(
                component.getName(),
                Field.snakeCase(component.getName()),
                kind,
                nested,
                codes,
                doc == null ? "" : doc.value(),
                raw == boolean.class || component.isAnnotationPresent(Required.class),
                component.isAnnotationPresent(Identifier.class),
                component.isAnnotationPresent(FreeText.class),
                component.isAnnotationPresent(Credit.class));
    }
}
