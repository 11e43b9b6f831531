// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import io.fieldback.schemas.wire.EventWriter;
import io.fieldback.simulator.life.Arrival;
import io.fieldback.simulator.life.History;
import io.fieldback.simulator.life.Play;
import io.fieldback.simulator.telling.Teller;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.World;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The arrivals of a play as events, exactly as many as asked for. A play of a few too many is cut short; after one of a
 * few too few, events from all its length are sent once more, as sites do.
 */
final class Lines implements Iterator<SimulatedEvent> {
    private static final int KEPT = 1_024;

    private final Teller teller;
    private final Play.Run run;
    private final long events;
    private final boolean tombstones;
    private final List<Arrival> kept = new ArrayList<>(KEPT);
    private Iterator<Arrival> today = List.<Arrival>of().iterator();
    private long sent;

    Lines(World world, Play.Run run, long events, boolean tombstones) {
        this.teller = new Teller(world);
        this.run = run;
        this.events = events;
        this.tombstones = tombstones;
    }

    @Override
    public boolean hasNext() {
        return sent < events;
    }

    @Override
    public SimulatedEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + events + " events were sent");
        }
        while (!today.hasNext() && run.hasNext()) {
            today = run.next().iterator();
        }
        SimulatedEvent event = today.hasNext() ? first(today.next()) : again();
        sent++;
        return event;
    }

    private SimulatedEvent first(Arrival arrival) {
        boolean deleted = arrival.told().history() == History.DELETED && arrival.version() == 1;
        if (!deleted && sent % (1 + events / KEPT) == 0) {
            kept.add(arrival);
        }
        return event(arrival, deleted && tombstones);
    }

    private SimulatedEvent again() {
        Arrival arrival = kept.get((int) (sent % kept.size()));
        return event(arrival.again(Horizon.second(Horizon.END, 86_399)), false);
    }

    private SimulatedEvent event(Arrival arrival, boolean tombstone) {
        byte[] json = tombstone ? null : EventWriter.write(teller.tell(arrival));
        return new SimulatedEvent(
                arrival.told().type(), arrival.told().id(), json, Horizon.instant(arrival.receivedAt()));
    }
}
