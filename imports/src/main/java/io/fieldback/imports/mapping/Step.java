// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Numerals;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One step on the way from a cell to a value. It is never given an empty cell; giving one back means "no value". */
public sealed interface Step
        permits Step.Part, Step.Pick, Step.Factor, ValueTable, Keywords, Ranges, SerialRule.Decoded {
    /** The cell after this step. May throw {@link io.fieldback.imports.cell.Unreadable}. */
    Cell apply(Cell cell);

    /**
     * Characters of the text.
     *
     * @param from first character, counted from 1
     * @param to last character, or as far as the text goes
     */
    record Part(int from, int to) implements Step {
        @Override
        public Cell apply(Cell cell) {
            String text = cell.asText();
            return from > text.length() ? Cell.EMPTY : Cell.text(text.substring(from - 1, Math.min(to, text.length())));
        }
    }

    /**
     * What a pattern finds in the text; no value if it finds nothing.
     *
     * @param pattern to find
     * @param take what to take of it, with {@code $1} for its groups
     */
    record Pick(Pattern pattern, String take) implements Step {
        @Override
        public Cell apply(Cell cell) {
            Matcher matcher = pattern.matcher(cell.asText());
            if (!matcher.find()) {
                return Cell.EMPTY;
            }
            StringBuilder replaced = new StringBuilder();
            int start = matcher.start();
            matcher.appendReplacement(replaced, take);
            return Cell.text(replaced.substring(start));
        }
    }

    /** A number in another unit. */
    record Factor(BigDecimal factor) implements Step {
        @Override
        public Cell apply(Cell cell) {
            return Cell.number(Numerals.decimal(cell).multiply(factor));
        }
    }
}
