// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.time;

import io.fieldback.schemas.event.Envelope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The day Fieldback could know a content.
 *
 * @param day in the warehouse's zone
 * @param assumed whether it is inferred from the event, because the content is history or its receipt is unknown
 */
public record KnownDay(LocalDate day, boolean assumed) {
    /** The day of contents that nothing dates. */
    public static final LocalDate UNDATED = LocalDate.of(1970, 1, 1);

    /**
     * The day a content became known. What happened before the go-live day of its source is history: it counts as known
     * when the source recorded it, else on the day it happened. All else is known when it was received.
     *
     * @param envelope of the event
     * @param happened the day of the case, if any
     * @param transportedAt timestamp of the Kafka record, if it came by one
     * @param zone of the warehouse
     */
    public static KnownDay of(
            Envelope envelope, @Nullable LocalDate happened, @Nullable Instant transportedAt, ZoneId zone) {
        LocalDate goLive = envelope.goLiveOn();
        boolean history = goLive != null && happened != null && happened.isBefore(goLive);
        Instant received = envelope.receivedAt() != null ? envelope.receivedAt() : transportedAt;
        if (!history && received != null) {
            return new KnownDay(LocalDate.ofInstant(received, zone), false);
        }
        if (envelope.recordedAt() != null) {
            return new KnownDay(LocalDate.ofInstant(envelope.recordedAt(), zone), true);
        }
        return new KnownDay(happened != null ? happened : UNDATED, true);
    }
}
