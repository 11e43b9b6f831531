// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.Component;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Model;
import io.fieldback.simulator.world.World;
import java.util.ArrayList;
import java.util.List;

/** The customers who complain again and again of one fault that repairs do not cure. */
final class Complainers {
    private static final int HOW_MANY = 3;

    private final World world;
    private final List<MadeUnit> units;

    Complainers(World world, Schedule schedule) {
        this.world = world;
        this.units = new ArrayList<>();
        Dice dice = Dice.of(world.seed(), 13);
        for (int tries = 0; tries < 400 && units.size() < HOW_MANY; tries++) {
            int month = dice.between(5, 22);
            Model model = dice.pick(world.models());
            if (schedule.count(month, model) > 0) {
                MadeUnit unit = schedule.firstUnit(month, model);
                boolean stays = new Returns(world).early(unit) == null;
                boolean longInUse = unit.inServiceDay() < Horizon.END - 260;
                if (stays && longInUse && unit.customer() == unit.no() && !complains(unit)) {
                    units.add(unit);
                }
            }
        }
    }

    /** Their units. */
    List<MadeUnit> units() {
        return units;
    }

    /** Whether the customer of this unit is one of them. */
    boolean complains(MadeUnit unit) {
        for (MadeUnit planted : units) {
            if (planted.no() == unit.no()) {
                return true;
            }
        }
        return false;
    }

    /** The failures that come again and again; empty for the units of other customers. */
    List<FailureClock.Failure> failures(MadeUnit unit) {
        if (!complains(unit)) {
            return List.of();
        }
        Dice dice = unit.dice(world, 26);
        List<Component> components = unit.model().line().components();
        int component = dice.below(components.size());
        int symptom = dice.below(components.get(component).symptoms().size());
        List<FailureClock.Failure> failures = new ArrayList<>();
        int day = unit.inServiceDay() + dice.between(60, 150);
        for (int i = dice.between(4, 6); i > 0; i--) {
            failures.add(new FailureClock.Failure(day, component, symptom));
            day += dice.between(10, 16);
        }
        return failures;
    }
}
