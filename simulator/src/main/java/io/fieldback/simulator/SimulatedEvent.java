// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import io.fieldback.schemas.event.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it reaches Fieldback.
 *
 * @param type its type, and so its topic
 * @param id business id of its case, the key of its Kafka record
 * @param json the event, UTF-8, one line without its end; null for a Kafka tombstone
 * @param receivedAt when it is received, also in the JSON
 */
public record SimulatedEvent(EventType type, String id, byte @Nullable [] json, Instant receivedAt) {}
