// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.shape;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
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
