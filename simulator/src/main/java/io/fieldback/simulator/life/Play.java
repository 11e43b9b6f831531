// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Model;
import io.fieldback.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The whole simulated time, month by month, as arrivals in the order Fieldback receives them. Held in memory: what has
 * happened and not yet arrived, some hundred bytes a case.
 */
public final class Play {
    private static final Comparator<Arrival> BY_RECEIPT = Comparator.comparingLong(Arrival::receivedAt);

    private final World world;
    private final Schedule schedule;
    private final Complainers complainers;
    private final Life life;
    private final boolean stocktaking;

    /** A play in which {@code units} new units are made, and counted each month if {@code stocktaking}. */
    public Play(World world, int units, boolean stocktaking) {
        this.world = world;
        this.stocktaking = stocktaking;
        this.schedule = new Schedule(world, units);
        this.complainers = new Complainers(world, schedule);
        this.life = new Life(world, complainers);
    }

    /** Units made of a model in a month, by its index. */
    public int made(Model model, int month) {
        return schedule.count(month, model);
    }

    /** The arrivals of the units whose customers complain again and again, unit by unit. */
    public List<List<Arrival>> repeatingComplainers() {
        List<List<Arrival>> all = new ArrayList<>();
        for (MadeUnit unit : complainers.units()) {
            List<Arrival> arrivals = new ArrayList<>();
            life.play(unit, arrivals::add);
            arrivals.sort(BY_RECEIPT);
            all.add(arrivals);
        }
        return all;
    }

    /** Number of monthly counts of a world, about. */
    public static long stocktakings(World world) {
        long counts = 0;
        for (Model model : world.models()) {
            counts += Horizon.MONTHS - 2 - Math.max(0, model.launchMonth());
        }
        return counts;
    }

    /** The number of arrivals that a play of so many units would have, from its lives alone. */
    public long count() {
        long[] count = {0};
        Consumer<Arrival> counting = arrival -> count[0] += Horizon.dayOf(arrival.receivedAt()) <= Horizon.END ? 1 : 0;
        schedule.oldUnits().forEach(unit -> life.play(unit, counting));
        for (int month = 0; month < Horizon.MONTHS; month++) {
            schedule.forEachUnitOf(month, unit -> life.play(unit, counting));
        }
        return count[0];
    }

    /** Starts the play. */
    public Run run() {
        return new Run();
    }

    /** A play in progress: hands out one day after the other. */
    public final class Run {
        private final List<List<Arrival>> pending = new ArrayList<>();
        private final Stock stock = new Stock(world.models());
        private int day = Horizon.START;

        private Run() {
            for (int i = Horizon.START; i <= Horizon.END; i++) {
                pending.add(new ArrayList<>());
            }
            schedule.oldUnits().forEach(unit -> life.play(unit, this::keep));
        }

        /** Whether a day is left. */
        public boolean hasNext() {
            return day <= Horizon.END;
        }

        /** What arrives on the next day, in order. */
        public List<Arrival> next() {
            int dayOfMonth = Horizon.date(day).getDayOfMonth();
            int month = Horizon.index(day);
            if (dayOfMonth == 1) {
                schedule.forEachUnitOf(month, unit -> {
                    stock.add(unit);
                    life.play(unit, this::keep);
                });
            }
            if (stocktaking && dayOfMonth == 5 && month > 0) {
                takeStock(month - 1);
            }
            List<Arrival> today = pending.set(day - Horizon.START, List.of());
            today.sort(BY_RECEIPT);
            day++;
            return today;
        }

        private void takeStock(int month) {
            Dice dice = Dice.of(world.seed(), 14, month);
            for (Model model : world.models()) {
                long inField = stock.inField(model, month);
                if (inField > 0) {
                    Stocktaking taken = new Stocktaking(model, month, inField, stock.inWarranty(model, month));
                    long at = Horizon.second(day, dice.between(8 * 3_600, 10 * 3_600));
                    keep(new Arrival(at + 600, taken, 0, at));
                }
            }
        }

        private void keep(Arrival arrival) {
            int arrivalDay = Horizon.dayOf(arrival.receivedAt());
            if (arrivalDay <= Horizon.END) {
                pending.get(Math.max(arrivalDay, day) - Horizon.START).add(arrival);
            }
        }
    }
}
