// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.events;

import io.fieldback.schemas.event.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event to be sent.
 *
 * @param type its type
 * @param json the event, UTF-8, one line
 */
public record MadeEvent(EventType type, byte[] json) {
    private static final byte[] ID = Template.ascii("\"id\":\"");
    private static final byte[] RECEIVED = Template.ascii("\"receivedAt\":\"");

    /** Id of its case: the first in it. */
    public String id() {
        int at = value(ID);
        return new String(json, at, Template.end(json, at) - at, StandardCharsets.UTF_8);
    }

    /** When it was received. */
    public Instant receivedAt() {
        int at = value(RECEIVED);
        return Instant.ofEpochSecond(Days.day(json, at) * 86_400
                + Days.number(json, at + 11, 2) * 3_600L
                + Days.number(json, at + 14, 2) * 60L
                + Days.number(json, at + 17, 2));
    }

    /** Where the value of a field begins. */
    private int value(byte[] field) {
        for (int at = 0; at < json.length; at++) {
            if (Template.startsWith(json, at, field)) {
                return at + field.length;
            }
        }
        throw new IllegalStateException(
                "Cannot send event: it has no " + new String(field, StandardCharsets.US_ASCII) + "…");
    }
}
