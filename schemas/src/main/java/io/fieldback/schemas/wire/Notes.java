// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one reading has to say beside its event: warnings, and what it did not know. */
final class Notes {
    /** Longest extras kept, characters. */
    private static final int MAX_EXTRAS = 4096;

    /** Most warnings kept: a record with thousands of unknown fields has said it by then. */
    private static final int MAX_WARNINGS = 64;

    private record Item(String list, int number) {}

    private final Deque<Item> items = new ArrayDeque<>(2);
    private @Nullable Set<String> warnings;
    private @Nullable StringBuilder extras;

    void warn(Warning warning, String field) {
        if (warnings == null) {
            warnings = new LinkedHashSet<>(4);
        }
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(field.isEmpty() ? warning.name() : warning.name() + " " + field);
        }
    }

    /** What follows stands in this item of this list, until {@link #leave()}. */
    void enter(String list, int number) {
        items.addLast(new Item(list, number));
    }

    void leave() {
        items.removeLast();
    }

    /** Keeps a value, under its path with the numbers of list items in it. */
    void keep(String field, String json) {
        String place = quoted(numbered(field));
        if (extras == null) {
            extras = new StringBuilder("{");
        }
        if (extras.length() + place.length() + json.length() + 3 > MAX_EXTRAS) {
            warn(Warning.W_EXTRAS_CUT, "");
            return;
        }
        if (extras.length() > 1) {
            extras.append(',');
        }
        extras.append(place).append(':').append(json);
    }

    void keepText(String field, String text) {
        keep(field, quoted(text));
    }

    List<String> warnings() {
        return warnings == null ? List.of() : List.copyOf(warnings);
    }

    @Nullable
    String extras() {
        return extras == null || extras.length() == 1 ? null : extras + "}";
    }

    private String numbered(String field) {
        String place = field;
        for (Item item : (Iterable<Item>) items::descendingIterator) {
            int end = item.list().length();
            place = place.substring(0, end) + "[" + item.number() + "]" + place.substring(end);
        }
        return place;
    }

    static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
