// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import io.fieldback.schemas.event.EventType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds the type of a record that names it first, as those of Fieldback do, without a parser. */
final class TypePrefix {
    private static final byte[] KEY = "\"type\"".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 40;

    private TypePrefix() {}

    /** The type, or null if the record does not begin with a known one. */
    static @Nullable EventType of(byte[] json) {
        int at = skip(json, 0, '{');
        at = at < 0 ? -1 : space(json, at);
        for (int i = 0; i < KEY.length && at >= 0; i++, at++) {
            if (at >= json.length || json[at] != KEY[i]) {
                return null;
            }
        }
        at = at < 0 ? -1 : skip(json, at, ':');
        at = at < 0 ? -1 : skip(json, at, '"');
        if (at < 0) {
            return null;
        }
        int end = at;
        while (end < json.length && end - at < LONGEST && json[end] != '"') {
            end++;
        }
        return EventType.ofWire(new String(json, at, end - at, StandardCharsets.ISO_8859_1));
    }

    /** The place after this character, where only white space stands before it, or -1. */
    private static int skip(byte[] json, int from, char wanted) {
        int at = space(json, from);
        return at < json.length && json[at] == wanted ? at + 1 : -1;
    }

    private static int space(byte[] json, int from) {
        int at = from;
        while (at < json.length && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
        return at;
    }
}
