// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.pipelines.ledgers.Posting;
import io.fieldback.pipelines.ledgers.PostingRule;
import io.fieldback.pipelines.rules.RuleFacts;
import io.fieldback.pipelines.rules.RuleSettings;
import io.fieldback.pipelines.rules.RuleSubject;
import io.fieldback.pipelines.units.UnitFacts;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.RowEvents;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads from an epoch's tables what the journal operator keeps as state: the tables are the state. */
final class Rebuild {
    /** Takes what the tables know; called once for each journal row, then for each earlier sighting of one. */
    interface Target {
        /** Whether this subtask keeps the key. */
        boolean keeps(String key);

        /**
         * A content, or an earlier sighting of it, of the case with this key, the units that it names and the subjects
         * of rules that it concerns.
         */
        void sighting(String key, Version version, Collection<String> serialNos, Collection<RuleSubject> subjects)
                throws Exception;

        /** A refused record with this key. */
        void refused(String key) throws Exception;
    }

    private static final List<String> ORDER = List.of(
            "id",
            "revision",
            "recorded_at",
            "received_at",
            "voided",
            "event_on",
            "known_on",
            "known_assumed",
            "tombstone",
            "content_hash");

    /** What the postings of a type need beyond {@link #ORDER}. */
    private static final Map<EventType, Set<String>> POSTED = Map.of(
            EventType.REPAIR,
            Set.of(
                    "product_model",
                    "region",
                    "service_kind",
                    "cause_class",
                    "labour_minor",
                    "travel_minor",
                    "downtime_minutes",
                    "faults"),
            EventType.COMPLAINT,
            Set.of("product_model", "region", "cause_class", "component", "symptom_code"),
            EventType.RETURN,
            Set.of(
                    "product_model",
                    "region",
                    "reason_class",
                    "component",
                    "symptom_code",
                    "cause_code",
                    "credit_minor"));

    /** What names units. */
    private static final Set<String> NAMES = Set.of("serial_no", "serial_nos", "replacement_serial_no");

    private final Warehouse warehouse;
    private final Epoch epoch;
    private final PostingRule rule;
    private final RuleSettings rules;

    Rebuild(Warehouse warehouse, Epoch epoch, PostingRule rule, RuleSettings rules) {
        this.warehouse = warehouse;
        this.epoch = epoch;
        this.rule = rule;
        this.rules = rules;
    }

    void into(Target target) throws Exception {
        for (EventType type : EventType.values()) {
            contents(type, target);
        }
        FaultPoint.REBUILD_HALF_WAY.reached();
        resightings(target);
        refused(target);
    }

    private void contents(EventType type, Target target) throws Exception {
        Table journal = Journals.of(type);
        Set<String> posted = POSTED.getOrDefault(type, Set.of());
        boolean names = UnitFacts.named(type);
        boolean ruled = RuleFacts.TYPES.contains(type);
        List<Column> columns = journal.columns().stream()
                .filter(column -> ORDER.contains(column.name())
                        || posted.contains(column.name())
                        || (names && NAMES.contains(column.name()))
                        || (ruled && RuleFacts.COLUMNS.contains(column.name())))
                .toList();
        Table projection = new Table(journal.name(), journal.grain(), columns);
        int id = projection.position("id");
        int revision = projection.position("revision");
        int recordedAt = projection.position("recorded_at");
        int receivedAt = projection.position("received_at");
        int eventOn = projection.position("event_on");
        int knownOn = projection.position("known_on");
        int assumed = projection.position("known_assumed");
        int tombstone = projection.position("tombstone");
        int hash = projection.position("content_hash");
        int customerKey = ruled ? projection.position("customer_key") : -1;
        String prefix = type.wire() + '|';
        for (Path file : warehouse.files(epoch, journal.name())) {
            TableReader.read(file, projection, row -> {
                String key = prefix + text(row, id);
                if (!target.keeps(key)) {
                    return;
                }
                LocalDate day = (LocalDate) row[eventOn];
                List<Posting> postings = List.of();
                Collection<String> serialNos = List.of();
                Collection<RuleSubject> subjects = List.of();
                if ((names || ruled || !posted.isEmpty()) && !Boolean.TRUE.equals(row[tombstone])) {
                    Event event = RowEvents.event(type, columns, row);
                    Integer eventDay = day == null ? null : (Integer) (int) day.toEpochDay();
                    postings = posted.isEmpty() ? postings : rule.of(event, eventDay);
                    serialNos = UnitFacts.serialNos(event);
                    subjects = ruled
                            ? RuleSubject.told(
                                            type,
                                            text(row, id),
                                            RuleFacts.of(event, eventDay, (String) row[customerKey], rules))
                                    .keySet()
                            : subjects;
                }
                Version version = new Version(
                        text(row, hash),
                        Boolean.TRUE.equals(row[tombstone]),
                        (Long) row[revision],
                        (Instant) row[recordedAt],
                        (Instant) row[receivedAt],
                        day(row, knownOn),
                        Boolean.TRUE.equals(row[assumed]),
                        postings);
                take(target, key, version, serialNos, subjects);
            });
        }
    }

    private void resightings(Target target) throws Exception {
        Table table = Tables.RESIGHTINGS;
        for (Path file : warehouse.files(epoch, table.name())) {
            TableReader.read(file, table, row -> {
                String key = text(row, 0) + '|' + text(row, 1);
                if (target.keeps(key)) {
                    Version sighting = new Version(
                            text(row, 2),
                            false,
                            null,
                            null,
                            (Instant) row[3],
                            day(row, 4),
                            Boolean.TRUE.equals(row[5]),
                            List.of());
                    take(target, key, sighting, List.of(), List.of());
                }
            });
        }
    }

    private void refused(Target target) throws Exception {
        Table rejects = Tables.REJECTED_RECORDS;
        Table projection = new Table(
                rejects.name(), rejects.grain(), List.of(rejects.columns().get(rejects.position("hash"))));
        for (Path file : warehouse.files(epoch, rejects.name())) {
            TableReader.read(file, projection, row -> {
                String key = "reject|" + text(row, 0);
                if (target.keeps(key)) {
                    try {
                        target.refused(key);
                    } catch (Exception e) {
                        throw new IllegalStateException("Cannot rebuild reject " + key + ": " + e.getMessage(), e);
                    }
                }
            });
        }
    }

    private static void take(
            Target target,
            String key,
            Version version,
            Collection<String> serialNos,
            Collection<RuleSubject> subjects) {
        try {
            target.sighting(key, version, serialNos, subjects);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot rebuild case " + key + ": " + e.getMessage(), e);
        }
    }

    private static String text(@Nullable Object[] row, int position) {
        return String.valueOf(row[position]);
    }

    private static int day(@Nullable Object[] row, int position) {
        return (int) ((LocalDate) java.util.Objects.requireNonNull(row[position])).toEpochDay();
    }
}
