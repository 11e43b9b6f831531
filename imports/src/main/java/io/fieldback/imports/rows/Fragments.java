// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.imports.mapping.EventRule;
import io.fieldback.imports.mapping.FieldRule;
import io.fieldback.imports.mapping.Origin;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Kind;
import io.fieldback.schemas.wire.RejectReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What single rows contribute to an event, as JSON, and how the contributions of several rows become one event. */
final class Fragments {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Values values;
    private final ZoneId zone;

    Fragments(Values values, ZoneId zone) {
        this.values = values;
        this.zone = zone;
    }

    /** What one row contributes; each list has at most one item. */
    ObjectNode of(EventRule rule, Row row) {
        ObjectNode fragment = JSON.objectNode();
        for (FieldRule field : rule.fields()) {
            if (!(field.value().origin() instanceof Origin.After)) {
                Object value = values.value(field.value(), field.field(), field.name(), row);
                if (value != null) {
                    put(fragment, field.path(), json(value));
                }
            }
        }
        return fragment;
    }

    /** Fills the fields that follow from other fields of the event. */
    void follow(EventRule rule, ObjectNode event, String place) {
        for (FieldRule field : rule.fields()) {
            if (field.value().origin() instanceof Origin.After after) {
                JsonNode base = event.at("/" + after.field().replace('.', '/'));
                if (base.isTextual()) {
                    put(event, field.path(), JSON.textNode(later(base.asText(), after, field, place)));
                }
            }
        }
    }

    private String later(String base, Origin.After after, FieldRule field, String place) {
        OffsetDateTime moment;
        try {
            moment = base.length() > 10
                    ? OffsetDateTime.parse(base)
                    : LocalDate.parse(base).atStartOfDay(zone).toOffsetDateTime();
        } catch (java.time.DateTimeException e) {
            throw new Unmappable(RejectReason.E_TIME_INVALID, field.name(), place, "'" + base + "' is no day or time");
        }
        // Days are added by the calendar, so that a day of 23 hours stays one.
        OffsetDateTime later = moment.atZoneSameInstant(zone)
                .plusDays(after.later().toDays())
                .plus(after.later().minusDays(after.later().toDays()))
                .toOffsetDateTime();
        return field.field().kind() == Kind.DAY ? later.toLocalDate().toString() : later.toString();
    }

    /**
     * Adds what a further row of the same case contributes. The first value of a field wins, but for those to be added
     * up; an item of a list is appended, or its own lists to the last item where it only repeats or continues that one.
     *
     * @return whether a value of the row was passed over because an earlier row says otherwise
     */
    static boolean merge(ObjectNode into, ObjectNode row, List<String> sum) {
        boolean conflict = false;
        for (Map.Entry<String, JsonNode> entry : row.properties()) {
            String name = entry.getKey();
            JsonNode known = into.get(name);
            JsonNode value = entry.getValue();
            if (known == null) {
                into.set(name, value);
            } else if (known instanceof ArrayNode list && value instanceof ArrayNode items) {
                items.forEach(item -> append(list, item));
            } else if (known instanceof ObjectNode object && value instanceof ObjectNode more) {
                conflict |= merge(object, more, List.of());
            } else if (sum.contains(name) && known.isNumber() && value.isNumber()) {
                into.put(name, known.decimalValue().add(value.decimalValue()));
            } else {
                conflict |= !known.equals(value);
            }
        }
        return conflict;
    }

    private static void append(ArrayNode list, JsonNode item) {
        JsonNode last = list.isEmpty() ? null : list.get(list.size() - 1);
        if (last instanceof ObjectNode previous && item instanceof ObjectNode next && continues(previous, next)) {
            merge(previous, next, List.of());
        } else if (item.isTextual() && list.findValuesAsText("").contains(item.asText())) {
            return;
        } else {
            list.add(item);
        }
    }

    /** Whether an item only brings more for the lists of the item before it: a second part for the same fault. */
    private static boolean continues(ObjectNode previous, ObjectNode next) {
        boolean brings = false;
        for (Map.Entry<String, JsonNode> entry : next.properties()) {
            if (entry.getValue().isArray()) {
                brings = true;
            } else if (!entry.getValue().equals(previous.get(entry.getKey()))) {
                return false;
            }
        }
        return brings;
    }

    private static void put(ObjectNode event, List<Field> path, JsonNode value) {
        ObjectNode at = event;
        for (int i = 0; i < path.size() - 1; i++) {
            Field field = path.get(i);
            JsonNode next = at.get(field.name());
            if (field.kind() == Kind.RECORDS) {
                ArrayNode list = next instanceof ArrayNode known ? known : at.putArray(field.name());
                at = list.isEmpty() ? list.addObject() : (ObjectNode) list.get(0);
            } else {
                at = next instanceof ObjectNode known ? known : at.putObject(field.name());
            }
        }
        Field last = path.get(path.size() - 1);
        if (last.kind() == Kind.TEXTS) {
            at.putArray(last.name()).add(value);
        } else {
            at.set(last.name(), value);
        }
    }

    private static JsonNode json(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.scale() <= 0 && number.precision() <= 18
                    ? JSON.numberNode(number.longValue())
                    : JSON.numberNode(number);
        }
        return value instanceof Boolean flag ? JSON.booleanNode(flag) : JSON.textNode(String.valueOf(value));
    }
}
