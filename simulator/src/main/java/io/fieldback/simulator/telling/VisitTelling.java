// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.telling;

import io.fieldback.schemas.code.CauseClass;
import io.fieldback.schemas.code.Coverage;
import io.fieldback.schemas.code.Review;
import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.schemas.code.Severity;
import io.fieldback.schemas.event.Envelope;
import io.fieldback.schemas.event.Fault;
import io.fieldback.schemas.event.Pause;
import io.fieldback.schemas.event.Ref;
import io.fieldback.schemas.event.Repair;
import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.life.Arrival;
import io.fieldback.simulator.life.MadeUnit;
import io.fieldback.simulator.life.Visit;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Person;
import io.fieldback.simulator.world.Site;
import io.fieldback.simulator.world.World;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of service visits. */
final class VisitTelling {
    private static final List<String> CHANNELS = List.of("hotline", "app", "wechat", "dealer");

    private final World world;
    private final Envelopes envelopes;
    private final FaultTelling faults;

    VisitTelling(World world, Envelopes envelopes) {
        this.world = world;
        this.envelopes = envelopes;
        this.faults = new FaultTelling(world);
    }

    Repair visit(Arrival arrival, Visit told) {
        MadeUnit unit = told.unit();
        Dice dice = envelopes.dice(arrival, 35);
        Site site = world.sites().get(unit.site());
        Person person = Person.of(world.seed(), unit.customer());
        boolean open = told.history().open(arrival.version());
        boolean mistaken = told.history().mistaken(arrival.version());
        boolean failure = told.kind() == ServiceKind.FAILURE;
        int ageMonths = (told.failedDay() - unit.inServiceDay()) / 30;
        Coverage coverage = coverage(told, ageMonths, dice);
        long answered = told.reportedAt() + dice.between(40, 3_000);
        long travel = 1_000L * dice.between(2, 9);
        boolean saysProduction = dice.chance(0.4);
        List<Fault> lines = open || !failure ? List.of() : faults.lines(told, mistaken, dice);
        // A third of the mistakes are in the serial number: two of its digits swapped.
        boolean wrongSerial = mistaken && dice.chance(0.33);
        return new Repair(
                envelope(arrival, told, site, dice.chance(0.85) ? person : null, open),
                wrongSerial ? swapped(unit.serialNo()) : unit.serialNo(),
                unit.model().code(),
                person.id(),
                site.id(),
                UnitTelling.region(unit, false),
                dice.pick(CHANNELS),
                told.kind(),
                coverage,
                failure ? (dice.chance(0.94) ? CauseClass.QUALITY : CauseClass.NON_QUALITY) : null,
                failure ? (dice.chance(0.97) ? Severity.MINOR : Severity.SERIOUS) : null,
                failure ? Horizon.date(told.failedDay()) : null,
                Horizon.instant(told.reportedAt()),
                Horizon.instant(answered),
                null,
                open ? null : at(told.arrivedAt()),
                open ? null : at(told.completedAt()),
                open ? null : at(told.completedAt() + 1_800),
                open ? null : at(told.recordedAt()),
                open ? null : 1L + (told.completedAt() - told.arrivedAt() > 86_400 ? 1 : 0),
                open ? null : !failure || dice.chance(0.95),
                open ? Review.SUBMITTED : Review.APPROVED,
                site.performer(),
                saysProduction ? unit.batch() : null,
                saysProduction ? Horizon.date(unit.producedDay()) : null,
                null,
                FaultTexts.text(told, person, dice),
                open ? null : 3_000L + 1_000L * dice.between(1, 9) + (mistaken ? 2_000L : 0),
                open ? null : travel,
                open || coverage != Coverage.CHARGEABLE ? null : travel + 100L * dice.between(50, 300),
                lines);
    }

    private Envelope envelope(Arrival arrival, Visit told, Site site, @Nullable Person person, boolean open) {
        boolean waited = told.completedAt() - told.arrivedAt() > 86_400;
        List<Pause> pauses = open || !waited
                ? List.of()
                : List.of(new Pause("waiting for part", at(told.arrivedAt() + 1_800), at(told.completedAt() - 1_200)));
        String before = "RO-" + told.unit().no() + "-" + told.ordinal();
        List<Ref> refs = told.again() && told.ordinal() > 0 ? List.of(new Ref("repair", before)) : List.of();
        return site.numbersRevisions()
                ? envelopes.numbered(arrival, site.source(), person, refs, pauses)
                : envelopes.plain(arrival, site.source(), person, refs, pauses);
    }

    private static Coverage coverage(Visit told, int ageMonths, Dice dice) {
        if (told.kind() == ServiceKind.CAMPAIGN) {
            return Coverage.CAMPAIGN;
        }
        if (ageMonths >= told.unit().model().warrantyMonths()) {
            return dice.chance(0.1) ? Coverage.GOODWILL : Coverage.CHARGEABLE;
        }
        return told.kind() == ServiceKind.MAINTENANCE ? Coverage.CHARGEABLE : Coverage.WARRANTY;
    }

    private static String swapped(String serialNo) {
        int at = serialNo.length() - 3;
        return serialNo.substring(0, at) + serialNo.charAt(at + 1) + serialNo.charAt(at) + serialNo.substring(at + 2);
    }

    private static Instant at(long second) {
        return Horizon.instant(second);
    }
}
