// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.schemas.shape.Field;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How one field of an event is filled.
 *
 * @param path from the event to the field: {@code faults}, {@code parts}, {@code partNo}
 * @param value how its value is made
 */
public record FieldRule(List<Field> path, ValueRule value) {
    /** Copies the path. */
    public FieldRule {
        path = List.copyOf(path);
    }

    /** The field itself. */
    public Field field() {
        return path.get(path.size() - 1);
    }

    /** The path with dots. */
    public String name() {
        return path.stream().map(Field::name).collect(Collectors.joining("."));
    }
}
