// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.event.EventType;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Model;

/**
 * The units of a model in the field at the end of a month.
 *
 * @param model which
 * @param month index of the month
 * @param inField units in use
 * @param inWarranty of them under warranty
 */
public record Stocktaking(Model model, int month, long inField, long inWarranty) implements Case {
    @Override
    public EventType type() {
        return EventType.POPULATION;
    }

    @Override
    public String id() {
        return "PO-" + model.code() + "-" + Horizon.month(month);
    }

    @Override
    public History history() {
        return History.PLAIN;
    }
}
