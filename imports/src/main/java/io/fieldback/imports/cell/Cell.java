// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.cell;

import java.math.BigDecimal;

/** What one cell of a foreign table holds. */
public sealed interface Cell {
    /** The one empty cell. */
    Cell EMPTY = new Empty();

    /** No content. */
    record Empty() implements Cell {}

    /**
     * Text as typed.
     *
     * @param text never blank
     */
    record Text(String text) implements Cell {}

    /**
     * A number.
     *
     * @param value as stored
     * @param dated whether the cell is shown as a date or time
     * @param era from which a date counts
     * @param digits how many digits an integer is shown with at least; 0 if the format does not say
     */
    record Number(BigDecimal value, boolean dated, Era era, int digits) implements Cell {}

    /** A truth value. */
    record Flag(boolean value) implements Cell {}

    /**
     * A formula that failed.
     *
     * @param code as shown, {@code #N/A}
     */
    record Error(String code) implements Cell {}

    /** From which day the serial numbers of dates count. */
    enum Era {
        /** Day 1 is 1900-01-01, and 1900 counts as a leap year. */
        FROM_1900,
        /** Day 0 is 1904-01-01. */
        FROM_1904,
        /** Numbers of this file are not days of a spreadsheet. */
        NONE
    }

    /** A cell of this text; blank text is no content. */
    static Cell text(String text) {
        return text.isBlank() ? EMPTY : new Text(text);
    }

    /** A plain number that is no date. */
    static Cell number(BigDecimal value) {
        return number(value, false, Era.NONE, 0);
    }

    /** A number; one beyond any sense is text, because {@code 1e1000000000} is short to write and endless to compute. */
    static Cell number(BigDecimal value, boolean dated, Era era, int digits) {
        boolean sane = Math.abs((long) value.scale()) <= 60 && value.precision() <= 60;
        return sane ? new Number(value, dated, era, digits) : new Text(value.toString());
    }

    /** Whether there is no content. */
    default boolean isEmpty() {
        return this instanceof Empty;
    }

    /** The content as text: numbers in plain digits, without trailing zeros; empty for no content. */
    default String asText() {
        if (this instanceof Text text) {
            return text.text().strip();
        }
        if (this instanceof Number number) {
            String plain = plain(number.value());
            int missing = number.digits() - plain.length();
            return missing > 0 && plain.indexOf('.') < 0 ? "0".repeat(missing) + plain : plain;
        }
        if (this instanceof Flag flag) {
            return flag.value() ? "true" : "false";
        }
        return this instanceof Error error ? error.code() : "";
    }

    private static String plain(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        return value.stripTrailingZeros().toPlainString();
    }
}
