// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.code.ReasonClass;
import io.fieldback.schemas.code.ReturnKind;
import io.fieldback.schemas.event.EventType;
import io.fieldback.simulator.world.Horizon;
import org.jspecify.annotations.Nullable;

/**
 * A unit or a part of it comes back.
 *
 * @param unit which
 * @param ordinal from 0, of this unit
 * @param reason why
 * @param kind what the customer gets
 * @param component position of the failed component; -1 if none failed
 * @param symptom position of its symptom
 * @param visit the visit in which a part was taken out; null for a whole unit
 * @param requestedAt epoch second
 * @param appraisedAt epoch second
 * @param history how often it is told
 */
public record Comeback(
        MadeUnit unit,
        int ordinal,
        ReasonClass reason,
        ReturnKind kind,
        int component,
        int symptom,
        @Nullable Visit visit,
        long requestedAt,
        long appraisedAt,
        History history)
        implements Case {
    private static final int DAYS_TO_EXCHANGE = 3;

    /** The unit that the customer gets, if this is an exchange. */
    public MadeUnit replacement() {
        return unit.replacement(Horizon.dayOf(requestedAt) + DAYS_TO_EXCHANGE);
    }

    @Override
    public EventType type() {
        return EventType.RETURN;
    }

    @Override
    public String id() {
        return "RT-" + unit.no() + "-" + (ordinal + 1);
    }
}
