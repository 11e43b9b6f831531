// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import io.fieldback.schemas.code.Aspect;
import io.fieldback.simulator.life.Arrival;
import io.fieldback.simulator.life.Grievance;
import io.fieldback.simulator.life.Play;
import io.fieldback.simulator.life.Visit;
import io.fieldback.simulator.world.BadLot;
import io.fieldback.simulator.world.Component;
import io.fieldback.simulator.world.DesignFault;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Model;
import io.fieldback.simulator.world.Person;
import io.fieldback.simulator.world.SeasonalPart;
import io.fieldback.simulator.world.Site;
import io.fieldback.simulator.world.UploadHabit;
import io.fieldback.simulator.world.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Says what a world has planted, in the words of the events. */
final class Truths {
    /** From production to the first failures that show. */
    private static final int MONTHS_TO_SHOW = 3;

    /** From launch to the age at which wear is felt. */
    private static final int MONTHS_TO_WEAR = 8;

    private Truths() {}

    static Truth of(World world, long events, Play play) {
        return new Truth(
                world.seed(),
                events,
                Horizon.date(Horizon.START),
                Horizon.date(Horizon.END),
                badLot(world.badLot(), play),
                designFault(world.designFault(), play),
                seasonalPart(world.seasonalPart()),
                play.repeatingComplainers().stream().map(Truths::complainer).toList(),
                world.sites().stream()
                        .filter(site -> site.habit() == UploadHabit.MONTHS_LATE)
                        .map(Site::id)
                        .findFirst()
                        .orElseThrow());
    }

    private static Truth.BadLot badLot(BadLot lot, Play play) {
        Component component = lot.model().line().components().get(lot.component());
        long made = 0;
        for (int month = lot.firstMonth(); month <= lot.lastMonth(); month++) {
            made += play.made(lot.model(), month);
        }
        return new Truth.BadLot(
                lot.model().code(),
                component.code(),
                component.symptoms().get(lot.symptom()).code(),
                lot.supplier(),
                lot.lot(),
                Horizon.month(lot.firstMonth()),
                Horizon.month(lot.lastMonth()),
                lot.share(),
                made,
                Horizon.month(lot.firstMonth() + MONTHS_TO_SHOW).atDay(1),
                lot.ratio());
    }

    private static Truth.DesignFault designFault(DesignFault fault, Play play) {
        Model model = fault.model();
        Component component = model.line().components().get(fault.component());
        long made = 0;
        for (int month = Math.max(0, model.launchMonth()); month < Horizon.MONTHS; month++) {
            made += play.made(model, month);
        }
        return new Truth.DesignFault(
                model.code(),
                Objects.requireNonNull(model.predecessor()),
                component.code(),
                component.symptoms().get(fault.symptom()).code(),
                Horizon.month(model.launchMonth()),
                made,
                fault.shape(),
                fault.scaleMonths(),
                Horizon.month(model.launchMonth() + MONTHS_TO_WEAR).atDay(1),
                1 + fault.wear(0, 12) / component.yearlyRate());
    }

    private static Truth.SeasonalPart seasonalPart(SeasonalPart part) {
        Component component = part.line().components().get(part.component());
        return new Truth.SeasonalPart(
                part.line().models(),
                component.code(),
                component.symptoms().get(part.symptom()).code(),
                List.of(12, 1, 2),
                LocalDate.of(2024, 12, 1),
                part.ratio());
    }

    private static Truth.RepeatingComplainer complainer(List<Arrival> arrivals) {
        List<Grievance> planted = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (arrival.told() instanceof Grievance grievance
                    && grievance.aspect() == Aspect.PRODUCT
                    && !planted.contains(grievance)) {
                planted.add(grievance);
            }
        }
        planted.sort(Comparator.comparingLong(Grievance::complainedAt));
        // The planted complaints outnumber those of chance and follow each other closely: the middle one is planted.
        Visit typical = Objects.requireNonNull(planted.get(planted.size() / 2).visit());
        planted.removeIf(grievance -> Objects.requireNonNull(grievance.visit()).component() != typical.component());
        Component component = typical.unit().model().line().components().get(typical.component());
        return new Truth.RepeatingComplainer(
                Person.id(typical.unit().customer()),
                typical.unit().serialNo(),
                typical.unit().model().code(),
                component.code(),
                component.symptoms().get(typical.symptom()).code(),
                planted.size(),
                Horizon.date(Horizon.dayOf(planted.get(0).complainedAt())),
                Horizon.date(Horizon.dayOf(planted.get(planted.size() - 1).complainedAt())));
    }
}
