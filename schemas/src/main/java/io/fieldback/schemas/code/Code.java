// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

import java.util.Locale;

/**
 * A value of a closed list. Every list ends in {@code OTHER_UNMAPPED}: a code that Fieldback does not know is kept
 * under it, and what the event said stays in the row's {@code extras}, so that a new code never loses an event.
 */
public interface Code {
    /** The constant's Java name. */
    String name();

    /** The form in JSON and tables: {@code NO_FAULT_FOUND} is {@code no-fault-found}. */
    default String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
