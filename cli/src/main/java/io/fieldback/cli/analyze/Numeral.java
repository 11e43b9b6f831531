// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import io.fieldback.imports.cell.Numerals;
import io.fieldback.imports.cell.Unreadable;
import java.util.regex.Pattern;

/** Reads numbers as R and spreadsheets write them. Java's own grammar also takes {@code 1d} and {@code 0x1p3}. */
final class Numeral {
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Numeral() {}

    /**
     * The number a text means; not a number where it is empty or says so.
     *
     * @throws IllegalArgumentException as the second half of a sentence if it means none
     */
    static double of(String text) {
        return switch (text) {
            case "", "NA", "NaN" -> Double.NaN;
            case "Inf", "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> PLAIN.matcher(text).matches() ? Double.parseDouble(text) : written(text);
        };
    }

    /** As people write it in sheets: with separators between thousands, a currency, wide digits. */
    private static double written(String text) {
        try {
            return Numerals.decimal(text).doubleValue();
        } catch (Unreadable e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
    }
}
