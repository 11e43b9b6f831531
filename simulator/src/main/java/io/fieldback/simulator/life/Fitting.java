// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.event.EventType;

/** A unit is installed; {@code completedAt} in epoch seconds. */
public record Fitting(MadeUnit unit, long completedAt, History history) implements Case {
    @Override
    public EventType type() {
        return EventType.INSTALLATION;
    }

    @Override
    public String id() {
        return "IN-" + unit.no();
    }
}
