// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.imports.mapping.Condition;
import io.fieldback.imports.mapping.EventRule;
import io.fieldback.imports.mapping.GroupRule;
import io.fieldback.imports.mapping.Mapping;
import io.fieldback.imports.mapping.SheetRule;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.time.EventDay;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.Reading;
import io.fieldback.schemas.wire.RejectReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the rows of one case, and rejected rows of those that give none. What it makes has been read back by
 * the reader that the intake uses, so that nothing it lets through is refused later.
 */
public final class CaseMapper {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Longest original that a rejected row carries whole. */
    private static final int MAX_ORIGINAL = 60_000;

    private final Mapping mapping;
    private final EventReader reader;
    private final Fragments fragments;
    private final Ids ids = new Ids();
    private final Instant receivedAt;
    private final Consumer<String> notes;

    /**
     * A mapper for one file: it counts the occurrences of equal rows.
     *
     * @param mapping the rules
     * @param receivedAt when the file was received
     * @param notes takes what is noticed, as codes
     */
    public CaseMapper(Mapping mapping, Instant receivedAt, Consumer<String> notes) {
        this.mapping = mapping;
        this.reader = new EventReader(mapping.moments().zone());
        this.fragments =
                new Fragments(new Values(mapping, notes), mapping.moments().zone());
        this.receivedAt = receivedAt;
        this.notes = notes;
    }

    /** What the rows of one case give: at least one outcome. */
    public List<Outcome> map(SheetRule sheet, List<? extends Row> rows) {
        return map(sheet, rows, null);
    }

    /** What they give, where the source itself says when it recorded them. */
    public List<Outcome> map(SheetRule sheet, List<? extends Row> rows, @Nullable Instant recordedAt) {
        List<Outcome> outcomes = new ArrayList<>();
        for (EventRule rule : sheet.events()) {
            List<Row> wanted = new ArrayList<>();
            for (Row row : rows) {
                if (wants(rule, row)) {
                    wanted.add(row);
                }
            }
            if (!wanted.isEmpty()) {
                event(rule, sheet.group(), wanted, recordedAt, outcomes);
            }
        }
        return outcomes.isEmpty() ? List.of(new Outcome.Unwanted()) : outcomes;
    }

    /** The event that withdraws the case a row belongs to. */
    public List<Outcome> withdraw(SheetRule sheet, Row row, @Nullable Instant recordedAt) {
        List<Outcome> outcomes = new ArrayList<>();
        for (EventRule rule : sheet.events()) {
            if (!wants(rule, row)) {
                continue;
            }
            try {
                outcomes.add(checked(rule.type(), withdrawn(rule.type(), ids.of(rule.id(), row), recordedAt), row));
            } catch (Unmappable e) {
                outcomes.add(refused(rule.type(), null, e, row));
            }
        }
        return outcomes.isEmpty() ? List.of(new Outcome.Unwanted()) : outcomes;
    }

    /** The event that withdraws a case. */
    public byte[] withdrawal(EventType type, String id) {
        return bytes(withdrawn(type, id, null));
    }

    /** A rejected row of what cannot even be read as a row. */
    public Outcome.Refused damaged(RejectReason reason, String detail, String place, String original) {
        return refused(null, null, reason, null, detail, place, original);
    }

    private static boolean wants(EventRule rule, Row row) {
        for (Condition condition : rule.when()) {
            if (!condition.holds(row.cell(condition.column()))) {
                return false;
            }
        }
        return true;
    }

    private void event(
            EventRule rule,
            @Nullable GroupRule group,
            List<Row> rows,
            @Nullable Instant recordedAt,
            List<Outcome> out) {
        Row first = rows.get(0);
        Unmappable fault;
        String id = null;
        try {
            id = ids.of(rule.id(), first);
            ObjectNode event = envelope(rule.type(), id);
            ObjectNode content = merged(rule, group, rows);
            fragments.follow(rule, content, first.place());
            event.setAll(content);
            if (recordedAt != null && !event.has("recordedAt")) {
                event.put("recordedAt", recordedAt.toString());
            }
            Outcome outcome = checked(rule.type(), event, first);
            if (outcome instanceof Outcome.Refused && rows.size() > 1) {
                Outcome.Refused refused = (Outcome.Refused) outcome;
                fault = new Unmappable(refused.reason(), null, refused.place(), "its event is refused");
            } else {
                out.add(outcome);
                return;
            }
        } catch (Unmappable e) {
            fault = e;
        }
        // The rows of a case stand or fall together: half an order would be a wrong order.
        for (Row row : rows) {
            out.add(refused(rule.type(), id, fault, row));
        }
    }

