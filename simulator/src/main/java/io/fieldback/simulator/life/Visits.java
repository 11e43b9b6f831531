// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.code.Performer;
import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.Holidays;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Site;
import io.fieldback.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The service visits of a unit: to its failures, and those that are no failures. */
final class Visits {
    private static final double PER_DAY = 1 / 365.0;

    private final World world;
    private final FailureClock clock;

    Visits(World world, FailureClock clock) {
        this.world = world;
        this.clock = clock;
    }

    private record Cause(int day, ServiceKind kind, int component, int symptom, boolean again) {}

    /** The visits of a unit in the order of their days, until {@code withdrawnDay}. */
    List<Visit> of(MadeUnit unit, int withdrawnDay, List<FailureClock.Failure> planted) {
        Dice dice = unit.dice(world, 21);
        List<Cause> causes = new ArrayList<>(4);
        List<FailureClock.Failure> failures = new ArrayList<>(clock.failures(unit, dice));
        failures.addAll(planted);
        for (FailureClock.Failure failure : failures) {
            causes.add(new Cause(failure.day(), ServiceKind.FAILURE, failure.component(), failure.symptom(), false));
            if (dice.chance(0.04)) {
                int later = failure.day() + dice.between(4, 26);
                causes.add(new Cause(later, ServiceKind.FAILURE, failure.component(), failure.symptom(), true));
            }
        }
        addOthers(unit, causes, dice);
        causes.sort(Comparator.comparingInt(Cause::day));
        List<Visit> visits = new ArrayList<>(causes.size());
        for (Cause cause : causes) {
            if (cause.day() >= Horizon.START && cause.day() <= Math.min(withdrawnDay, Horizon.END)) {
                visits.add(visit(unit, visits.size(), cause, dice));
            }
        }
        return visits;
    }

    private static void addOthers(MadeUnit unit, List<Cause> causes, Dice dice) {
        if (dice.chance(0.02)) {
            causes.add(other(unit.inServiceDay() + dice.between(0, 14), ServiceKind.INSTALLATION_FAULT));
        }
        addAtRate(unit, causes, dice, 0.03, ServiceKind.ADVICE);
        addAtRate(unit, causes, dice, 0.025, ServiceKind.NO_FAULT_FOUND);
        addAtRate(unit, causes, dice, 0.01, ServiceKind.INSPECTION);
        addAtRate(unit, causes, dice, 0.002, ServiceKind.CAMPAIGN);
        // Most have their heater serviced before winter.
        int day = unit.inServiceDay() + 300 + dice.below(120);
        if (dice.chance(0.06)) {
            int month = Horizon.monthOfYear(Math.min(day, Horizon.END));
            causes.add(other(month >= 4 && month <= 8 ? day + 90 : day, ServiceKind.MAINTENANCE));
        }
    }

    private static void addAtRate(MadeUnit unit, List<Cause> causes, Dice dice, double yearly, ServiceKind kind) {
        double day = unit.inServiceDay() + dice.exponential(1 / (yearly * PER_DAY));
        if (day <= Horizon.END) {
            causes.add(other((int) day, kind));
        }
    }

    private static Cause other(int day, ServiceKind kind) {
        return new Cause(day, kind, -1, -1, false);
    }

    private Visit visit(MadeUnit unit, int ordinal, Cause cause, Dice dice) {
        int reportedDay = cause.day() + (dice.chance(0.55) ? 0 : dice.chance(0.5) ? 1 : dice.between(2, 6));
        if (Holidays.closed(reportedDay) && dice.chance(0.75)) {
            reportedDay = Holidays.nextOpen(reportedDay) + dice.below(3);
        }
        long reported = Horizon.second(reportedDay, dice.between(8 * 3_600, 20 * 3_600));
        Site site = world.sites().get(unit.site());
        double wait = site.performer() == Performer.THIRD_PARTY ? 1.4 : 0.7;
        int arrivedDay = Holidays.nextOpen(reportedDay + 1 + (int) dice.exponential(wait));
        long arrived = Horizon.second(arrivedDay, dice.between(9 * 3_600, 17 * 3_600));
        long waiting = cause.kind() == ServiceKind.FAILURE && dice.chance(0.04) ? dice.between(3, 20) * 86_400L : 0;
        long completed = arrived + waiting + dice.between(25 * 60, 170 * 60);
        long recorded = completed + dice.between(3_600, 3 * 86_400);
        double openShare = cause.kind() == ServiceKind.FAILURE ? 0.04 : 0;
        return new Visit(
                unit,
                ordinal,
                cause.kind(),
                cause.component(),
                cause.symptom(),
                cause.day(),
                reported,
                arrived,
                completed,
                recorded,
                cause.again(),
                History.thrown(dice, openShare));
    }
}
