// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events in the structured mode of CloudEvents 1.0: the event is the value of {@code data}. */
final class CloudEvents {
    private CloudEvents() {}

    static Reading read(JsonFactory json, byte[] utf8, EventType type, Times times, Notes notes) throws IOException {
        try (JsonParser parser = json.createParser(utf8)) {
            EventReader.open(parser);
            ObjectReader objects = new ObjectReader(parser, times, notes);
            @Nullable Event event = null;
            Set<String> seen = new HashSet<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (!seen.add(name)) {
                    throw new Refusal(RejectReason.E_JSON_DUPKEY, name, "the same key twice");
                }
                JsonToken value = parser.nextToken();
                if (name.equals("data") && value == JsonToken.START_OBJECT) {
                    event = (Event) objects.event(type);
                } else {
                    parser.skipChildren();
                }
            }
            EventReader.close(parser);
            if (event == null) {
                throw new Refusal(RejectReason.E_TYPE, "data", "a CloudEvent without an object as data");
            }
            return new Reading.Accepted(event, notes.warnings(), notes.extras());
        }
    }
}
