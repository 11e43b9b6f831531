// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.UploadHabit;
import io.fieldback.simulator.world.World;
import java.util.function.Consumer;

/**
 * How the cases of a unit reach Fieldback: version by version, late by the habit of their source, now and then twice,
 * now and then with a clock that went backwards.
 */
final class Reporting {
    private static final double DUPLICATES = 0.018;
    private static final double CLOCKS_BACK = 0.06;

    private final UploadHabit siteHabit;
    private final Dice dice;
    private final Consumer<Arrival> arrivals;

    Reporting(World world, MadeUnit unit, Consumer<Arrival> arrivals) {
        this.siteHabit = world.sites().get(unit.site()).habit();
        this.dice = unit.dice(world, 27);
        this.arrivals = arrivals;
    }

    /** A case recorded by the maker's own systems at {@code recordedAt}, epoch seconds. */
    void central(Case told, long recordedAt) {
        report(told, recordedAt, recordedAt, UploadHabit.PROMPT);
    }

    /** A case recorded by a service site. */
    void bySite(Case told, long recordedAt) {
        report(told, recordedAt, recordedAt, siteHabit);
    }

    void visit(Visit visit) {
        boolean open = visit.history() == History.PROGRESSED;
        report(visit, open ? visit.reportedAt() + 1_800 : visit.recordedAt(), visit.recordedAt(), siteHabit);
    }

    void grievance(Grievance grievance) {
        long closed = grievance.resolvedAt() + 7_200;
        boolean open = grievance.history() == History.PROGRESSED;
        report(grievance, open ? grievance.complainedAt() + 1_800 : closed, closed, UploadHabit.PROMPT);
    }

    void comeback(Comeback comeback) {
        long closed = comeback.appraisedAt() + 7_200;
        boolean open = comeback.history() == History.PROGRESSED;
        report(comeback, open ? comeback.requestedAt() + 1_800 : closed, closed, UploadHabit.PROMPT);
    }

    private void report(Case told, long firstRecorded, long lastRecorded, UploadHabit habit) {
        receive(new Arrival(habit.receivedAt(firstRecorded, dice), told, 0, firstRecorded));
        if (told.history().versions() > 1) {
            long recorded = told.history() == History.PROGRESSED
                    ? lastRecorded
                    : lastRecorded + dice.between(3_600, 40 * 86_400);
            long received = habit.receivedAt(recorded, dice);
            boolean back = told.history() == History.CORRECTED && dice.chance(CLOCKS_BACK);
            receive(new Arrival(received, told, 1, back ? firstRecorded - 1_200 : recorded));
        }
    }

    private void receive(Arrival arrival) {
        arrivals.accept(arrival);
        boolean tombstone = arrival.told().history() == History.DELETED && arrival.version() == 1;
        if (!tombstone && dice.chance(DUPLICATES)) {
            arrivals.accept(arrival.again(arrival.receivedAt() + 30 + (long) dice.exponential(4 * 86_400)));
        }
    }
}
