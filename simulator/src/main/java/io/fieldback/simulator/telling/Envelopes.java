// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.telling;

import io.fieldback.schemas.event.Customer;
import io.fieldback.schemas.event.Envelope;
import io.fieldback.schemas.event.Pause;
import io.fieldback.schemas.event.Ref;
import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.life.Arrival;
import io.fieldback.simulator.life.History;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Person;
import io.fieldback.simulator.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every event carries: which system tells it, which revision it is, and whose it is. */
final class Envelopes {
    private static final double REUSED = 0.06;

    private final World world;

    Envelopes(World world) {
        this.world = world;
    }

    /** An envelope of a source that numbers revisions, now and then giving a number twice. */
    Envelope numbered(Arrival arrival, String source, @Nullable Person person, List<Ref> refs, List<Pause> pauses) {
        int version = arrival.version();
        boolean reused = version > 0 && dice(arrival, 31).chance(REUSED);
        return envelope(arrival, reused ? 1L : version + 1L, source, person, refs, pauses);
    }

    /** An envelope of a source without revision numbers. */
    Envelope plain(Arrival arrival, String source, @Nullable Person person, List<Ref> refs, List<Pause> pauses) {
        return envelope(arrival, null, source, person, refs, pauses);
    }

    /** Dice of a case, the same for all its versions. */
    Dice dice(Arrival arrival, long purpose) {
        return Dice.of(world.seed(), purpose, arrival.told().id().hashCode());
    }

    private static Envelope envelope(
            Arrival arrival,
            @Nullable Long revision,
            String source,
            @Nullable Person person,
            List<Ref> refs,
            List<Pause> pauses) {
        History history = arrival.told().history();
        Customer customer = person == null ? null : new Customer(person.name(), person.phone(), person.address());
        return new Envelope(
                arrival.told().id(),
                revision,
                Horizon.instant(arrival.recordedAt()),
                Horizon.instant(arrival.receivedAt()),
                source,
                history.withdraws(arrival.version()),
                null,
                refs,
                null,
                pauses,
                customer);
    }
}
