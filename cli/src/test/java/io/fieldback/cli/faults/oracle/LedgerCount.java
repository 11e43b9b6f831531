// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.code.ReasonClass;
import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.schemas.event.Complaint;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.Fault;
import io.fieldback.schemas.event.FittedPart;
import io.fieldback.schemas.event.Repair;
import io.fieldback.schemas.event.Return;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The failure ledger by brute force: on each day on which anything of a case became known, the case is counted anew,
 * and the ledger must have changed by the difference.
 */
final class LedgerCount {
    /** A cell: seven dimensions in the order of the table, then the known day. */
    record Cell(List<String> dimensions, LocalDate knownOn) {}

    private static final int MEASURES = 7;

    private final Map<Cell, long[]> cells = new HashMap<>();

    /** Enters all that is known of one case. */
    void add(Collection<Known> contents) {
        Map<List<String>, long[]> before = new HashMap<>();
        for (LocalDate day : days(contents)) {
            Map<List<String>, long[]> after = counted(standing(contents, day));
            enter(after, day, 1);
            enter(before, day, -1);
            before = after;
        }
    }

    /** Adds a row as a table has it: seven dimensions, known day, seven measures. */
    void add(@Nullable Object[] row) {
        List<String> dimensions =
                Arrays.stream(row, 0, 7).map(LedgerCount::text).toList();
        long[] measures = new long[MEASURES];
        for (int i = 0; i < MEASURES; i++) {
            measures[i] = (Long) java.util.Objects.requireNonNull(row[8 + i]);
        }
        enter(Map.of(dimensions, measures), (LocalDate) java.util.Objects.requireNonNull(row[7]), 1);
    }

    /** The cells that are not zero, each with its measures as text. */
    Map<Cell, String> sums() {
        Map<Cell, String> sums = new HashMap<>();
        cells.forEach((cell, measures) -> {
            if (Arrays.stream(measures).anyMatch(measure -> measure != 0)) {
                sums.put(cell, Arrays.toString(measures));
            }
        });
        return sums;
    }

    private void enter(Map<List<String>, long[]> counted, LocalDate day, long sign) {
        counted.forEach((dimensions, measures) -> {
            long[] sum = cells.computeIfAbsent(new Cell(dimensions, day), absent -> new long[MEASURES]);
            for (int i = 0; i < MEASURES; i++) {
                sum[i] += sign * measures[i];
            }
        });
    }

    private static Set<LocalDate> days(Collection<Known> contents) {
        Set<LocalDate> days = new TreeSet<>();
        contents.forEach(content -> days.add(content.knownOn()));
        return days;
    }

    /** The content that speaks for the case on a day: the last in order of those known by then. */
    private static Sighting.Content standing(Collection<Known> contents, LocalDate day) {
        Known last = null;
        for (Known content : contents) {
            if (!content.knownOn().isAfter(day) && (last == null || content.isAfter(last))) {
                last = content;
            }
        }
        return java.util.Objects.requireNonNull(last).content();
    }

    private static Map<List<String>, long[]> counted(Sighting.Content content) {
        Map<List<String>, long[]> counted = new HashMap<>();
        Event event = content.event();
        String day = text(content.eventOn());
        if (content.tombstone() || event.envelope().voided()) {
            return counted;
        }
        if (event instanceof Complaint complaint) {
            long[] cell = cell(
                    counted,
                    complaint.productModel(),
                    complaint.component(),
                    complaint.symptomCode(),
                    null,
                    wire(complaint.causeClass()),
                    complaint.region(),
                    day);
            cell[3]++;
        } else if (event instanceof Return back && back.reasonClass() == ReasonClass.QUALITY) {
            long[] cell = cell(
                    counted,
                    back.productModel(),
                    back.component(),
                    back.symptomCode(),
                    back.causeCode(),
                    "quality",
                    back.region(),
                    day);
            cell[4]++;
            cell[5] += zero(back.creditMinor());
        } else if (event instanceof Repair repair
                && (repair.serviceKind() == null || repair.serviceKind() == ServiceKind.FAILURE)) {
            repair(counted, repair, day);
        }
        return counted;
    }

    private static void repair(Map<List<String>, long[]> counted, Repair repair, String day) {
        Set<@Nullable String> components = new HashSet<>();
        for (int line = 0; line < Math.max(1, repair.faults().size()); line++) {
            Fault fault = repair.faults().isEmpty() ? null : repair.faults().get(line);
            long[] cell = cell(
                    counted,
                    repair.productModel(),
                    fault == null ? null : fault.component(),
                    fault == null ? null : fault.symptomCode(),
                    fault == null ? null : fault.causeCode(),
                    wire(repair.causeClass()),
                    repair.region(),
                    day);
            if (line == 0) {
                cell[0]++;
                cell[5] += zero(repair.labourMinor()) + zero(repair.travelMinor());
                cell[6] += zero(repair.downtimeMinutes());
            }
            if (components.add(fault == null ? null : fault.component())) {
                cell[1]++;
            }
            if (fault != null) {
                cell[2]++;
                cell[5] += zero(fault.labourMinor());
                for (FittedPart part : fault.parts()) {
                    cell[5] += zero(part.costMinor());
                }
            }
        }
    }

    private static long[] cell(Map<List<String>, long[]> counted, @Nullable String... dimensions) {
        return counted.computeIfAbsent(
                Arrays.stream(dimensions).map(LedgerCount::text).toList(), absent -> new long[MEASURES]);
    }

    private static long zero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static @Nullable String wire(@Nullable Code code) {
        return code == null ? null : code.wire();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
