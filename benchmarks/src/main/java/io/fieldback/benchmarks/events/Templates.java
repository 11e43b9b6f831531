// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.events;

import io.fieldback.schemas.event.EventType;
import io.fieldback.simulator.SimulatedEvent;
import io.fieldback.simulator.Simulation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Simulated events to copy, in the order they were received: the first content of each case, half of them repairs with
 * their faults and parts. A maker's own stream has more registrations and shipments, which cost less.
 */
public final class Templates {
    /** Percent of each type. */
    private static final Map<EventType, Integer> SHARES = new EnumMap<>(Map.of(
            EventType.REPAIR, 50,
            EventType.SHIPMENT, 20,
            EventType.INSTALLATION, 16,
            EventType.RETURN, 6,
            EventType.COMPLAINT, 4,
            EventType.UNIT, 4));

    private final List<Template> templates;

    private Templates(List<Template> templates) {
        this.templates = templates;
    }

    /** Simulates events and keeps so many of each type that the shares come out. */
    public static Templates simulate(long seed, long events) {
        Map<EventType, Integer> seen = new EnumMap<>(EventType.class);
        Set<String> cases = new HashSet<>();
        List<SimulatedEvent> firsts = new ArrayList<>();
        for (SimulatedEvent event : Simulation.of(seed, events).withoutTombstones()) {
            if (SHARES.containsKey(event.type()) && cases.add(event.type().wire() + event.id())) {
                seen.merge(event.type(), 1, Integer::sum);
                firsts.add(event);
            }
        }
        double whole = SHARES.entrySet().stream()
                .mapToDouble(share -> seen.getOrDefault(share.getKey(), 0) * 100.0 / share.getValue())
                .min()
                .orElseThrow();
        Map<EventType, Double> due = new EnumMap<>(EventType.class);
        List<Template> kept = new ArrayList<>();
        for (SimulatedEvent event : firsts) {
            int share = Objects.requireNonNull(SHARES.get(event.type()));
            double step = whole * share / 100 / Objects.requireNonNull(seen.get(event.type()));
            double now = due.merge(event.type(), step, Double::sum);
            if (now >= 1) {
                due.put(event.type(), now - 1);
                kept.add(Template.of(event.type(), Objects.requireNonNull(event.json())));
            }
        }
        return new Templates(List.copyOf(kept));
    }

    /** How many there are. */
    public int size() {
        return templates.size();
    }

    /** The event types that occur. */
    public static Set<EventType> types() {
        return SHARES.keySet();
    }

    /** So many different contents of one case. */
    public List<MadeEvent> longHistory(int contents) {
        Template repair = templates.stream()
                .filter(LongHistory::fits)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Cannot revise a repair: none was simulated"));
        return LongHistory.of(repair, contents);
    }

    Template get(int index) {
        return templates.get(index);
    }
}
