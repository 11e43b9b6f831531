// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.telling;

import io.fieldback.schemas.event.BuiltInPart;
import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.life.MadeUnit;
import io.fieldback.simulator.world.BadLot;
import io.fieldback.simulator.world.Component;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Lots;
import io.fieldback.simulator.world.World;
import java.util.ArrayList;
import java.util.List;

/** The traced parts a unit was built with, the bad lot among them where the unit holds it. */
final class BuiltIn {
    private static final double[] SUPPLIER_SHARES = {0.5, 0.3, 0.2};

    private final World world;

    BuiltIn(World world) {
        this.world = world;
    }

    /** The traced parts of a unit. */
    List<BuiltInPart> parts(MadeUnit unit) {
        List<BuiltInPart> parts = new ArrayList<>(4);
        List<Component> components = unit.model().line().components();
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).traced()) {
                parts.add(part(unit, i));
            }
        }
        return parts;
    }

    /** The built-in part at this position of the line's components. */
    BuiltInPart part(MadeUnit unit, int position) {
        Component component = unit.model().line().components().get(position);
        BadLot bad = world.badLot();
        if (unit.badLot() && position == bad.component()) {
            return new BuiltInPart(component.code(), component.partNo(), bad.supplier(), bad.lot(), null);
        }
        Dice dice = unit.dice(world, 40 + position);
        int month = Horizon.index(unit.producedDay());
        String supplier = component.traced()
                ? component.suppliers().get(dice.weighted(SUPPLIER_SHARES))
                : component.suppliers().get(0);
        return new BuiltInPart(
                component.code(), component.partNo(), supplier, Lots.ordinary(supplier, month, dice), null);
    }
}
