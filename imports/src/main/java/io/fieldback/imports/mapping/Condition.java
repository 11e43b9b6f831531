// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Words;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question about a cell. All that is given must hold.
 *
 * @param column its column
 * @param in values of which it must be one, in the form of {@link Words#value}; empty for any
 * @param matches pattern that must be found in it
 * @param empty whether it must be empty (true) or must not (false)
 */
public record Condition(
        String column,
        List<String> in,
        @Nullable Pattern matches,
        @Nullable Boolean empty) {
    /** Copies the values. */
    public Condition {
        in = List.copyOf(in);
    }

    /** Whether a cell answers it with yes. */
    public boolean holds(Cell cell) {
        String text = cell.asText();
        return (empty == null || empty == cell.isEmpty())
                && (in.isEmpty() || in.contains(Words.value(text)))
                && (matches == null || matches.matcher(text).find());
    }
}
