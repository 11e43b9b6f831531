// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One input record, as the oracle reads it. */
sealed interface Sighting {
    /** Source system, {@code ?} where it cannot be read. */
    String source();

    /** A content of a case; {@code received} and {@code knownOn} are those of this record. */
    record Content(
            EventType type,
            String id,
            String hash,
            Event event,
            boolean tombstone,
            @Nullable Instant received,
            LocalDate knownOn,
            boolean assumed,
            @Nullable LocalDate eventOn,
            String source)
            implements Sighting {}

    /** A refused record. */
    record Refusal(String hash, byte[] original, String source) implements Sighting {}
}
