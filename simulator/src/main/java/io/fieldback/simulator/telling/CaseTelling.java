// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.telling;

import io.fieldback.schemas.code.Aspect;
import io.fieldback.schemas.code.CauseClass;
import io.fieldback.schemas.code.ReasonClass;
import io.fieldback.schemas.code.ReturnKind;
import io.fieldback.schemas.code.ReturnOrigin;
import io.fieldback.schemas.code.Severity;
import io.fieldback.schemas.code.TestOutcome;
import io.fieldback.schemas.code.Verdict;
import io.fieldback.schemas.event.BuiltInPart;
import io.fieldback.schemas.event.Complaint;
import io.fieldback.schemas.event.Ref;
import io.fieldback.schemas.event.Return;
import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.life.Arrival;
import io.fieldback.simulator.life.Comeback;
import io.fieldback.simulator.life.Grievance;
import io.fieldback.simulator.life.MadeUnit;
import io.fieldback.simulator.life.Visit;
import io.fieldback.simulator.world.Component;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Person;
import io.fieldback.simulator.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of complaints and returns. */
final class CaseTelling {
    private static final List<String> DEMANDS = List.of("要求尽快维修", "要求更换", "要求退货", "要求道歉并说明原因", "要求延长保修");
    private static final List<String> CHANNELS = List.of("hotline", "wechat", "12315", "store");

    private final World world;
    private final Envelopes envelopes;
    private final BuiltIn builtIn;

    CaseTelling(World world, Envelopes envelopes) {
        this.world = world;
        this.envelopes = envelopes;
        this.builtIn = new BuiltIn(world);
    }

    Complaint grievance(Arrival arrival, Grievance told) {
        MadeUnit unit = told.unit();
        Dice dice = envelopes.dice(arrival, 36);
        Person person = Person.of(world.seed(), unit.customer());
        boolean open = told.history().open(arrival.version());
        Visit visit = told.visit();
        boolean product = told.aspect() == Aspect.PRODUCT && visit != null;
        Component component =
                product && visit != null ? unit.model().line().components().get(visit.component()) : null;
        int symptom = visit == null || told.history().mistaken(arrival.version()) ? 0 : visit.symptom();
        long answered = told.complainedAt() + dice.between(300, 1_700);
        return new Complaint(
                envelopes.numbered(arrival, "crm", person, refs(visit), List.of()),
                person.id(),
                unit.serialNo(),
                unit.model().code(),
                null,
                null,
                null,
                1L,
                product ? 1L : null,
                UnitTelling.region(unit, false),
                world.sites().get(unit.site()).id(),
                dice.pick(CHANNELS),
                told.aspect(),
                component == null ? null : component.symptoms().get(symptom).code(),
                component == null ? null : component.code(),
                phenomenon(told, component, symptom, person, dice),
                dice.pick(DEMANDS),
                product ? CauseClass.QUALITY : CauseClass.OTHER,
                dice.chance(0.004) ? Severity.MAJOR_INCIDENT : dice.chance(0.2) ? Severity.SERIOUS : Severity.MINOR,
                product ? "quality" : "service",
                Horizon.instant(told.complainedAt()),
                Horizon.instant(answered),
                null,
                open ? null : Horizon.instant(told.resolvedAt() - 7_200),
                List.of(),
                open ? null : Horizon.instant(told.resolvedAt()),
                null,
                open ? null : dice.chance(0.9));
    }

    Return comeback(Arrival arrival, Comeback told) {
        MadeUnit unit = told.unit();
        Dice dice = envelopes.dice(arrival, 37);
        boolean open = told.history().open(arrival.version());
        boolean part = told.kind() == ReturnKind.PART;
        Component component =
                told.component() < 0 ? null : unit.model().line().components().get(told.component());
        BuiltInPart built = part ? builtIn.part(unit, told.component()) : null;
        boolean quality = told.reason() == ReasonClass.QUALITY;
        boolean stock = told.reason() == ReasonClass.OVERSTOCK;
        int symptom = told.history().mistaken(arrival.version()) ? 0 : told.symptom();
        boolean exchanged = told.kind() == ReturnKind.EXCHANGE && unit.stock() == MadeUnit.Stock.NEW;
        return new Return(
                envelopes.plain(arrival, "qms", null, refs(told.visit()), List.of()),
                unit.serialNo(),
                exchanged ? told.replacement().serialNo() : null,
                unit.model().code(),
                unit.batch(),
                1L,
                open ? null : 1L,
                stock ? ReturnOrigin.DEALER_STOCK : ReturnOrigin.CUSTOMER,
                told.reason(),
                told.kind(),
                component == null ? null : component.code(),
                component == null ? null : component.symptoms().get(symptom).code(),
                null,
                UnitTelling.region(unit, false),
                world.sites().get(unit.site()).id(),
                stock ? null : Person.id(unit.customer()),
                Horizon.instant(told.requestedAt()),
                open ? null : Horizon.instant(told.requestedAt() + 5 * 86_400L),
                open ? null : Horizon.instant(told.appraisedAt()),
                quality && !open ? (dice.chance(0.75) ? TestOutcome.NOK : TestOutcome.OK) : null,
                quality && !open ? (dice.chance(0.85) ? TestOutcome.NOK : TestOutcome.NONE) : null,
                quality && !open ? verdict(dice) : null,
                open ? null : part ? "scrapped" : quality ? "dismantled" : "resold",
                built == null ? null : built.supplier(),
                built == null ? null : built.lot(),
                null,
                null,
                told.kind() == ReturnKind.RETURN && !open ? (long) unit.model().priceMinor() : null);
    }

    private static Verdict verdict(Dice dice) {
        return dice.chance(0.85) ? Verdict.CONFIRMED : dice.chance(0.75) ? Verdict.NO_TROUBLE_FOUND : Verdict.MISUSE;
    }

    private static List<Ref> refs(@Nullable Visit visit) {
        return visit == null ? List.of() : List.of(new Ref("repair", visit.id()));
    }

    private static String phenomenon(
            Grievance told, @Nullable Component component, int symptom, Person person, Dice dice) {
        if (component != null) {
            String text = component.symptoms().get(symptom).chinese() + "，影响使用";
            return dice.chance(0.04) ? text + "，请回电" + person.phone() : text;
        }
        return switch (told.aspect()) {
            case SERVICE -> "上门不守时，服务态度差";
            case PACKAGING -> "包装破损，外壳有划痕";
            case DELIVERY -> "送货延误";
            case PRODUCT, OTHER_UNMAPPED -> "对产品不满意";
        };
    }
}
