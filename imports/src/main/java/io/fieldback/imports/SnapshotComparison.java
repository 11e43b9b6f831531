// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import io.fieldback.imports.rows.CaseMapper;
import io.fieldback.schemas.event.EventType;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares a full state of a source with the state known before: what lies in its period and is not in it is gone. */
final class SnapshotComparison {
    private final ImportRequest request;
    private final Map<EventType, Set<String>> present = new EnumMap<>(EventType.class);
    private final Map<EventType, LocalDate> first = new EnumMap<>(EventType.class);
    private final Map<EventType, LocalDate> last = new EnumMap<>(EventType.class);
    private final Map<EventType, Map<String, LocalDate>> before = new EnumMap<>(EventType.class);
    private final Map<EventType, Set<String>> undated = new EnumMap<>(EventType.class);
    private final Map<EventType, Set<String>> gone = new EnumMap<>(EventType.class);
    private long unknownRefused;
    private boolean voided;

    SnapshotComparison(ImportRequest request) {
        this.request = request;
    }

    void present(EventType type, String id, @Nullable LocalDate day) {
        present.computeIfAbsent(type, any -> new HashSet<>()).add(id);
        if (day != null) {
            first.merge(type, day, (a, b) -> a.isBefore(b) ? a : b);
            last.merge(type, day, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    /** A refused row is in the file all the same; one whose case is not known could be any of those that seem gone. */
    void refused(@Nullable EventType type, @Nullable String caseId) {
        if (type == null || caseId == null) {
            unknownRefused++;
        } else {
            present.computeIfAbsent(type, any -> new HashSet<>()).add(caseId);
        }
    }

    ImportSummary.Missing finish(CaseMapper cases, EventSink sink) throws IOException {
        if (!request.previous().exists()) {
            return new ImportSummary.Missing(false, Map.of(), false, 0);
        }
        request.previous().visit((type, id, day) -> {
            before.computeIfAbsent(type, any -> new HashMap<>());
            if (day == null) {
                undated.computeIfAbsent(type, any -> new HashSet<>()).add(id);
                before.get(type).remove(id);
            } else {
                before.get(type).put(id, day);
                undated.getOrDefault(type, new HashSet<>()).remove(id);
            }
        });
        before.forEach((type, ids) -> ids.forEach((id, day) -> {
            if (inPeriod(type, day)) {
                compare(type, id);
            }
        }));
        if (request.mapping().wholePeriod()) {
            undated.forEach((type, ids) -> ids.forEach(id -> compare(type, id)));
        }
        voided = request.snapshot() == ImportRequest.Snapshot.VOID_MISSING && unknownRefused == 0;
        Map<String, Set<String>> named = new TreeMap<>();
        for (Map.Entry<EventType, Set<String>> each : gone.entrySet()) {
            named.put(each.getKey().wire(), each.getValue());
            for (String id : voided ? each.getValue() : Set.<String>of()) {
                sink.accept(each.getKey().wire(), id, cases.withdrawal(each.getKey(), id));
            }
        }
        return new ImportSummary.Missing(true, named, voided, unknownRefused);
    }

    /** Writes what remains known of what was known before and is not in the file. */
    void keep(StateFile.Writer state) throws IOException {
        for (Map.Entry<EventType, Map<String, LocalDate>> each : before.entrySet()) {
            for (Map.Entry<String, LocalDate> known : each.getValue().entrySet()) {
                if (remains(each.getKey(), known.getKey())) {
                    state.known(each.getKey(), known.getKey(), known.getValue());
                }
            }
        }
        for (Map.Entry<EventType, Set<String>> each : undated.entrySet()) {
            for (String id : each.getValue()) {
                if (remains(each.getKey(), id)) {
                    state.known(each.getKey(), id, null);
                }
            }
        }
    }

    private void compare(EventType type, String id) {
        if (!present.getOrDefault(type, Set.of()).contains(id)) {
            gone.computeIfAbsent(type, any -> new java.util.TreeSet<>()).add(id);
        }
    }

    private boolean remains(EventType type, String id) {
        boolean withdrawn = voided && gone.getOrDefault(type, Set.of()).contains(id);
        return !withdrawn;
    }

    private boolean inPeriod(EventType type, LocalDate day) {
        if (request.mapping().wholePeriod()) {
            return true;
        }
        LocalDate from = first.get(type);
        LocalDate to = last.get(type);
        return from != null && to != null && !day.isBefore(from) && !day.isAfter(to);
    }
}
