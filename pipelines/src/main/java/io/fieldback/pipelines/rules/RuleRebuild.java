// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.RowEvents;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an epoch's tables what subjects were told: the tables are the state. A content is told to every subject
 * that any content of its case is told to. A case with one content, as nearly all are, is told as it is read; the few
 * with several, which the supersessions name, are put together first.
 */
final class RuleRebuild {
    /** Takes what the tables know. */
    interface Target {
        /** Whether this subtask keeps the subject with this key. */
        boolean keeps(long key);

        /** A content that a subject is told of. */
        void sighting(RuleSubject subject, RuleContent content) throws Exception;

        /** Names of changes of a subject that were taken back. */
        void takenBack(long key, Set<String> changeIds) throws Exception;
    }

    /** What orders contents, beside {@link RuleFacts#COLUMNS}. */
    private static final Set<String> ORDER = Set.of(
            "id",
            "revision",
            "recorded_at",
            "received_at",
            "voided",
            "event_on",
            "known_on",
            "tombstone",
            "content_hash");

    private final Warehouse warehouse;
    private final Epoch epoch;
    private final RuleSettings rules;

    RuleRebuild(Warehouse warehouse, Epoch epoch, RuleSettings rules) {
        this.warehouse = warehouse;
        this.epoch = epoch;
        this.rules = rules;
    }

    void into(Target target) throws Exception {
        Map<String, Set<String>> takenBack = takenBack(target);
        Map<String, RuleContent> earlier = resightings();
        Set<String> several = several();
        for (EventType type : EventType.values()) {
            if (RuleFacts.TYPES.contains(type)) {
                contents(type, several, earlier, takenBack, target);
            }
        }
    }

    /** A content as it stands in its journal, and what it says to whom. */
    private record Told(RuleContent content, Map<RuleSubject, RuleFact> to) {}

    private void contents(
            EventType type,
            Set<String> several,
            Map<String, RuleContent> earlier,
            Map<String, Set<String>> takenBack,
            Target target)
            throws Exception {
        Table journal = Journals.of(type);
        List<Column> columns = journal.columns().stream()
                .filter(column -> ORDER.contains(column.name()) || RuleFacts.COLUMNS.contains(column.name()))
                .toList();
        Table projection = new Table(journal.name(), journal.grain(), columns);
        Map<String, List<Told>> cases = new HashMap<>();
        read(projection, row -> {
            Told told = told(type, projection, row, earlier);
            if (several.contains(told.content().caseName())) {
                cases.computeIfAbsent(told.content().caseName(), key -> new ArrayList<>(2))
                        .add(told);
            } else if (!told.to().isEmpty()) {
                tell(List.of(told), takenBack, target);
            }
        });
        for (List<Told> contents : cases.values()) {
            tell(contents, takenBack, target);
        }
    }

    private Told told(EventType type, Table projection, @Nullable Object[] row, Map<String, RuleContent> earlier) {
        boolean tombstone = Boolean.TRUE.equals(row[projection.position("tombstone")]);
        Object customerKey = row[projection.position("customer_key")];
        LocalDate day = (LocalDate) row[projection.position("event_on")];
        String id = String.valueOf(row[projection.position("id")]);
        RuleFacts facts = tombstone
                ? RuleFacts.NONE
                : RuleFacts.of(
                        RowEvents.event(type, projection.columns(), row),
                        day == null ? null : (Integer) (int) day.toEpochDay(),
                        customerKey == null ? null : String.valueOf(customerKey),
                        rules);
        Instant recordedAt = (Instant) row[projection.position("recorded_at")];
        Instant receivedAt = (Instant) row[projection.position("received_at")];
        LocalDate knownOn = (LocalDate) Objects.requireNonNull(row[projection.position("known_on")]);
        RuleContent content = new RuleContent(
                type,
                id,
                String.valueOf(row[projection.position("content_hash")]),
                tombstone,
                (Long) row[projection.position("revision")],
                recordedAt == null ? receivedAt : recordedAt,
                (int) knownOn.toEpochDay(),
                null);
        RuleContent sighting = earlier.get(content.caseName() + '/' + content.contentHash());
        if (sighting != null) {
            content = recordedAt == null
                    ? content.earliest(sighting)
                    : new RuleContent(
                            type,
                            id,
                            content.contentHash(),
                            tombstone,
                            content.revision(),
                            recordedAt,
                            Math.min(content.knownOn(), sighting.knownOn()),
                            null);
        }
        return new Told(content, RuleSubject.told(type, id, facts));
    }

