// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Words;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/**
 * Ranges of numbers, each with a meaning: vehicle numbers and their fleet, serial numbers and their model.
 *
 * @param name of the rule in the mapping
 * @param ranges in order; the first that holds the number wins
 * @param unknown what to do with a number in none
 */
public record Ranges(String name, List<Range> ranges, ValueTable.Unknown unknown) implements Step {
    /** Copies the ranges. */
    public Ranges {
        ranges = List.copyOf(ranges);
    }

    /**
     * One range, both ends included. Numbers compare as numbers; serial numbers with letters compare character by
     * character and only with those of the same length.
     *
     * @param from first
     * @param to last
     * @param value what it means
     */
    public record Range(String from, String to, String value) {
        boolean holds(String number) {
            if (isNumber(number) && isNumber(from) && isNumber(to)) {
                BigInteger value = new BigInteger(number);
                return value.compareTo(new BigInteger(from)) >= 0 && value.compareTo(new BigInteger(to)) <= 0;
            }
            return number.length() == from.length() && number.compareTo(from) >= 0 && number.compareTo(to) <= 0;
        }

        private static boolean isNumber(String text) {
            return !text.isEmpty() && text.length() <= 40 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }

    @Override
    public Cell apply(Cell cell) {
        String number = Words.plain(cell.asText()).toUpperCase(Locale.ROOT);
        for (Range range : ranges) {
            if (range.holds(number)) {
                return Cell.text(range.value());
            }
        }
        return ValueTable.otherwise(cell, unknown, "ranges " + name);
    }
}
