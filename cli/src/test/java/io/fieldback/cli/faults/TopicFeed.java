// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.cli.topics.EventSender;
import io.fieldback.simulator.SimulatedEvent;
import io.fieldback.simulator.Simulation;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the events of a simulation to one topic, up to one time after another. */
final class TopicFeed {
    private final String servers;
    private final String topic;
    private final Iterator<SimulatedEvent> events;
    private @Nullable SimulatedEvent next;
    private long sent;

    TopicFeed(String servers, String topic, Simulation simulation) {
        this.servers = servers;
        this.topic = topic;
        this.events = simulation.withoutTombstones().iterator();
        this.next = events.next();
    }

    /** Sends what is received before a time and was not sent yet. */
    void until(Instant time) throws IOException {
        try (EventSender sender = new EventSender(servers, Map.of())) {
            SimulatedEvent event = next;
            while (event != null && event.receivedAt().isBefore(time)) {
                sender.send(topic, event.id(), event.json(), event.receivedAt());
                sent++;
                event = events.hasNext() ? events.next() : null;
            }
            next = event;
            sender.finish();
        }
    }

    /** How many it has sent. */
    long sent() {
        return sent;
    }
}
