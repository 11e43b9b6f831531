// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import io.fieldback.schemas.shape.Planned;
import io.fieldback.schemas.shape.Required;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every event carries beside its own fields. */
@Doc("What every event carries beside its own fields.")
public record Envelope(
        @Doc("Business id of the case, unique within its type.") @Required @Identifier
        String id,

        @Doc("Number of this content in a source that numbers them; absent from sources that do not.") @Nullable
        Long revision,

        @Doc("When the source system recorded this content.") @Nullable
        Instant recordedAt,

        @Doc("When Fieldback first held this content; set at import.") @Nullable
        Instant receivedAt,

        @Doc("Which system or file family the event comes from.") @Nullable
        String source,

        @Doc("Whether this content withdraws the case.") boolean voided,

        @Doc("First day on which the source reported as things happened; what is dated before it is history.")
        @Planned
        @Nullable
        LocalDate goLiveOn,

        @Doc("Other cases that this one answers or follows.")
        List<Ref> refs,

        @Doc("Usage of the unit when the case arose.") @Nullable
        Usage usage,

        @Doc("Times in which the promises of this case did not run.")
        List<Pause> pauses,

        @Doc("Personal data in clear; hashed at intake, never stored.") @Nullable
        Customer customer) {
    /** Copies the lists, so that an event never changes. */
    public Envelope {
        refs = List.copyOf(refs);
        pauses = List.copyOf(pauses);
    }
}
