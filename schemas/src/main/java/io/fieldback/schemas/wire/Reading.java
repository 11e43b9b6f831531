// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import io.fieldback.schemas.event.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the bytes of one record: an event, or a refusal that says why. Reading never throws on bad input. */
public sealed interface Reading {
    /**
     * An event.
     *
     * @param event as decoded, personal data still in clear
     * @param warnings what was normalised or looks wrong, as {@code CODE field}
     * @param extras fields and codes that Fieldback does not know, as a JSON object; null if there are none
     */
    record Accepted(
            Event event, List<String> warnings, @Nullable String extras) implements Reading {}

    /**
     * A refusal.
     *
     * @param reason the code
     * @param field JSON path of the field at fault, if one is
     * @param detail one sentence
     */
    record Refused(RejectReason reason, @Nullable String field, String detail) implements Reading {}

    /**
     * A row that an import refused and passed on, so that it is kept with the other rejects.
     *
     * @param reason the code
     * @param field the field at fault, if one is
     * @param detail one sentence
     * @param source source system
     * @param position place in the imported file, such as sheet!cell
     * @param original the row as the import held it
     * @param receivedAt when it was received
     */
    record RejectedRow(
            RejectReason reason,
            @Nullable String field,
            String detail,
            @Nullable String source,
            @Nullable String position,
            String original,
            @Nullable Instant receivedAt)
            implements Reading {}
}
