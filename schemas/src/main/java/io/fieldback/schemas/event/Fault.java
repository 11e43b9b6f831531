// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.code.Responsibility;
import io.fieldback.schemas.shape.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fault line of a repair; the first line is the main fault. */
@Doc("One fault line of a repair; the first line is the main fault.")
public record Fault(
        @Doc("Component code.") @Nullable String component,
        @Doc("Where in the unit.") @Nullable String position,
        @Doc("What was seen.") @Nullable String symptomCode,
        @Doc("What caused it.") @Nullable String causeCode,
        @Doc("What was done.") @Nullable String actionCode,
        @Doc("Where the cause lies.") @Nullable Responsibility responsibility,
        @Doc("Parts used on this line.") List<FittedPart> parts,

        @Doc("Labour cost of this line, minor units.") @Nullable
        Long labourMinor) {
    /** Copies the lists, so that an event never changes. */
    public Fault {
        parts = List.copyOf(parts);
    }
}
