// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A wide sheet read as a long one: each of some columns gives a row of its own, with the header as one value and the
 * cell as another.
 *
 * @param headers which columns
 * @param listed their headers, if {@link Headers#LISTED}
 * @param matching pattern of their headers, if {@link Headers#MATCHING}
 * @param name column that receives the header
 * @param value column that receives the cell
 * @param year of months written without one: a number, or a column or {@code $sheet} that holds one
 */
public record UnpivotRule(
        Headers headers,
        List<String> listed,
        @Nullable Pattern matching,
        String name,
        String value,
        @Nullable String year) {
    /** Which columns of a wide sheet are values. */
    public enum Headers {
        /** Those whose header is a month. */
        MONTHS,
        /** Those that no other rule names. */
        REST,
        /** Those listed. */
        LISTED,
        /** Those whose header matches a pattern. */
        MATCHING
    }

    /** Copies the list. */
    public UnpivotRule {
        listed = List.copyOf(listed);
    }
}
