// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Arrivals and what follows from them, as rows of their tables. */
final class JournalRows {
    private JournalRows() {}

    static @Nullable Object[] content(Arrival.Case arrival) {
        Table table = Journals.of(arrival.type());
        @Nullable Object[] row = Journals.row((Record) arrival.event(), Journals.TAIL.size());
        row[table.position("received_at")] = arrival.receivedAt();
        Integer eventOn = arrival.eventOn();
        int at = row.length - Journals.TAIL.size();
        for (Column column : Journals.TAIL) {
            row[at++] = switch (column.name()) {
                case "customer_key" -> arrival.customerKey();
                case "event_on" -> eventOn == null ? null : LocalDate.ofEpochDay(eventOn);
                case "event_on_basis" -> arrival.eventOnBasis();
                case "known_on" -> LocalDate.ofEpochDay(arrival.knownOn());
                case "known_assumed" -> arrival.assumed();
                case "tombstone" -> arrival.tombstone();
                case "content_hash" -> arrival.contentHash();
                case "warnings" -> arrival.warnings();
                case "extras" -> arrival.extras();
                case "seen_in" -> arrival.place().seenIn();
                case "seen_partition" -> (long) arrival.place().partition();
                case "seen_at" -> arrival.place().position();
                default ->
                    throw new IllegalStateException(
                            "Cannot fill " + table.name() + "." + column.name() + ": nothing says how");
            };
        }
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
