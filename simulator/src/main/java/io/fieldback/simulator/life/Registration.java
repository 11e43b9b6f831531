// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.event.EventType;

/** A customer's unit is registered. */
public record Registration(MadeUnit unit, History history) implements Case {
    @Override
    public EventType type() {
        return EventType.UNIT;
    }

    @Override
    public String id() {
        return "U-" + unit.serialNo();
    }
}
