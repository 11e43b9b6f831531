// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.pipelines.ledgers.FailurePostings;
import io.fieldback.pipelines.ledgers.Posting;
import io.fieldback.schemas.code.ReasonClass;
import io.fieldback.schemas.code.ReturnKind;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.event.Installation;
import io.fieldback.schemas.event.InstalledUnit;
import io.fieldback.schemas.event.Repair;
import io.fieldback.schemas.event.Return;
import io.fieldback.schemas.event.Shipment;
import io.fieldback.schemas.event.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a content says of which units: a pure rule, and the only place that knows it on the writing side. */
public final class UnitFacts {
    /** Events that name units by serial number. */
    static final List<EventType> NAMING =
            List.of(EventType.UNIT, EventType.SHIPMENT, EventType.INSTALLATION, EventType.REPAIR, EventType.RETURN);

    /** Fields of an installation that say on which day its units went into service. */
    private static final Set<String> IN_SERVICE = Set.of("completedAt", "acceptedAt");

    private UnitFacts() {}

    /** Whether an event of this type may name units. */
    public static boolean named(EventType type) {
        return NAMING.contains(type);
    }

    /**
     * The facts of a content by serial number, none of which is empty; nothing for a withdrawn content and for an event
     * that names no unit.
     *
     * @param event the content; not a deletion
     * @param eventOn day it happened, days since 1970
     * @param eventOnBasis field that says so
     */
    public static Map<String, List<UnitFact>> of(Event event, @Nullable Integer eventOn, String eventOnBasis) {
        if (event.envelope().voided()) {
            return Map.of();
        }
        if (event instanceof Unit unit) {
            return of(
                    unit.serialNo(),
                    new UnitFact.Registered(
                            unit.productModel(),
                            unit.region(),
                            day(unit.producedOn()),
                            day(unit.soldOn()),
                            day(unit.invoicedOn())));
        }
        if (event instanceof Shipment shipment) {
            return shipment(shipment);
        }
        if (event instanceof Installation installation) {
            return installation(installation, IN_SERVICE.contains(eventOnBasis) ? eventOn : null);
        }
        if (event instanceof Repair repair) {
            return repair(repair, eventOn);
        }
        return event instanceof Return returned ? returned(returned, eventOn) : Map.of();
    }

    /** The serial numbers of {@link #of}, without the facts. */
    public static Set<String> serialNos(Event event) {
        if (event.envelope().voided()) {
            return Set.of();
        }
        Set<@Nullable String> named = new LinkedHashSet<>(2);
        if (event instanceof Unit unit) {
            named.add(unit.serialNo());
        } else if (event instanceof Shipment shipment) {
            named.add(shipment.serialNo());
        } else if (event instanceof Installation installation) {
            installation.serialNos().forEach(each -> named.add(each.serialNo()));
        } else if (event instanceof Repair repair) {
            named.add(repair.serialNo());
        } else if (event instanceof Return returned) {
            named.add(returned.serialNo());
            named.add(returned.replacementSerialNo());
        }
        named.remove(null);
        return Set.copyOf(named);
    }

    private static Map<String, List<UnitFact>> shipment(Shipment shipment) {
        LocalDate shippedOn = shipment.shippedOn();
        if (shippedOn == null && shipment.period() != null) {
            shippedOn = shipment.period().atDay(1);
        }
        return of(
                shipment.serialNo(),
                new UnitFact.Shipped(
                        shipment.productModel(), shipment.region(), day(shipment.producedOn()), day(shippedOn)));
    }

    private static Map<String, List<UnitFact>> installation(Installation installation, @Nullable Integer installedOn) {
        List<UnitFact> facts = List.of(new UnitFact.Installed(
                installation.productModel(), installation.region(), day(installation.invoicedOn()), installedOn));
        Map<String, List<UnitFact>> units = new LinkedHashMap<>();
        for (InstalledUnit unit : installation.serialNos()) {
            if (unit.serialNo() != null) {
                units.put(unit.serialNo(), facts);
            }
        }
        return units;
    }

    private static Map<String, List<UnitFact>> repair(Repair repair, @Nullable Integer eventOn) {
        if (repair.serialNo() == null) {
            return Map.of();
        }
        List<UnitFact> facts = new ArrayList<>(2);
        facts.add(new UnitFact.Reported(repair.productModel(), repair.region(), day(repair.producedOn())));
        List<UnitFact.Line> lines = lines(repair, eventOn);
        if (!lines.isEmpty()) {
            facts.add(new UnitFact.Failed(false, eventOn, repair.productModel(), lines));
        }
        return Map.of(repair.serialNo(), facts);
    }

    private static Map<String, List<UnitFact>> returned(Return returned, @Nullable Integer eventOn) {
        Map<String, List<UnitFact>> units = new LinkedHashMap<>();
        ReturnKind kind = returned.kind();
        if (returned.serialNo() != null) {
            boolean whole = kind == null || kind == ReturnKind.RETURN || kind == ReturnKind.EXCHANGE;
            boolean gone = whole
                    && returned.reasonClass() != ReasonClass.COMMISSIONED_REPAIR
                    && returned.returnedToOwnerAt() == null;
            List<UnitFact> facts = new ArrayList<>(2);
            facts.add(new UnitFact.Returned(gone ? eventOn : null));
            List<UnitFact.Line> lines = kind == ReturnKind.PART ? List.of() : lines(returned, eventOn);
            if (!lines.isEmpty()) {
                facts.add(new UnitFact.Failed(true, eventOn, returned.productModel(), lines));
            }
            units.put(returned.serialNo(), facts);
        }
        if (returned.replacementSerialNo() != null) {
            List<UnitFact> facts = new ArrayList<>(units.getOrDefault(returned.replacementSerialNo(), List.of()));
            facts.add(new UnitFact.Exchanged(returned.productModel(), returned.region(), eventOn));
            units.put(returned.replacementSerialNo(), facts);
        }
        return units;
    }

    /** Fault lines are what is posted to the failure ledger, so that both tell of the same failures and cost. */
    private static List<UnitFact.Line> lines(Event event, @Nullable Integer eventOn) {
        List<UnitFact.Line> lines = new ArrayList<>();
        for (Posting posting : FailurePostings.of(event, eventOn)) {
            lines.add(new UnitFact.Line(
                    posting.cell().component(),
                    posting.cell().symptomCode(),
                    posting.measures().costMinor()));
        }
        return lines;
    }

    private static Map<String, List<UnitFact>> of(@Nullable String serialNo, UnitFact fact) {
        return serialNo == null ? Map.of() : Map.of(serialNo, List.of(fact));
    }

    private static @Nullable Integer day(@Nullable LocalDate day) {
        return day == null ? null : (Integer) (int) day.toEpochDay();
    }
}
