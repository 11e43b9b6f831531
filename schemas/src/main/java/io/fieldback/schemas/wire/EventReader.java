// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON record into an event. Strict where leniency would lose or invent something, kind where people write
 * the same thing in several ways; what it changes it notes. It never throws on bad input, keeps no state between
 * records, and may be shared by threads.
 */
public final class EventReader {
    /** Largest record read, bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNameLength(128)
                    .maxStringLength(65_536)
                    .maxNumberLength(60)
                    .build())
            .build();
    private static final ObjectMapper TREES = new ObjectMapper(JSON);

    private final Times times;

    /** A reader that takes times without offset to be of {@code zone}. */
    public EventReader(ZoneId zone) {
        this.times = new Times(zone);
    }

    /** Reads a record that names its own type. */
    public Reading read(byte[] json) {
        return read(json, null);
    }

    /**
     * Reads a record.
     *
     * @param json the bytes
     * @param expected type of the topic it came by; null if the record must name its type
     */
    public Reading read(byte[] json, @Nullable EventType expected) {
        try {
            if (json.length > MAX_BYTES) {
                throw new Refusal(RejectReason.E_LIMIT_SIZE, null, json.length + " bytes");
            }
            Notes notes = new Notes();
            return read(Encoding.utf8(json, notes), expected, notes);
        } catch (Refusal refusal) {
            return refusal.toReading();
        } catch (StreamConstraintsException e) {
            return limit(e).toReading();
        } catch (IOException e) {
            return new Refusal(RejectReason.E_JSON_SYNTAX, null, "broken JSON").toReading();
        }
    }

    private Reading read(byte[] utf8, @Nullable EventType expected, Notes notes) throws IOException {
        EventType type = expected;
        try (JsonParser parser = JSON.createParser(utf8)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Refusal(RejectReason.E_EMPTY, null, "nothing in it");
            }
            if (first != JsonToken.START_OBJECT) {
                throw new Refusal(RejectReason.E_NOT_OBJECT, null, "JSON, but no object");
            }
            TypeFinder found = TypeFinder.scan(JSON, utf8);
            if (found.cloudEvent()) {
                return unwrap(utf8, expected, found, notes);
            }
            if (RejectedRows.TYPE.equals(found.type())) {
                return RejectedRows.read(TREES.readTree(utf8), times);
            }
            if (found.type() != null) {
                EventType named = found.eventType();
                if (expected != null && named != expected) {
                    notes.warn(Warning.W_TOPIC_MISMATCH, "type");
                }
                type = named;
            }
            if (type == null) {
                throw new Refusal(RejectReason.E_TYPE_UNKNOWN, "type", "the record names no event type");
            }
            ObjectReader objects = new ObjectReader(parser, times, notes);
            Event event = (Event) objects.event(type);
            if (parser.nextToken() != null) {
                throw new Refusal(RejectReason.E_JSON_TRAILING, null, "something follows the object");
            }
            return new Reading.Accepted(event, notes.warnings(), notes.extras());
        }
    }

    private Reading unwrap(byte[] utf8, @Nullable EventType expected, TypeFinder found, Notes notes)
            throws IOException {
        JsonNode data = TREES.readTree(utf8).get("data");
        if (data == null || !data.isObject()) {
            throw new Refusal(RejectReason.E_TYPE, "data", "a CloudEvent without data");
        }
        EventType type = found.type() == null ? expected : found.eventType();
        return read(TREES.writeValueAsBytes(data), type, notes);
    }

    private static Refusal limit(StreamConstraintsException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.contains("nesting depth")) {
            return new Refusal(RejectReason.E_LIMIT_DEPTH, null, "nested deeper than 32");
        }
        if (message.contains("Number value length")) {
            return new Refusal(RejectReason.E_NUM_RANGE, null, "a number of more than 60 digits");
        }
        return new Refusal(RejectReason.E_LIMIT_FIELD, null, "a key over 128 or a value over 65,536 characters");
    }
}
