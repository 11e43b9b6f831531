// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.Catalogue;
import io.fieldback.simulator.world.Holidays;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Model;
import io.fieldback.simulator.world.World;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the plants make on which day, for a given number of units in all. */
final class Schedule {
    private static final double[] DEMAND = {0.85, 0.55, 1.0, 1.0, 1.15, 1.05, 0.9, 0.9, 1.05, 1.25, 1.2, 1.1};
    private static final int OLD_FROM = Horizon.day("2022-06-01");
    private static final double OLD_SHARE = 0.015;

    private final World world;
    private final int[][] firstNo = new int[Horizon.MONTHS][];
    private final int[][] counts = new int[Horizon.MONTHS][];
    private final int units;

    Schedule(World world, int units) {
        this.world = world;
        this.units = units;
        double total = 0;
        for (int month = 0; month < Horizon.MONTHS; month++) {
            for (Model model : world.models()) {
                total += weight(model, month);
            }
        }
        double sum = 0;
        int planned = 0;
        for (int month = 0; month < Horizon.MONTHS; month++) {
            firstNo[month] = new int[world.models().size()];
            counts[month] = new int[world.models().size()];
            for (Model model : world.models()) {
                sum += weight(model, month);
                int until = (int) (units * sum / total + 0.5);
                firstNo[month][model.index()] = planned;
                counts[month][model.index()] = until - planned;
                planned = until;
            }
        }
    }

    /** Units made in a month of this model. */
    int count(int month, Model model) {
        return counts[month][model.index()];
    }

    /** Hands on all units of a month, model by model, each in the order made. */
    void forEachUnitOf(int month, Consumer<MadeUnit> made) {
        List<Integer> days = workingDays(month);
        for (Model model : world.models()) {
            int count = count(month, model);
            for (int ordinal = 0; ordinal < count; ordinal++) {
                made.accept(unit(month, model, ordinal, days));
            }
        }
    }

    /** The first unit of a month and model. */
    MadeUnit firstUnit(int month, Model model) {
        return unit(month, model, 0, workingDays(month));
    }

    private MadeUnit unit(int month, Model model, int ordinal, List<Integer> days) {
        int day = days.get((int) ((long) ordinal * days.size() / count(month, model)));
        return MadeUnit.made(world, firstNo[month][model.index()] + ordinal, model, ordinal, day);
    }

    /** The units in the field from before the systems began. */
    List<MadeUnit> oldUnits() {
        List<MadeUnit> old = new ArrayList<>();
        Dice dice = Dice.of(world.seed(), 12);
        for (int i = 0; i < units * OLD_SHARE; i++) {
            Model model = world.named(dice.pick(Catalogue.LINES).models().get(dice.chance(0.5) ? 0 : 2));
            old.add(MadeUnit.old(world, units + i, model, OLD_FROM + dice.below(500)));
        }
        return old;
    }

    private double weight(Model model, int month) {
        if (!model.madeIn(month)) {
            return 0;
        }
        boolean outgoing = model.lastMonth() < Horizon.MONTHS - 1 && month >= model.lastMonth() - 1;
        boolean incoming = model.predecessor() != null && month <= model.launchMonth() + 1;
        double phase = outgoing || incoming ? 0.5 : 1;
        // The lot came with a large order.
        double order = world.badLot().builtInto(model, month) ? 1.5 : 1;
        return model.weight() * order * phase * DEMAND[Horizon.month(month).getMonthValue() - 1];
    }

    private static List<Integer> workingDays(int month) {
        YearMonth calendar = Horizon.month(month);
        List<Integer> days = new ArrayList<>();
        for (int i = 1; i <= calendar.lengthOfMonth(); i++) {
            int day = Horizon.day(calendar.atDay(i));
            if (!Holidays.plantsStill(day)) {
                days.add(day);
            }
        }
        return days;
    }
}
