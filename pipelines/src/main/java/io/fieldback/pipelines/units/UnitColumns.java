// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.RowEvents;
import io.fieldback.schemas.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a journal that tell of units, and what its rows say by them. */
final class UnitColumns {
    private static final Set<String> NAMES =
            Set.of("id", "voided", "tombstone", "serial_no", "serial_nos", "replacement_serial_no");

    private static final Set<String> ORDER =
            Set.of("revision", "recorded_at", "received_at", "event_on", "event_on_basis", "known_on", "content_hash");

    /** What the facts of all types are made of; a journal has some of them. */
    private static final Set<String> FACTS = Set.of(
            "product_model",
            "region",
            "produced_on",
            "sold_on",
            "invoiced_on",
            "shipped_on",
            "period",
            "service_kind",
            "labour_minor",
            "travel_minor",
            "faults",
            "kind",
            "reason_class",
            "returned_to_owner_at",
            "component",
            "symptom_code",
            "credit_minor");

    private final EventType type;
    private final Table table;

    private UnitColumns(EventType type, List<Column> columns) {
        this.type = type;
        Table journal = Journals.of(type);
        this.table = new Table(journal.name(), journal.grain(), columns);
    }

    /** All that contents are made of. */
    static UnitColumns of(EventType type) {
        return new UnitColumns(
                type,
                Journals.of(type).columns().stream()
                        .filter(column -> NAMES.contains(column.name())
                                || ORDER.contains(column.name())
                                || FACTS.contains(column.name()))
                        .toList());
    }

    /** Cases and the units they name. */
    static UnitColumns namesOnly(EventType type) {
        return new UnitColumns(
                type,
                Journals.of(type).columns().stream()
                        .filter(column -> NAMES.contains(column.name()))
                        .toList());
    }

    Table table() {
        return table;
    }

    String id(@Nullable Object[] row) {
        return String.valueOf(value(row, "id"));
    }

    String contentHash(@Nullable Object[] row) {
        return String.valueOf(value(row, "content_hash"));
    }

    Set<String> serialNos(@Nullable Object[] row) {
        return tombstone(row) ? Set.of() : UnitFacts.serialNos(event(row));
    }

    Map<String, List<UnitFact>> facts(@Nullable Object[] row) {
        LocalDate day = (LocalDate) value(row, "event_on");
        return tombstone(row)
                ? Map.of()
                : UnitFacts.of(
                        event(row),
                        day == null ? null : (Integer) (int) day.toEpochDay(),
                        String.valueOf(value(row, "event_on_basis")));
    }

    /** The content of a row, at its own or an earlier sighting. */
    UnitContent content(@Nullable Object[] row, UnitRebuild.@Nullable Sighting earlier, List<UnitFact> facts) {
        Instant recorded = (Instant) value(row, "recorded_at");
        Instant received = (Instant) value(row, "received_at");
        int knownOn = (int) ((LocalDate) Objects.requireNonNull(value(row, "known_on"))).toEpochDay();
        if (earlier != null) {
            Instant before = earlier.receivedAt();
            received = received == null || (before != null && before.isBefore(received)) ? before : received;
            knownOn = Math.min(knownOn, earlier.knownOn());
        }
        return new UnitContent(
                type,
                id(row),
                contentHash(row),
                tombstone(row),
                (Long) value(row, "revision"),
                recorded == null ? received : recorded,
                knownOn,
                facts);
    }

    private Event event(@Nullable Object[] row) {
        return RowEvents.event(type, table.columns(), row);
    }

    private boolean tombstone(@Nullable Object[] row) {
        return Boolean.TRUE.equals(value(row, "tombstone"));
    }

    private @Nullable Object value(@Nullable Object[] row, String column) {
        return row[table.position(column)];
    }
}
