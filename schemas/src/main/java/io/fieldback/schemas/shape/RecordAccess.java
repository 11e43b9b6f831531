// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.shape;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls accessors and constructors of public records as fast as code written for them would. */
final class RecordAccess {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private RecordAccess() {}

    /** The accessor of a component, spun as a lambda: half the cost of a method handle that is no constant. */
    @SuppressWarnings("unchecked")
    static Function<Record, @Nullable Object> accessor(RecordComponent component) {
        try {
            MethodHandle method = LOOKUP.unreflect(component.getAccessor());
            return (Function<Record, @Nullable Object>) LambdaMetafactory.metafactory(
                            LOOKUP,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            method,
                            method.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "Cannot read record " + component.getDeclaringRecord().getName() + ": it is not public", e);
        }
    }

    /**
     * All components at once, as {@code (Record) -> Object[]}: one straight piece of code, where calling an accessor
     * after the other would cost a dispatch for each. The components of {@code opened}, where the first component is
     * of this type, stand in its place.
     */
    static MethodHandle values(Class<? extends Record> type, @Nullable Class<? extends Record> opened) {
        MethodType whole = MethodType.methodType(Object.class, type);
        List<MethodHandle> readers = new ArrayList<>();
        try {
            for (RecordComponent component : type.getRecordComponents()) {
                MethodHandle reader = LOOKUP.unreflect(component.getAccessor());
                if (component.getType() == opened && readers.isEmpty()) {
                    for (RecordComponent part : opened.getRecordComponents()) {
                        readers.add(MethodHandles.filterReturnValue(reader, LOOKUP.unreflect(part.getAccessor()))
                                .asType(whole));
                    }
                } else {
                    readers.add(reader.asType(whole));
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read record " + type.getName() + ": it is not public", e);
        }
        int count = readers.size();
        MethodHandle collected = MethodHandles.identity(Object[].class).asCollector(Object[].class, count);
        return MethodHandles.permuteArguments(
                        MethodHandles.filterArguments(collected, 0, readers.toArray(MethodHandle[]::new)),
                        MethodType.methodType(Object[].class, type),
                        new int[count])
                .asType(MethodType.methodType(Object[].class, Record.class));
    }

    /** The canonical constructor, as {@code (Object[]) -> Record}. */
    static MethodHandle constructor(Class<? extends Record> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return LOOKUP.unreflectConstructor(type.getConstructor(parameters))
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Record.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + type.getName() + ": it is not public", e);
        }
    }
}
