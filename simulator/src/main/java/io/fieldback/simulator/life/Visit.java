// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.schemas.event.EventType;

/**
 * A service visit.
 *
 * @param unit whose
 * @param ordinal from 0, of this unit
 * @param kind what for
 * @param component position of the failed component; -1 if none failed
 * @param symptom position of its symptom
 * @param failedDay epoch day
 * @param reportedAt epoch second
 * @param arrivedAt epoch second
 * @param completedAt epoch second
 * @param recordedAt epoch second at which the site filed it
 * @param again whether it follows a visit that did not help
 * @param history how often it is told
 */
public record Visit(
        MadeUnit unit,
        int ordinal,
        ServiceKind kind,
        int component,
        int symptom,
        int failedDay,
        long reportedAt,
        long arrivedAt,
        long completedAt,
        long recordedAt,
        boolean again,
        History history)
        implements Case {
    @Override
    public EventType type() {
        return EventType.REPAIR;
    }

    @Override
    public String id() {
        return "RO-" + unit.no() + "-" + (ordinal + 1);
    }
}