    private static void tell(List<Told> contents, Map<String, Set<String>> takenBack, Target target) {
        Set<RuleSubject> subjects = new LinkedHashSet<>();
        contents.forEach(told -> subjects.addAll(told.to().keySet()));
        for (RuleSubject subject : subjects) {
            if (target.keeps(subject.key())) {
                tell(subject, contents, takenBack, target);
            }
        }
    }

    private static void tell(
            RuleSubject subject, List<Told> contents, Map<String, Set<String>> takenBack, Target target) {
        String name = contents.get(0).content().caseName();
        try {
            for (Told told : contents) {
                target.sighting(subject, told.content().saying(told.to().get(subject)));
            }
            Set<String> changes = takenBack.get(name);
            if (changes != null) {
                target.takenBack(subject.key(), changes);
            }
        } catch (Exception e) {
            throw new IllegalStateException("Cannot rebuild the rules of case " + name + ": " + e.getMessage(), e);
        }
    }

    /** Cases with more than one content: all but the newest are superseded. */
    private Set<String> several() {
        Set<String> several = new HashSet<>();
        Table table = Tables.SUPERSESSIONS;
        read(new Table(table.name(), table.grain(), table.columns().subList(0, 2)), row -> {
            EventType type = EventType.ofWire(String.valueOf(row[0]));
            if (type != null && RuleFacts.TYPES.contains(type)) {
                several.add(type.wire() + '/' + row[1]);
            }
        });
        return several;
    }

    /** The earliest of all further sightings of each content that has any, by case and content. */
    private Map<String, RuleContent> resightings() {
        Map<String, RuleContent> sightings = new HashMap<>();
        read(Tables.RESIGHTINGS, row -> {
            EventType type = EventType.ofWire(String.valueOf(row[0]));
            if (type != null && RuleFacts.TYPES.contains(type)) {
                RuleContent sighting = new RuleContent(
                        type,
                        String.valueOf(row[1]),
                        String.valueOf(row[2]),
                        false,
                        null,
                        (Instant) row[3],
                        (int) ((LocalDate) Objects.requireNonNull(row[4])).toEpochDay(),
                        null);
                sightings.merge(sighting.caseName() + '/' + sighting.contentHash(), sighting, RuleContent::earliest);
            }
        });
        return sightings;
    }

    /** Changes that were taken back, by the last case that they rested on; those without cases by their customer. */
    private Map<String, Set<String>> takenBack(Target target) throws Exception {
        Table alerts = Tables.ALERTS;
        List<Column> columns = alerts.columns().stream()
                .filter(column -> Set.of("answers", "cases", "subject").contains(column.name()))
                .toList();
        Table projection = new Table(alerts.name(), alerts.grain(), columns);
        Map<String, Set<String>> byCase = new HashMap<>();
        Map<String, Set<String>> byCustomer = new HashMap<>();
        read(projection, row -> {
            Object answers = row[projection.position("answers")];
            Object subject = row[projection.position("subject")];
            Collection<?> cases = (Collection<?>) Objects.requireNonNull(row[projection.position("cases")]);
            if (answers != null && !cases.isEmpty()) {
                cases.forEach(each -> byCase.computeIfAbsent(String.valueOf(each), key -> new HashSet<>())
                        .add(String.valueOf(answers)));
            } else if (answers != null && subject != null) {
                byCustomer
                        .computeIfAbsent(String.valueOf(subject), key -> new HashSet<>())
                        .add(String.valueOf(answers));
            }
        });
        for (Map.Entry<String, Set<String>> customer : byCustomer.entrySet()) {
            long key = RuleSubject.customer(customer.getKey());
            if (target.keeps(key)) {
                target.takenBack(key, customer.getValue());
            }
        }
        return byCase;
    }

    private void read(Table table, Consumer<@Nullable Object[]> rows) {
        for (Path file : warehouse.files(epoch, table.name())) {
            TableReader.read(file, table, rows);
        }
    }
}
