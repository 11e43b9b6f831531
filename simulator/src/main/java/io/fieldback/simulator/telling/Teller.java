// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.telling;

import io.fieldback.schemas.event.Event;
import io.fieldback.simulator.life.Arrival;
import io.fieldback.simulator.life.Case;
import io.fieldback.simulator.life.Comeback;
import io.fieldback.simulator.life.Dispatch;
import io.fieldback.simulator.life.Fitting;
import io.fieldback.simulator.life.Grievance;
import io.fieldback.simulator.life.Registration;
import io.fieldback.simulator.life.Stocktaking;
import io.fieldback.simulator.life.Visit;
import io.fieldback.simulator.world.World;

/** Tells a case in one of its versions: the same case and version give the same event. */
public final class Teller {
    private final UnitTelling units;
    private final VisitTelling visits;
    private final CaseTelling cases;

    /** A teller of what happens in a world. */
    public Teller(World world) {
        Envelopes envelopes = new Envelopes(world);
        this.units = new UnitTelling(world, envelopes);
        this.visits = new VisitTelling(world, envelopes);
        this.cases = new CaseTelling(world, envelopes);
    }

    /** The event of an arrival. What withdraws a case by tombstone is told as voided content. */
    public Event tell(Arrival arrival) {
        Case told = arrival.told();
        if (told instanceof Visit visit) {
            return visits.visit(arrival, visit);
        } else if (told instanceof Dispatch dispatch) {
            return units.dispatch(arrival, dispatch);
        } else if (told instanceof Registration registration) {
            return units.registration(arrival, registration);
        } else if (told instanceof Fitting fitting) {
            return units.fitting(arrival, fitting);
        } else if (told instanceof Grievance grievance) {
            return cases.grievance(arrival, grievance);
        } else if (told instanceof Comeback comeback) {
            return cases.comeback(arrival, comeback);
        } else if (told instanceof Stocktaking stocktaking) {
            return units.stocktaking(arrival, stocktaking);
        }
        throw new IllegalStateException("Cannot tell " + told.id() + ": no telling knows its type");
    }
}
