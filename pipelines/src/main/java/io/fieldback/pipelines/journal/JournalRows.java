// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Journals;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrivals and what follows from them, as rows of their tables. */
final class JournalRows {
    /** The order in which {@link #content} fills the tail. A column added there has to be filled here. */
    private static final List<String> TAIL = List.of(
            "customer_key",
            "event_on",
            "event_on_basis",
            "known_on",
            "known_assumed",
            "tombstone",
            "content_hash",
            "warnings",
            "extras",
            "seen_in",
            "seen_partition",
            "seen_at");

    /** The envelope stands first in every event, so this is the same for all types. */
    private static final int RECEIVED_AT = Journals.of(EventType.REPAIR).position("received_at");

    static {
        if (!TAIL.equals(Journals.TAIL.stream().map(Column::name).toList())) {
            throw new IllegalStateException("Cannot fill the journals: their tail is " + Journals.TAIL);
        }
    }

    private JournalRows() {}

    static @Nullable Object[] content(Arrival.Case arrival) {
        @Nullable Object[] row = Journals.row((Record) arrival.event(), TAIL.size());
        row[RECEIVED_AT] = arrival.receivedAt();
        Integer eventOn = arrival.eventOn();
        int at = row.length - TAIL.size();
        row[at++] = arrival.customerKey();
        row[at++] = eventOn == null ? null : LocalDate.ofEpochDay(eventOn);
        row[at++] = arrival.eventOnBasis();
        row[at++] = LocalDate.ofEpochDay(arrival.knownOn());
        row[at++] = arrival.assumed();
        row[at++] = arrival.tombstone();
        row[at++] = arrival.contentHash();
        row[at++] = arrival.warnings();
        row[at++] = arrival.extras();
        row[at++] = arrival.place().seenIn();
        row[at++] = (long) arrival.place().partition();
        row[at] = arrival.place().position();
        return row;
    }

    static @Nullable Object[] resighting(EventType type, String id, Version version) {
        return new @Nullable Object[] {
            type.wire(),
            id,
            version.contentHash(),
            version.receivedAt(),
            LocalDate.ofEpochDay(version.knownOn()),
            version.assumed()
        };
    }

    static @Nullable Object[] superseded(EventType type, String id, Entries.Superseded superseded, long delta) {
        return new @Nullable Object[] {
            type.wire(), id, superseded.contentHash(), LocalDate.ofEpochDay(superseded.supersededOn()), delta
        };
    }

    static @Nullable Object[] reject(Arrival.Reject reject, String programVersion) {
        return new @Nullable Object[] {
            reject.hash(),
            reject.reason(),
            reject.field(),
            reject.detail(),
            reject.source(),
            reject.place().seenIn(),
            (long) reject.place().partition(),
            reject.place().position(),
            reject.importPosition(),
            LocalDate.ofEpochDay(reject.knownOn()),
            reject.sealed(),
            reject.length(),
            programVersion
        };
    }
}
