// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.BadLot;
import io.fieldback.simulator.world.Component;
import io.fieldback.simulator.world.DesignFault;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Line;
import io.fieldback.simulator.world.World;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * When a unit fails: for each component a bathtub of hazards by age, raised by the season, by a bad lot and by wear.
 * Age advances in steps of 30 days; within a step the hazard is constant.
 */
final class FailureClock {
    private static final int STEP_DAYS = 30;
    private static final int STEPS = 80;

    private final World world;
    private final Map<Line, double[][]> hazards = new IdentityHashMap<>();

    FailureClock(World world, List<Line> lines) {
        this.world = world;
        for (Line line : lines) {
            hazards.put(line, hazards(line));
        }
    }

    /** A failure of a component, by its position, on an epoch day. */
    record Failure(int day, int component, int symptom) {}

    /** The failures of a unit until the last day, in order. */
    List<Failure> failures(MadeUnit unit, Dice dice) {
        double[][] base = hazards.getOrDefault(unit.model().line(), new double[0][]);
        double[] now = new double[base.length];
        List<Failure> failures = new ArrayList<>(2);
        boolean lotInside = unit.badLot();
        double wearFrom = 0;
        double due = dice.exponential(1);
        for (int step = 0; step < STEPS; step++) {
            int day = unit.inServiceDay() + step * STEP_DAYS;
            if (day > Horizon.END) {
                break;
            }
            double total = hazardsNow(unit, base, now, step, day, lotInside, wearFrom);
            double used = 0;
            while (due < total - used) {
                used += due;
                int component = dice.weighted(now);
                int failedDay = day + (int) (used / total * STEP_DAYS);
                failures.add(new Failure(failedDay, component, symptom(unit, component, lotInside, dice)));
                // A repair puts in a good part: the bad lot is gone, and wear begins anew.
                lotInside = lotInside && component != world.badLot().component();
                wearFrom = component == world.designFault().component() ? step : wearFrom;
                due = dice.exponential(1);
            }
            due -= total - used;
        }
        return failures;
    }

    private double hazardsNow(
            MadeUnit unit, double[][] base, double[] now, int step, int day, boolean lotInside, double wearFrom) {
        Line line = unit.model().line();
        int monthOfYear = Horizon.monthOfYear(Math.min(day + STEP_DAYS / 2, Horizon.END));
        boolean cold = monthOfYear <= 2 || monthOfYear >= 11;
        for (int i = 0; i < now.length; i++) {
            now[i] = base[i][step] * (cold ? 1.12 : 0.95);
        }
        if (line.is(world.seasonalPart().line())) {
            now[world.seasonalPart().component()] = base[world.seasonalPart().component()][step]
                    * world.seasonalPart().season(monthOfYear);
        }
        BadLot lot = world.badLot();
        if (lotInside) {
            now[lot.component()] *= lot.ratio();
        }
        DesignFault fault = world.designFault();
        if (unit.model().is(fault.model())) {
            now[fault.component()] += fault.wear(step - wearFrom, step + 1 - wearFrom);
        }
        double total = 0;
        for (double hazard : now) {
            total += hazard;
        }
        return total;
    }

    private int symptom(MadeUnit unit, int component, boolean lotInside, Dice dice) {
        int usual = -1;
        if (lotInside && component == world.badLot().component()) {
            usual = world.badLot().symptom();
        } else if (unit.model().is(world.designFault().model())
                && component == world.designFault().component()) {
            usual = world.designFault().symptom();
        } else if (unit.model().line().is(world.seasonalPart().line())
                && component == world.seasonalPart().component()) {
            usual = world.seasonalPart().symptom();
        }
        if (usual >= 0 && dice.chance(0.8)) {
            return usual;
        }
        int symptoms =
                unit.model().line().components().get(component).symptoms().size();
        return Math.min(dice.below(symptoms), dice.below(symptoms));
    }

    /** By component and step of age: early failures that fade, then chance, then a slow rise. */
    private static double[][] hazards(Line line) {
        double[][] hazards = new double[line.components().size()][STEPS];
        for (int i = 0; i < hazards.length; i++) {
            Component component = line.components().get(i);
            for (int step = 0; step < STEPS; step++) {
                double bathtub = 0.9 + 1.2 * StrictMath.exp(-step / 1.5) + 0.8 * (step / 40.0) * (step / 40.0);
                hazards[i][step] = component.yearlyRate() * STEP_DAYS / 365 * bathtub;
            }
        }
        return hazards;
    }
}
