// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import io.fieldback.schemas.code.ReasonClass;
import io.fieldback.schemas.code.ReturnKind;
import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.Fault;
import io.fieldback.schemas.event.FittedPart;
import io.fieldback.schemas.event.Repair;
import io.fieldback.schemas.event.Return;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers of cohorts and exposure by brute force: on each day on which anything of a unit's cases became known, the
 * unit is counted anew, and the ledgers must have changed by the difference. Serial numbers that stand for no unit,
 * which more than 1,000 contents name, are not among what is counted here.
 */
final class UnitCount {
    private final SignedRows rows;

    UnitCount(SignedRows rows) {
        this.rows = rows;
    }

    /** Enters a unit by all contents of all cases that name it. */
    void add(String serialNo, List<Collection<Known>> cases) {
        Set<LocalDate> days = new TreeSet<>();
        cases.forEach(contents -> contents.forEach(known -> days.add(known.knownOn())));
        UnitLife before = UnitLife.of(serialNo, List.of());
        for (LocalDate day : days) {
            UnitLife after = UnitLife.of(serialNo, standing(serialNo, cases, day));
            enter(after, day, 1);
            enter(before, day, -1);
            before = after;
        }
    }

    private static List<Known> standing(String serialNo, List<Collection<Known>> cases, LocalDate day) {
        List<Known> standing = new ArrayList<>();
        for (Collection<Known> contents : cases) {
            Known last = null;
            for (Known known : contents) {
                if (!known.knownOn().isAfter(day) && (last == null || known.isAfter(last))) {
                    last = known;
                }
            }
            if (last != null
                    && !last.content().tombstone()
                    && !last.content().event().envelope().voided()
                    && UnitLife.names(last.content().event(), serialNo)) {
                standing.add(last);
            }
        }
        return standing;
    }

    private void enter(UnitLife life, LocalDate day, long sign) {
        if (life.recorded()) {
            List<String> dimensions = List.of(
                    SignedRows.text(life.model()),
                    SignedRows.month(life.producedOn()),
                    SignedRows.month(life.inServiceOn()),
                    SignedRows.month(life.shippedOn()),
                    SignedRows.month(life.withdrawnOn()),
                    SignedRows.text(life.region()),
                    day.toString());
            rows.add(new SignedRows.Cell("exposure_ledger", dimensions), new long[] {1}, sign);
        }
        List<Known> failures = life.standing().stream()
                .filter(known -> fails(known.content().event(), life.serialNo()))
                .sorted(Comparator.comparing(
                                (Known known) -> known.content().eventOn(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(known -> known.content().hash()))
                .toList();
        Set<String> begun = new HashSet<>();
        for (Known failure : failures) {
            enter(
                    life,
                    failure,
                    !(failure.content().event() instanceof Return) || apart(failure, failures),
                    begun,
                    day,
                    sign);
        }
    }

    private void enter(UnitLife life, Known failure, boolean counts, Set<String> begun, LocalDate day, long sign) {
        List<Line> lines = lines(failure.content().event());
        Set<String> components = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            long[] counted = new long[6];
            counted[5] = line.cost();
            if (counts) {
                boolean incident = components.add(line.component());
                counted[0] = i == 0 ? 1 : 0;
                counted[1] = incident ? 1 : 0;
                counted[2] = i == 0 && begun.add("unit") ? 1 : 0;
                counted[3] = incident && begun.add("component " + line.component()) ? 1 : 0;
                counted[4] = begun.add("symptom " + line.component() + " " + line.symptom()) ? 1 : 0;
            }
            List<String> dimensions = List.of(
                    SignedRows.text(life.model() == null ? ownModel(failure) : life.model()),
                    line.component(),
                    SignedRows.month(life.producedOn()),
                    SignedRows.month(life.inServiceOn()),
                    SignedRows.text(age(life.inServiceOn(), failure.content().eventOn())),
                    String.valueOf(life.recorded()),
                    day.toString());
            rows.add(new SignedRows.Cell("cohort_ledger", dimensions), counted, sign);
        }
    }

    private static boolean fails(Event event, String serialNo) {
        if (event instanceof Repair repair) {
            return repair.serviceKind() == null || repair.serviceKind() == ServiceKind.FAILURE;
        }
        return event instanceof Return back
                && serialNo.equals(back.serialNo())
                && back.reasonClass() == ReasonClass.QUALITY
                && back.kind() != ReturnKind.PART;
    }

    private static boolean apart(Known returned, List<Known> failures) {
        LocalDate day = returned.content().eventOn();
        return failures.stream()
                .filter(other -> other.content().event() instanceof Repair)
                .map(other -> other.content().eventOn())
                .noneMatch(other -> day != null
                        && other != null
                        && !other.isBefore(day.minusDays(30))
                        && !other.isAfter(day.plusDays(30)));
    }

    /** Counts up month by month. */
    private static @Nullable Integer age(@Nullable LocalDate inService, @Nullable LocalDate day) {
        if (inService == null || day == null) {
            return null;
        }
        int age = 0;
        while (!inService.plusMonths(age).isAfter(day)) {
            age++;
        }
        return age;
    }

    private record Line(String component, String symptom, long cost) {}

    private static List<Line> lines(Event event) {
        if (event instanceof Return back) {
            return List.of(new Line(
                    SignedRows.text(back.component()), SignedRows.text(back.symptomCode()), zero(back.creditMinor())));
        }
        Repair repair = (Repair) event;
        long order = zero(repair.labourMinor()) + zero(repair.travelMinor());
        List<Line> lines = new ArrayList<>();
        for (Fault fault : repair.faults()) {
            long cost = zero(fault.labourMinor()) + (lines.isEmpty() ? order : 0);
            for (FittedPart part : fault.parts()) {
                cost += zero(part.costMinor());
            }
            lines.add(new Line(SignedRows.text(fault.component()), SignedRows.text(fault.symptomCode()), cost));
        }
        return lines.isEmpty() ? List.of(new Line("-", "-", order)) : lines;
    }

    private static @Nullable String ownModel(Known failure) {
        Event event = failure.content().event();
        return event instanceof Repair repair ? repair.productModel() : ((Return) event).productModel();
    }

    private static long zero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
