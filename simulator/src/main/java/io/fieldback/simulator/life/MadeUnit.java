// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.Codes;
import io.fieldback.simulator.world.Holidays;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Model;
import io.fieldback.simulator.world.Person;
import io.fieldback.simulator.world.Site;
import io.fieldback.simulator.world.World;
import java.time.LocalDate;

/**
 * A water heater and its way to the customer. Days are epoch days.
 *
 * @param no unique number of the unit in the simulation
 * @param model what it is
 * @param ordinal running number within model and month of production, the last digits of the serial number
 * @param producedDay when it was made
 * @param shippedDay when it left the plant
 * @param soldDay when a customer bought it
 * @param inServiceDay when its use began
 * @param installed whether that day is recorded by an installation
 * @param customer number of the customer
 * @param region position of the region
 * @param site position of the service site
 * @param badLot whether it holds the bad supplier lot
 * @param stock where it stands in what the maker's systems know
 */
public record MadeUnit(
        int no,
        Model model,
        int ordinal,
        int producedDay,
        int shippedDay,
        int soldDay,
        int inServiceDay,
        boolean installed,
        int customer,
        int region,
        int site,
        boolean badLot,
        Stock stock) {
    /** Most units a model may have in a month, so that serial numbers stay unique. */
    static final int MOST_IN_A_MONTH = 50_000;

    /** Where a unit stands in what the maker's systems know. */
    public enum Stock {
        /** Made and sold within the simulated time. */
        NEW,
        /** Sold before the systems began: repairs of it have no shipment to match. */
        OLD,
        /** Given in exchange for another unit. */
        REPLACEMENT
    }

    /** A unit as it is made. */
    static MadeUnit made(World world, int no, Model model, int ordinal, int producedDay) {
        int month = Horizon.index(producedDay);
        Dice dice = Dice.of(world.seed(), 11, model.index(), month, ordinal);
        int customer = no > 50 && dice.chance(0.08) ? no - 1 - dice.below(Math.min(no, 3_000)) : no;
        int region = Person.regionOf(world.seed(), customer);
        int shipped = producedDay + dice.between(2, 18);
        int sold = shipped + 3 + (int) dice.exponential(28);
        int inService = Holidays.nextOpen(sold + dice.between(1, 8));
        boolean bad = world.badLot().builtInto(model, month)
                && dice.chance(world.badLot().share());
        int site = region * Site.PER_REGION + dice.below(Site.PER_REGION);
        boolean installed = dice.chance(0.88);
        return new MadeUnit(
                no,
                model,
                ordinal,
                producedDay,
                shipped,
                sold,
                inService,
                installed,
                customer,
                region,
                site,
                bad,
                Stock.NEW);
    }

    /** A unit of the time before the systems began. */
    static MadeUnit old(World world, int no, Model model, int producedDay) {
        MadeUnit made = made(world, no, model, no % MOST_IN_A_MONTH, producedDay);
        return new MadeUnit(
                made.no,
                model,
                made.ordinal,
                producedDay,
                made.shippedDay,
                made.soldDay,
                made.inServiceDay,
                false,
                made.customer,
                made.region,
                made.site,
                false,
                Stock.OLD);
    }

    /** The unit that the customer gets for this one on a day: of the same month of production, from service stock. */
    MadeUnit replacement(int day) {
        return new MadeUnit(
                no + 1_000_000_000,
                model,
                ordinal + MOST_IN_A_MONTH,
                producedDay,
                shippedDay + 1,
                day,
                day + 2,
                true,
                customer,
                region,
                site,
                false,
                Stock.REPLACEMENT);
    }

    /** The serial number: model, plant, year and month of production, running number. */
    public String serialNo() {
        LocalDate produced = Horizon.date(producedDay);
        long yearMonth = produced.getYear() % 100 * 100L + produced.getMonthValue();
        return Codes.padded(model.serialPrefix() + plant(), yearMonth * 100_000 + ordinal + 1, 9);
    }

    /** Letter of the plant that made it. */
    public char plant() {
        return model.plants().charAt(no % model.plants().length());
    }

    /** Production batch: plant, day of production. */
    public String batch() {
        LocalDate produced = Horizon.date(producedDay);
        long digits = produced.getYear() * 10_000L + produced.getMonthValue() * 100L + produced.getDayOfMonth();
        return Codes.padded(String.valueOf(plant()), digits, 8);
    }

    /** Dice of this unit for one purpose. */
    public Dice dice(World world, long purpose) {
        return Dice.of(world.seed(), purpose, model.index(), Horizon.index(producedDay), ordinal);
    }
}
