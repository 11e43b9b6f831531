// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.schemas.event.BuiltInPart;
import io.fieldback.schemas.event.Complaint;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.event.Installation;
import io.fieldback.schemas.event.Repair;
import io.fieldback.schemas.event.Shipment;
import io.fieldback.schemas.event.Unit;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Counts failures against exposure straight from events, by rules of its own: newest content of a case wins. */
final class Incidence {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final Map<String, Known> units = new HashMap<>();
    final List<Repair> failures = new ArrayList<>();
    final List<Complaint> complaints = new ArrayList<>();

    static final class Known {
        String model = "";
        String produced = "";
        LocalDate inService;
        Map<String, String> lots = Map.of();
    }

    Incidence(Simulation simulation) {
        EventReader reader = new EventReader(ZONE);
        Map<String, Event> newest = new LinkedHashMap<>();
        for (SimulatedEvent simulated : simulation.withoutTombstones()) {
            Event event = ((Reading.Accepted) reader.read(simulated.json())).event();
            newest.merge(
                    EventType.of(event) + event.envelope().id(),
                    event,
                    (old, fresh) -> fresh.envelope()
                                    .recordedAt()
                                    .isBefore(old.envelope().recordedAt())
                            ? old
                            : fresh);
        }
        newest.values().removeIf(event -> event.envelope().voided());
        newest.values().forEach(this::learn);
        newest.values().forEach(this::install);
    }

    private void learn(Event event) {
        if (event instanceof Shipment shipment) {
            Known unit = unit(shipment.serialNo());
            unit.model = shipment.productModel();
            unit.produced = shipment.producedOn().toString().substring(0, 7);
        } else if (event instanceof Unit registered) {
            Known unit = unit(registered.serialNo());
            unit.inService = registered.soldOn();
            unit.lots = new HashMap<>();
            for (BuiltInPart part : registered.parts()) {
                unit.lots.put(part.component(), part.lot());
            }
        } else if (event instanceof Repair repair && repair.serviceKind() == ServiceKind.FAILURE) {
            if (!repair.faults().isEmpty()) {
                failures.add(repair);
            }
        } else if (event instanceof Complaint complaint) {
            complaints.add(complaint);
        }
    }

    private void install(Event event) {
        if (event instanceof Installation installation) {
            unit(installation.serialNos().get(0).serialNo()).inService =
                    LocalDate.ofInstant(installation.completedAt(), ZONE);
        }
    }

    private Known unit(String serialNo) {
        return units.computeIfAbsent(serialNo, key -> new Known());
    }

    /** Failures of a component a unit-year, over units like these, from an age to another in days. */
    double rate(Predicate<Known> which, String component, int fromDay, int toDay) {
        double days = 0;
        for (Known unit : units.values()) {
            if (unit.inService != null && which.test(unit)) {
                long age = ChronoUnit.DAYS.between(unit.inService, Simulation.lastDay());
                days += Math.max(0, Math.min(age, toDay) - fromDay);
            }
        }
        return count(which, component, fromDay, toDay) / (days / 365);
    }

    int count(Predicate<Known> which, String component, int fromDay, int toDay) {
        int count = 0;
        for (Repair failure : failures) {
            Known unit = units.get(failure.serialNo());
            if (unit != null
                    && unit.inService != null
                    && which.test(unit)
                    && failure.faults().get(0).component().equals(component)) {
                long age = ChronoUnit.DAYS.between(unit.inService, failure.failedOn());
                count += age >= fromDay && age < toDay ? 1 : 0;
            }
        }
        return count;
    }
}
