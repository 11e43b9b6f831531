// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.telling;

import io.fieldback.schemas.code.PopulationBasis;
import io.fieldback.schemas.event.Installation;
import io.fieldback.schemas.event.InstalledUnit;
import io.fieldback.schemas.event.Population;
import io.fieldback.schemas.event.Shipment;
import io.fieldback.schemas.event.Unit;
import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.life.Arrival;
import io.fieldback.simulator.life.Dispatch;
import io.fieldback.simulator.life.Fitting;
import io.fieldback.simulator.life.MadeUnit;
import io.fieldback.simulator.life.Registration;
import io.fieldback.simulator.life.Stocktaking;
import io.fieldback.simulator.world.Codes;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Person;
import io.fieldback.simulator.world.Region;
import io.fieldback.simulator.world.Site;
import io.fieldback.simulator.world.World;
import java.time.LocalDate;
import java.util.List;

/** Tells of units that are shipped, registered, installed and counted. */
final class UnitTelling {
    private static final List<String> CHANNELS = List.of("store", "online", "project", "distributor");

    private final World world;
    private final Envelopes envelopes;
    private final BuiltIn builtIn;

    UnitTelling(World world, Envelopes envelopes) {
        this.world = world;
        this.envelopes = envelopes;
        this.builtIn = new BuiltIn(world);
    }

    Shipment dispatch(Arrival arrival, Dispatch told) {
        MadeUnit unit = told.unit();
        Dice dice = envelopes.dice(arrival, 32);
        boolean mistaken = told.history().mistaken(arrival.version());
        return new Shipment(
                envelopes.plain(arrival, "wms", null, List.of(), List.of()),
                unit.serialNo(),
                null,
                unit.model().code(),
                unit.batch(),
                Horizon.date(unit.producedDay()),
                Horizon.date(unit.shippedDay()),
                null,
                Codes.padded("SO", dice.below(100_000_000), 8),
                "M" + unit.model().serialPrefix(),
                region(unit, mistaken),
                dealer(unit, mistaken),
                null);
    }

    Unit registration(Arrival arrival, Registration told) {
        MadeUnit unit = told.unit();
        Dice dice = envelopes.dice(arrival, 33);
        boolean mistaken = told.history().mistaken(arrival.version());
        LocalDate sold = Horizon.date(unit.soldDay());
        Person person = Person.of(world.seed(), unit.customer());
        return new Unit(
                envelopes.numbered(arrival, "crm", person, List.of(), List.of()),
                unit.serialNo(),
                unit.model().code(),
                Horizon.date(unit.producedDay()),
                String.valueOf(unit.plant()),
                unit.batch(),
                mistaken ? sold.minusDays(1) : sold,
                dice.chance(0.6) ? sold : null,
                dice.pick(CHANNELS),
                dealer(unit, false),
                person.id(),
                region(unit, false),
                builtIn.parts(unit));
    }

    Installation fitting(Arrival arrival, Fitting told) {
        MadeUnit unit = told.unit();
        Dice dice = envelopes.dice(arrival, 34);
        Site site = world.sites().get(unit.site());
        Person person = Person.of(world.seed(), unit.customer());
        // The first version has the day before: the planned day was typed in.
        long completed = told.completedAt() - (told.history().mistaken(arrival.version()) ? 86_400 : 0);
        long requested = Horizon.second(unit.soldDay() - 1, dice.between(9 * 3_600, 20 * 3_600));
        return new Installation(
                site.numbersRevisions()
                        ? envelopes.numbered(arrival, site.source(), person, List.of(), List.of())
                        : envelopes.plain(arrival, site.source(), person, List.of(), List.of()),
                List.of(new InstalledUnit(unit.serialNo(), "main")),
                unit.model().code(),
                site.id(),
                region(unit, false),
                person.id(),
                Horizon.instant(requested),
                Horizon.date(Horizon.dayOf(completed)),
                null,
                Horizon.instant(completed),
                null,
                Horizon.instant(completed + 900),
                null,
                dice.chance(0.01),
                10_000L + 5_000L * dice.below(6));
    }

    Population stocktaking(Arrival arrival, Stocktaking told) {
        return new Population(
                envelopes.plain(arrival, "bi", null, List.of(), List.of()),
                told.model().code(),
                null,
                Horizon.month(told.month()),
                told.inField(),
                told.inWarranty(),
                PopulationBasis.REGISTRATION);
    }

    /** The region of a unit; of the next region if the teller is mistaken. */
    static String region(MadeUnit unit, boolean mistaken) {
        return Region.ALL
                .get((unit.region() + (mistaken ? 1 : 0)) % Region.ALL.size())
                .code();
    }

    private static String dealer(MadeUnit unit, boolean mistaken) {
        return "D-" + Region.ALL.get(unit.region()).code() + "-" + (10 + (unit.no() + (mistaken ? 1 : 0)) % 23);
    }
}
