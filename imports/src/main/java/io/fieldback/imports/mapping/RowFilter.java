// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import java.util.List;

/**
 * Rows that are no events.
 *
 * @param reason under which they are counted
 * @param when all of which must hold
 */
public record RowFilter(String reason, List<Condition> when) {
    /** Copies the list. */
    public RowFilter {
        when = List.copyOf(when);
    }
}
