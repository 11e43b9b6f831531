// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Words;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sorts free text into classes by the words in it. The classes are tried in order; the first that fits wins.
 *
 * @param name of the rule in the mapping
 * @param classes in order
 * @param unknown what to do with a text that fits none
 */
public record Keywords(String name, List<Class> classes, ValueTable.Unknown unknown) implements Step {
    /** Copies the classes. */
    public Keywords {
        classes = List.copyOf(classes);
    }

    /**
     * One class. A text fits if it contains one of {@code any} (or {@code any} is empty), all of {@code all}, none of
     * {@code not}, and the pattern is found in it.
     *
     * @param value the class
     * @param any words of which one must be there
     * @param all words that must all be there
     * @param not words that must not be there
     * @param matches pattern that must be found, if given
     */
    public record Class(
            String value,
            List<String> any,
            List<String> all,
            List<String> not,
            @Nullable Pattern matches) {
        /** Brings the words into the form in which text is searched. */
        public Class {
            any = any.stream().map(Words::searchable).toList();
            all = all.stream().map(Words::searchable).toList();
            not = not.stream().map(Words::searchable).toList();
        }

        boolean fits(String text) {
            return (any.isEmpty() || any.stream().anyMatch(text::contains))
                    && all.stream().allMatch(text::contains)
                    && not.stream().noneMatch(text::contains)
                    && (matches == null || matches.matcher(text).find());
        }
    }

    @Override
    public Cell apply(Cell cell) {
        String text = Words.searchable(cell.asText());
        for (Class each : classes) {
            if (each.fits(text)) {
                return Cell.text(each.value());
            }
        }
        return ValueTable.otherwise(cell, unknown, "keywords " + name);
    }
}
