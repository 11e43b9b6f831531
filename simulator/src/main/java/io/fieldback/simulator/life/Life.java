// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.code.ReturnKind;
import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.Catalogue;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All that happens to a unit from plant to return, as the arrivals of its cases. */
final class Life {
    private static final int FOREVER = Horizon.END + 1;

    private final World world;
    private final FailureClock clock;
    private final Visits visits;
    private final Returns returns;
    private final Complaints complaints;
    private final Complainers complainers;

    Life(World world, Complainers complainers) {
        this.world = world;
        this.clock = new FailureClock(world, Catalogue.LINES);
        this.visits = new Visits(world, clock);
        this.returns = new Returns(world);
        this.complaints = new Complaints(world);
        this.complainers = complainers;
    }

    /** Plays the life of a unit. */
    void play(MadeUnit unit, Consumer<Arrival> arrivals) {
        Reporting reporting = new Reporting(world, unit, arrivals);
        Dice dice = unit.dice(world, 20);
        if (unit.stock() != MadeUnit.Stock.OLD) {
            reporting.central(
                    new Dispatch(unit, History.thrown(dice, 0)),
                    Horizon.second(unit.shippedDay(), dice.between(14 * 3_600, 20 * 3_600)));
        }
        if (unit.soldDay() > Horizon.END) {
            returns.unsold(unit).ifPresent(reporting::comeback);
            return;
        }
        if (unit.stock() != MadeUnit.Stock.OLD && dice.chance(0.96)) {
            int later = dice.chance(0.06) ? dice.between(20, 110) : dice.between(0, 4);
            reporting.central(
                    new Registration(unit, History.thrown(dice, 0)),
                    Horizon.second(unit.soldDay() + later, dice.between(9 * 3_600, 22 * 3_600)));
        }
        if (unit.installed() && unit.stock() != MadeUnit.Stock.OLD) {
            long completed = Horizon.second(unit.inServiceDay(), dice.between(9 * 3_600, 18 * 3_600));
            reporting.bySite(
                    new Fitting(unit, completed, History.thrown(dice, 0)), completed + dice.between(1_800, 2 * 86_400));
        }
        use(unit, reporting, arrivals);
    }

    private void use(MadeUnit unit, Reporting reporting, Consumer<Arrival> arrivals) {
        Comeback early = returns.early(unit);
        int withdrawn = early == null ? FOREVER : Horizon.dayOf(early.requestedAt());
        List<Visit> visited = visits.of(unit, withdrawn, complainers.failures(unit));
        List<Comeback> back = new ArrayList<>();
        if (early != null) {
            back.add(early);
        }
        for (Visit visit : visited) {
            if (visit.kind() == ServiceKind.FAILURE) {
                returns.part(visit, back.size()).ifPresent(back::add);
            }
            reporting.visit(visit);
        }
        for (Grievance grievance : complaints.of(unit, visited, complainers.complains(unit))) {
            reporting.grievance(grievance);
        }
        for (Comeback comeback : back) {
            reporting.comeback(comeback);
            if (comeback.kind() == ReturnKind.EXCHANGE && unit.stock() == MadeUnit.Stock.NEW) {
                play(comeback.replacement(), arrivals);
            }
        }
    }
}
