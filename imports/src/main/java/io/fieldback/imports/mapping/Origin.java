// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import java.time.Duration;
import java.util.List;

/** Where a value comes from. */
public sealed interface Origin {
    /** The cell of a column, by its name in the mapping or its header. */
    record Column(String name) implements Origin {}

    /** The same text in every event. */
    record Constant(String text) implements Origin {}

    /** Text with {@code {column}} in it; no value if one of the columns is empty. */
    record Template(String text) implements Origin {}

    /** The first of these rules that gives a value. */
    record First(List<ValueRule> rules) implements Origin {
        /** Copies the rules. */
        public First {
            rules = List.copyOf(rules);
        }
    }

    /** A day in one column and the time of day in another. */
    record DayAndTime(String day, String time) implements Origin {}

    /** A day or time of the same event, so much later. */
    record After(String field, Duration later) implements Origin {}
}
