// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row of an answer. */
public final class Row {
    private final Map<String, @Nullable Object> values;

    Row(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** A value, or null. Throws if there is no such column. */
    public @Nullable Object value(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("Cannot read column " + column + ": the answer has " + values.keySet());
        }
        return values.get(column);
    }

    /** Whether there is such a column. */
    public boolean has(String column) {
        return values.containsKey(column);
    }

    /** Whether a value is absent. */
    public boolean isNull(String column) {
        return value(column) == null;
    }

    /** A text, or null. */
    public @Nullable String textOrNull(String column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    /** A text; a dash where there is none. */
    public String text(String column) {
        String text = textOrNull(column);
        return text == null ? "–" : text;
    }

    /** A whole number; 0 where there is none. */
    public long count(String column) {
        Number number = (Number) value(column);
        return number == null ? 0 : number.longValue();
    }

    /** A number; NaN where there is none. */
    public double number(String column) {
        Number number = (Number) value(column);
        return number == null ? Double.NaN : number.doubleValue();
    }

    /** A flag; false where there is none. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    /** A day, or null. */
    public @Nullable LocalDate dayOrNull(String column) {
        return (LocalDate) value(column);
    }

    /** A day. Throws if there is none. */
    public LocalDate day(String column) {
        return Objects.requireNonNull(dayOrNull(column), column);
    }

    /** Columns that are not null, as {@code column=value}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
