// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.code.ReasonClass;
import io.fieldback.schemas.code.ReturnKind;
import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.World;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Units and parts that come back, for reasons of quality and for others. */
final class Returns {
    private final World world;

    Returns(World world) {
        this.world = world;
    }

    /** The return or exchange of a unit soon after its sale, if there is one; it ends the unit's use. */
    @Nullable
    Comeback early(MadeUnit unit) {
        Dice dice = unit.dice(world, 22);
        double at = dice.uniform();
        if (unit.stock() == MadeUnit.Stock.OLD || at > 0.0165) {
            return null;
        }
        ReasonClass reason = at < 0.006
                ? ReasonClass.QUALITY
                : at < 0.012
                        ? ReasonClass.NO_REASON
                        : at < 0.015 ? ReasonClass.TRANSPORT_DAMAGE : ReasonClass.WRONG_DELIVERY;
        boolean exchanged = reason == ReasonClass.QUALITY ? dice.chance(0.7) : reason == ReasonClass.TRANSPORT_DAMAGE;
        int day = reason == ReasonClass.QUALITY
                ? unit.inServiceDay() + dice.between(0, 14)
                : unit.soldDay() + dice.between(0, 6);
        int component = reason == ReasonClass.QUALITY
                ? dice.below(unit.model().line().components().size())
                : -1;
        ReturnKind kind = exchanged ? ReturnKind.EXCHANGE : ReturnKind.RETURN;
        return comeback(unit, 0, reason, kind, component, component < 0 ? -1 : 0, null, day, dice);
    }

    /** The part taken out at a failure, if it is sent in for analysis: one in ten. */
    Optional<Comeback> part(Visit visit, int ordinal) {
        Dice dice = Dice.of(world.seed(), 23, visit.unit().no(), visit.ordinal());
        boolean traced =
                visit.unit().model().line().components().get(visit.component()).traced();
        if (!traced || !dice.chance(0.1)) {
            return Optional.empty();
        }
        int day = Horizon.dayOf(visit.completedAt()) + dice.between(0, 5);
        return Optional.of(comeback(
                visit.unit(),
                ordinal,
                ReasonClass.QUALITY,
                ReturnKind.PART,
                visit.component(),
                visit.symptom(),
                visit,
                day,
                dice));
    }

    /** A unit that a dealer sends back unsold, if it is one. */
    Optional<Comeback> unsold(MadeUnit unit) {
        Dice dice = unit.dice(world, 24);
        int day = unit.shippedDay() + dice.between(60, 200);
        if (day > Horizon.END || !dice.chance(0.3)) {
            return Optional.empty();
        }
        return Optional.of(comeback(unit, 0, ReasonClass.OVERSTOCK, ReturnKind.RETURN, -1, -1, null, day, dice));
    }

    private static Comeback comeback(
            MadeUnit unit,
            int ordinal,
            ReasonClass reason,
            ReturnKind kind,
            int component,
            int symptom,
            @Nullable Visit visit,
            int day,
            Dice dice) {
        long requested = Horizon.second(day, dice.between(9 * 3_600, 20 * 3_600));
        if (visit != null) {
            requested = Math.max(requested, visit.completedAt() + 1_800);
        }
        long appraised = requested + dice.between(6, 30) * 86_400L;
        return new Comeback(
                unit,
                ordinal,
                reason,
                kind,
                component,
                symptom,
                visit,
                requested,
                appraised,
                History.thrown(dice, 0.3));
    }
}
