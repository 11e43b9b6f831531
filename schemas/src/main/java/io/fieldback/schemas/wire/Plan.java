// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import io.fieldback.schemas.code.Spellings;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Kind;
import io.fieldback.schemas.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the fields of a record are read at one place of an event: made once, so that no path is built for a record. */
final class Plan {
    /**
     * A field at its place.
     *
     * @param at JSON path, without the numbers of list items
     * @param spellings of a code
     * @param nested of a record or records
     */
    record Slot(
            Field field,
            String at,
            @Nullable Spellings spellings,
            @Nullable Plan nested) {}

    private static final Map<EventType, Plan> PLANS = new EnumMap<>(EventType.class);

    static {
        for (EventType type : EventType.values()) {
            PLANS.put(type, new Plan(type.shape(), ""));
        }
    }

    final Shape<?> shape;
    final String path;
    final List<Slot> slots;
    /** Required texts, whose absence refuses the event. */
    final List<Integer> required;

    private final Map<String, Integer> folded = new HashMap<>();
    /** The field that followed each one when it was first read, 0 the first of all: sources keep to one order. */
    private final int[] following;

    private Plan(Shape<?> shape, String path) {
        this.shape = shape;
        this.path = path;
        List<Slot> found = new ArrayList<>();
        List<Integer> needed = new ArrayList<>();
        for (Field field : shape.fields()) {
            String at = at(field.name());
            Plan nested = field.shape() == null ? null : new Plan(field.shape(), at);
            folded.put(field.name().toLowerCase(Locale.ROOT), found.size());
            if (field.required() && field.kind() == Kind.TEXT) {
                needed.add(found.size());
            }
            found.add(new Slot(field, at, field.kind() == Kind.CODE ? Spellings.of(field) : null, nested));
        }
        this.slots = List.copyOf(found);
        this.required = List.copyOf(needed);
        this.following = new int[found.size() + 1];
        Arrays.fill(following, -1);
    }

    /**
     * Where the field of this name stands, or -1. A guess by the field read before it saves the search, nearly always.
     * Threads may overwrite each other's guesses: every guess is checked.
     */
    int position(String name, int before) {
        int guess = following[before + 1];
        if (guess >= 0 && slots.get(guess).field().name().equals(name)) {
            return guess;
        }
        int position = shape.position(name);
        if (guess < 0) {
            following[before + 1] = position;
        }
        return position;
    }

    static Plan of(EventType type) {
        return java.util.Objects.requireNonNull(PLANS.get(type));
    }

    /** A plan for records that stand elsewhere than the shape says. */
    static Plan of(Shape<?> shape) {
        return new Plan(shape, "");
    }

    /** The path of a field of this name here. */
    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Where a field stands whose name differs from this one in case only, or -1. */
    int foldedPosition(String name) {
        return folded.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
    }
}