    private ObjectNode merged(EventRule rule, @Nullable GroupRule group, List<Row> rows) {
        List<String> sum = group == null ? List.of() : group.sum();
        ObjectNode content = null;
        for (Row row : rows) {
            ObjectNode fragment = fragments.of(rule, row);
            if (content == null) {
                content = fragment;
                continue;
            }
            if (!sum.isEmpty()) {
                // A merged cell was filled into every row: it is one amount, not several.
                SumColumns.filled(rule, sum, row).forEach(fragment::remove);
            }
            if (Fragments.merge(content, fragment, sum)) {
                notes.accept("W_GROUP_CONFLICT " + rule.type().wire());
            }
        }
        return content == null ? JsonNodeFactory.instance.objectNode() : content;
    }

    private ObjectNode envelope(EventType type, String id) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", type.wire());
        event.put("id", id);
        event.put("source", mapping.source().name());
        event.put("receivedAt", receivedAt.toString());
        if (mapping.source().goLive() != null) {
            event.put("goLiveOn", mapping.source().goLive().toString());
        }
        return event;
    }

    private ObjectNode withdrawn(EventType type, String id, @Nullable Instant recordedAt) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", type.wire());
        event.put("id", id);
        event.put("source", mapping.source().name());
        event.put("voided", true);
        event.put("receivedAt", receivedAt.toString());
        if (recordedAt != null) {
            event.put("recordedAt", recordedAt.toString());
        }
        return event;
    }

    private Outcome checked(EventType type, ObjectNode event, Row row) {
        byte[] json = bytes(event);
        Reading reading = reader.read(json);
        if (reading instanceof Reading.Accepted accepted) {
            return new Outcome.Mapped(
                    type,
                    accepted.event().envelope().id(),
                    EventDay.of(accepted.event(), mapping.moments().zone()).day(),
                    accepted.warnings(),
                    json);
        }
        if (reading instanceof Reading.Refused refused) {
            Unmappable why = new Unmappable(refused.reason(), refused.field(), row.place(), refused.detail());
            return refused(type, event.get("id").asText(), why, row);
        }
        throw new IllegalStateException("Cannot read back " + event + ": it is no event");
    }

    private Outcome.Refused refused(EventType type, @Nullable String caseId, Unmappable why, Row row) {
        // A row of a case that fails because of another row stands at its own place and says where the fault is.
        boolean own =
                why.place().startsWith(row.place()) || why.place().equals(row.place()) || samePlace(why.place(), row);
        String place = own ? why.place() : row.place();
        String detail = own ? why.detail() : why.detail() + " (at " + why.place() + ", of the same case)";
        return refused(type, caseId, why.reason(), why.field(), detail, place, row.original());
    }

    private static boolean samePlace(String place, Row row) {
        return place.replaceAll("![A-Z]+(\\d+)$", "!$1").equals(row.place());
    }

    private Outcome.Refused refused(
            @Nullable EventType type,
            @Nullable String caseId,
            RejectReason reason,
            @Nullable String field,
            String detail,
            String place,
            String original) {
        String source = mapping.source().name();
        String id = HexFormat.of().formatHex(Ids.sha256(source + '\n' + place + '\n' + original));
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("type", "rejected-row");
        row.put("id", id);
        row.put("source", source);
        row.put("reason", reason.name());
        if (field != null) {
            row.put("field", field);
        }
        row.put("position", place);
        row.put("detail", detail);
        row.put("original", original.length() > MAX_ORIGINAL ? original.substring(0, MAX_ORIGINAL) : original);
        row.put("receivedAt", receivedAt.toString());
        return new Outcome.Refused(reason, type, caseId, id, place, bytes(row));
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a JSON object", e);
        }
    }
}
