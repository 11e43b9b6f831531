// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.shape;

import io.fieldback.schemas.code.Code;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Reads a field off the record component that declares it. */
final class Fields {
    private Fields() {}

    @SuppressWarnings("unchecked")
    static Field of(RecordComponent component) {
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
            nested = Shape.of((Class<? extends Record>) raw);
        } else if (raw == List.class) {
            Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            kind = element == String.class ? Kind.TEXTS : Kind.RECORDS;
            nested = element == String.class ? null : Shape.of((Class<? extends Record>) element);
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
                component.isAnnotationPresent(Credit.class),
                component.isAnnotationPresent(Planned.class));
    }
}
