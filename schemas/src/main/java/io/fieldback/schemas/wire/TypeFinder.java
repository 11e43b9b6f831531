// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fieldback.schemas.event.EventType;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The type a record names, found by a walk through all of it.
 *
 * @param type as written, or null
 * @param cloudEvent whether the record is a structured CloudEvent
 */
record TypeFinder(@Nullable String type, boolean cloudEvent) {
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z.]{0,64}fieldback\\.)?([a-z-]{1,32})(?:\\.v(\\d{1,9}))?");

    /** Walks an object of which the parser stands at the opening brace. */
    static TypeFinder scan(JsonParser parser) throws IOException {
        String type = null;
        boolean cloudEvent = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            cloudEvent |= name.equals("specversion");
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getText();
            }
            parser.skipChildren();
        }
        return new TypeFinder(type, cloudEvent);
    }

    EventType eventType() {
        Matcher matcher = NAME.matcher(String.valueOf(type));
        if (matcher.matches()) {
            String version = matcher.group(2);
            if (version != null && !version.equals("1")) {
                throw new Refusal(RejectReason.E_SCHEMA_NEWER, "type", "version " + version + " of the schema");
            }
            EventType known = EventType.ofWire(matcher.group(1));
            if (known != null) {
                return known;
            }
        }
        throw new Refusal(RejectReason.E_TYPE_UNKNOWN, "type", "no such event type");
    }
}
