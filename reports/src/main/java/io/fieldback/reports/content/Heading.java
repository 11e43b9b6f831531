// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

/**
 * A column of a table in a report.
 *
 * @param key snake_case name in CSV and JSON, the same in all languages
 * @param label for people
 * @param kind how its values are written
 */
public record Heading(String key, String label, Kind kind) {
    /** How values of a column are written. The Java type of a value is given with each. */
    public enum Kind {
        /** {@code String}. */
        TEXT,
        /** {@code Long}, with separators between thousands. */
        COUNT,
        /** {@code Double}, two decimals. */
        NUMBER,
        /** {@code Double} between 0 and 1, written as a percentage. */
        SHARE,
        /** {@code LocalDate}. */
        DAY,
        /** {@code LocalDate}, the first of the month, written without the day. */
        MONTH
    }

    /** Whether values are figures, which stand at the right. */
    public boolean figures() {
        return switch (kind) {
            case COUNT, NUMBER, SHARE -> true;
            case TEXT, DAY, MONTH -> false;
        };
    }
}
