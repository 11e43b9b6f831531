// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.event.Fault;
import io.fieldback.schemas.shape.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects by the plan of their record. */
final class ObjectReader {
    private static final Plan FAULT = Plan.of(Shape.of(Fault.class));

    private final JsonParser parser;
    private final Scalars scalars;
    private final Strangers strangers;
    private final Notes notes;
    private @Nullable Object @Nullable [] flatFault;

    ObjectReader(JsonParser parser, Times times, Notes notes) {
        this.parser = parser;
        this.scalars = new Scalars(parser, times, notes);
        this.strangers = new Strangers(parser, notes);
        this.notes = notes;
    }

    /** The event of which the parser has read the opening brace. */
    Record event(EventType type) throws IOException {
        Plan plan = Plan.of(type);
        @Nullable Object[] values = values(plan, type == EventType.REPAIR);
        if (flatFault != null) {
            int faults = plan.shape.position("faults");
            if (values[faults] == null || ((List<?>) values[faults]).isEmpty()) {
                values[faults] = List.of(FAULT.shape.create(flatFault));
            } else {
                keepFlatFault(flatFault);
            }
        }
        return plan.shape.create(values);
    }

    /** Flat fields beside a list of faults: nobody can say which fault they mean, so they are kept aside. */
    private void keepFlatFault(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                String name = FAULT.slots.get(i).at();
                notes.warn(Warning.W_FIELD_UNKNOWN, name);
                notes.keepText(name, value instanceof Code code ? code.wire() : value.toString());
            }
        }
    }

    /** Whether the object had the mark of a CloudEvent envelope among its fields. */
    boolean cloudEvent() {
        return strangers.cloudEvent();
    }

    private @Nullable Object[] values(Plan plan, boolean flatFaults) throws IOException {
        @Nullable Object[] values = new Object[plan.slots.size()];
        boolean[] seen = new boolean[values.length];
        Set<String> others = null;
        boolean typed = false;
        int before = -1;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            strangers.countKey();
            int position = plan.position(name, before);
            if (position >= 0) {
                before = position;
                refuseTwice(seen[position], plan, name);
                seen[position] = true;
                values[position] = value(plan.slots.get(position), parser.nextToken());
            } else if (name.equals("type") && !typed) {
                typed = true;
                other(plan, name, parser.nextToken(), flatFaults);
            } else {
                others = others == null ? new HashSet<>() : others;
                refuseTwice(!others.add(name.toLowerCase(Locale.ROOT)), plan, name);
                other(plan, name, parser.nextToken(), flatFaults);
            }
        }
        if (others != null) {
            for (String other : others) {
                int position = plan.foldedPosition(other);
                refuseTwice(position >= 0 ? seen[position] : typed && other.equals("type"), plan, other);
            }
        }
        for (int position : plan.required) {
            if (values[position] == null) {
                throw missing(plan.slots.get(position).at());
            }
        }
        return values;
    }

    private static void refuseTwice(boolean twice, Plan plan, String name) {
        if (twice) {
            throw new Refusal(RejectReason.E_JSON_DUPKEY, plan.at(name), "the same key twice");
        }
    }

    private static Refusal missing(String at) {
        RejectReason reason = at.equals("id") ? RejectReason.E_ID_MISSING : RejectReason.E_FIELD_MISSING;
        return new Refusal(reason, at, "a required field is absent");
    }

    private void other(Plan plan, String name, JsonToken token, boolean flatFaults) throws IOException {
        if (plan.path.isEmpty() && name.equals("type")) {
            if (!token.isScalarValue()) {
                throw new Refusal(RejectReason.E_TYPE, "type", "text is expected");
            }
            return;
        }
        int inFault = flatFaults ? FAULT.shape.position(name) : -1;
        if (inFault >= 0) {
            if (flatFault == null) {
                flatFault = new Object[FAULT.slots.size()];
            }
            flatFault[inFault] = value(FAULT.slots.get(inFault), token);
            return;
        }
        strangers.keep(plan.at(name));
    }

    private @Nullable Object value(Plan.Slot slot, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (slot.field().kind()) {
            case RECORD -> record(slot, token);
            case RECORDS -> records(slot, token);
            case TEXTS -> texts(slot, token);
            case TEXT, CODE, INTEGER, NUMBER, FLAG, DAY, MONTH, INSTANT -> scalars.read(slot, token);
        };
    }

    private Record record(Plan.Slot slot, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            throw new Refusal(RejectReason.E_TYPE, slot.at(), "an object is expected");
        }
        Plan nested = Objects.requireNonNull(slot.nested());
        return nested.shape.create(values(nested, false));
    }

    private List<Object> records(Plan.Slot slot, JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            throw new Refusal(RejectReason.E_TYPE, slot.at(), "a list is expected");
        }
        List<Object> records = new ArrayList<>(2);
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            notes.enter(slot.at(), records.size());
            records.add(record(slot, next));
            notes.leave();
        }
        return records;
    }

    private List<Object> texts(Plan.Slot slot, JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            throw new Refusal(RejectReason.E_TYPE, slot.at(), "a list is expected");
        }
        List<Object> texts = new ArrayList<>(2);
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            Object text = next == JsonToken.VALUE_NULL ? null : scalars.text(slot, next);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
