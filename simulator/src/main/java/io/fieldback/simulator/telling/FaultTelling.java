// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.telling;

import io.fieldback.schemas.code.Responsibility;
import io.fieldback.schemas.event.BuiltInPart;
import io.fieldback.schemas.event.Fault;
import io.fieldback.schemas.event.FittedPart;
import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.life.Visit;
import io.fieldback.simulator.world.Component;
import io.fieldback.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fault lines of a repair. A part's supplier and lot are those of the part that failed, as the site reads them off
 * it: what a claim is made of.
 */
final class FaultTelling {
    private static final double REPLACED = 0.85;

    private final BuiltIn builtIn;

    FaultTelling(World world) {
        this.builtIn = new BuiltIn(world);
    }

    /** The lines of a visit; a mistaken teller names the next component. */
    List<Fault> lines(Visit told, boolean mistaken, Dice dice) {
        List<Component> components = told.unit().model().line().components();
        List<Fault> lines = new ArrayList<>(2);
        int main = mistaken ? (told.component() + 1) % components.size() : told.component();
        lines.add(line(told, main, mistaken ? 0 : told.symptom(), dice));
        double at = dice.uniform();
        int more = at < 0.03 ? 2 : at < 0.15 ? 1 : 0;
        for (int i = 1; i <= more; i++) {
            int other = (told.component() + i * 3 + 2) % components.size();
            lines.add(line(told, other, 0, dice));
        }
        return lines;
    }

    private Fault line(Visit told, int position, int symptom, Dice dice) {
        Component component = told.unit().model().line().components().get(position);
        boolean replaced = dice.chance(REPLACED);
        double cause = dice.uniform();
        List<FittedPart> parts = replaced ? List.of(part(told, component, position, dice)) : List.of();
        return new Fault(
                component.code(),
                component.assembly(),
                component.symptoms().get(symptom).code(),
                causeCode(cause),
                replaced ? "replace" : dice.chance(0.6) ? "adjust" : "clean",
                responsibility(cause),
                parts,
                2_000L + 500L * dice.between(0, 8));
    }

    private FittedPart part(Visit told, Component component, int position, Dice dice) {
        BuiltInPart failed = builtIn.part(told.unit(), position);
        boolean readOff = component.traced() && dice.chance(0.8);
        return new FittedPart(
                component.partNo(),
                readOff ? failed.supplier() : null,
                readOff ? failed.lot() : null,
                1L,
                (long) component.costMinor(),
                null,
                null);
    }

    private static @Nullable String causeCode(double at) {
        return at < 0.35 ? "material" : at < 0.6 ? "wear" : at < 0.75 ? "assembly" : at < 0.85 ? "water-quality" : null;
    }

    private static Responsibility responsibility(double at) {
        return at < 0.35
                ? Responsibility.SUPPLIER
                : at < 0.6
                        ? Responsibility.DESIGN
                        : at < 0.75 ? Responsibility.ASSEMBLY : at < 0.85 ? Responsibility.USE : Responsibility.UNKNOWN;
    }
}
