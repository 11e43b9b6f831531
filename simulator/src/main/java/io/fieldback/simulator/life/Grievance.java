// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.code.Aspect;
import io.fieldback.schemas.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A complaint.
 *
 * @param unit about which
 * @param ordinal from 0, of this unit
 * @param aspect what it is about
 * @param visit the visit it is about; null if about none
 * @param complainedAt epoch second
 * @param resolvedAt epoch second
 * @param history how often it is told
 */
public record Grievance(
        MadeUnit unit,
        int ordinal,
        Aspect aspect,
        @Nullable Visit visit,
        long complainedAt,
        long resolvedAt,
        History history)
        implements Case {
    @Override
    public EventType type() {
        return EventType.COMPLAINT;
    }

    @Override
    public String id() {
        return "CP-" + unit.no() + "-" + (ordinal + 1);
    }
}
