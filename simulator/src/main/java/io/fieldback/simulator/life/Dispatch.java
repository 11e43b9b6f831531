// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.event.EventType;

/** A unit leaves the plant. */
public record Dispatch(MadeUnit unit, History history) implements Case {
    @Override
    public EventType type() {
        return EventType.SHIPMENT;
    }

    @Override
    public String id() {
        return "SH-" + unit.serialNo();
    }
}
