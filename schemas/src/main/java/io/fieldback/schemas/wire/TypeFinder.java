// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fieldback.schemas.event.EventType;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The type a record names. Events written by Fieldback name it first, so the scan ends at once; it walks the whole
 * record only for others.
 *
 * @param type as written, or null
 * @param cloudEvent whether the record is a structured CloudEvent
 */
record TypeFinder(@Nullable String type, boolean cloudEvent) {
    private static final Pattern NAME = Pattern.compile("(?:[a-z.]*fieldback\\.)?([a-z-]+)(?:\\.v(\\d+))?");

    static TypeFinder scan(JsonFactory json, byte[] utf8) throws IOException {
        String type = null;
        try (JsonParser parser = json.createParser(utf8)) {
            parser.nextToken();
            boolean first = true;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("specversion")) {
                    return new TypeFinder(type != null ? type : scanType(parser), true);
                }
                if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                    type = parser.getText();
                    if (first && EventType.ofWire(type) != null) {
                        return new TypeFinder(type, false);
                    }
                }
                first = false;
                parser.skipChildren();
            }
        }
        return new TypeFinder(type, false);
    }

    private static @Nullable String scanType(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                return parser.getText();
            }
            parser.skipChildren();
        }
        return null;
    }

    EventType eventType() {
        String name = String.valueOf(type);
        Matcher matcher = NAME.matcher(name);
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
