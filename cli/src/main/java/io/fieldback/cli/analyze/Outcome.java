// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a method answers: a table, filled row by row, and what must be known to read it. */
public final class Outcome {
    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();

    private Outcome(List<String> columns) {
        this.columns = columns;
    }

    /** An empty table of columns, their names between commas. */
    public static Outcome of(String columns) {
        return new Outcome(List.of(columns.split(",")));
    }

    /**
     * Adds a row.
     *
     * @param values numbers, texts, truths (written 1 and 0), or null; not a number is written as null
     */
    public Outcome row(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "Cannot add row of " + values.length + " values: there are " + columns.size() + " columns");
        }
        List<@Nullable Object> row = new ArrayList<>();
        Arrays.stream(values).map(Outcome::plain).forEach(row::add);
        rows.add(Collections.unmodifiableList(row));
        return this;
    }

    /** Adds a remark. It goes to standard error. */
    public Outcome note(String english, String chinese) {
        notes.add(new Text(english, chinese));
        return this;
    }

    /** Names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /** Rows of {@code Long}, {@code Double}, {@code String} or null; no double is whole or not a number. */
    public List<List<@Nullable Object>> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** Remarks. */
    public List<Text> notes() {
        return Collections.unmodifiableList(notes);
    }

    /** A label as it is; one that is a whole number as a number. */
    public static Object label(String text) {
        return text.matches("0|-?[1-9]\\d{0,14}") ? (Object) Long.parseLong(text) : text;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double number) {
            return plain(number.doubleValue());
        }
        return value == null ? null : value.toString();
    }

    private static @Nullable Object plain(double number) {
        if (Double.isNaN(number)) {
            return null;
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
        return whole ? (Object) (long) number : (Object) number;
    }
}
