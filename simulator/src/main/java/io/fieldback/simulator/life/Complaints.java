// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.code.Aspect;
import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers complain about: failures, more so when a repair did not help, service, and delivery. */
final class Complaints {
    private final World world;

    Complaints(World world) {
        this.world = world;
    }

    /** The complaints about a unit; {@code always} if its customer complains about every failure. */
    List<Grievance> of(MadeUnit unit, List<Visit> visits, boolean always) {
        Dice dice = unit.dice(world, 25);
        List<Grievance> grievances = new ArrayList<>(0);
        for (Visit visit : visits) {
            boolean failure = visit.kind() == ServiceKind.FAILURE;
            double chance = always ? 1 : visit.again() ? 0.3 : 0.05;
            if (failure && dice.chance(chance)) {
                long later = always ? dice.between(600, 7_200) : dice.between(3_600, 5 * 86_400);
                grievances.add(grievance(
                        unit, grievances.size(), Aspect.PRODUCT, visit, visit.reportedAt() + later, always, dice));
                if (dice.chance(0.06)) {
                    long again = visit.reportedAt() + dice.between(8, 45) * 86_400L;
                    grievances.add(grievance(unit, grievances.size(), Aspect.PRODUCT, visit, again, false, dice));
                }
            } else if (dice.chance(0.012)) {
                long later = visit.completedAt() + dice.between(3_600, 4 * 86_400);
                grievances.add(grievance(unit, grievances.size(), Aspect.SERVICE, visit, later, false, dice));
            }
        }
        if (unit.stock() == MadeUnit.Stock.NEW && dice.chance(0.004)) {
            Aspect aspect = dice.chance(0.5) ? Aspect.DELIVERY : Aspect.PACKAGING;
            long at = Horizon.second(unit.soldDay() + dice.between(1, 5), dice.between(9 * 3_600, 21 * 3_600));
            grievances.add(grievance(unit, grievances.size(), aspect, null, at, false, dice));
        }
        return grievances;
    }

    private static Grievance grievance(
            MadeUnit unit, int ordinal, Aspect aspect, @Nullable Visit visit, long at, boolean plain, Dice dice) {
        long resolved = at + dice.between(1, 20) * 86_400L + dice.between(0, 36_000);
        History history = plain ? History.PLAIN : History.thrown(dice, 0.3);
        return new Grievance(unit, ordinal, aspect, visit, at, resolved, history);
    }
}
