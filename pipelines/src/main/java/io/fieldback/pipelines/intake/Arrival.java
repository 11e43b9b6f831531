// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record turned out to be. Each record becomes at least one. */
public sealed interface Arrival {
    /** What it is keyed by: all arrivals of one case, or of one refused content, meet at one place. */
    String key();

    /** Source system, or {@code ?} where the record does not say. */
    String source();

    /** Where it was read. */
    Place place();

    /**
     * A content of a case.
     *
     * @param type of the event
     * @param event without personal data, free text masked; for a deletion only its id
     * @param tombstone whether the source deleted the case
     * @param contentHash keyed hash of the content before masking, hex
     * @param customerKey keyed hash of the customer
     * @param receivedAt when it was received, by the event or else by its transport
     * @param eventOn day it happened, days since 1970
     * @param eventOnBasis field that says so
     * @param knownOn day it could be known, days since 1970
     * @param assumed whether that day is inferred
     * @param warnings of decoding
     * @param extras what decoding did not know, as JSON
     * @param place where it was read
     */
    record Case(
            EventType type,
            Event event,
            boolean tombstone,
            String contentHash,
            @Nullable String customerKey,
            @Nullable Instant receivedAt,
            @Nullable Integer eventOn,
            String eventOnBasis,
            int knownOn,
            boolean assumed,
            List<String> warnings,
            @Nullable String extras,
            Place place)
            implements Arrival {
        @Override
        public String key() {
            return type.wire() + '|' + event.envelope().id();
        }

        @Override
        public String source() {
            String source = event.envelope().source();
            return source == null ? "?" : source;
        }
    }

    /**
     * A refused record.
     *
     * @param hash keyed hash of the original bytes, hex
     * @param reason code
     * @param field at fault
     * @param detail one sentence, personal data masked
     * @param source source system or {@code ?}
     * @param importPosition place in the imported file, such as sheet!cell
     * @param knownOn day it could be known, days since 1970
     * @param sealed the original bytes, sealed
     * @param length of the original, bytes
     * @param place where it was read
     */
    record Reject(
            String hash,
            String reason,
            @Nullable String field,
            String detail,
            String source,
            @Nullable String importPosition,
            int knownOn,
            byte[] sealed,
            long length,
            Place place)
            implements Arrival {
        @Override
        public String key() {
            return "reject|" + hash;
        }
    }
}
