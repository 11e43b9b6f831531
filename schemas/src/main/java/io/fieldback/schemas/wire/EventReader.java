// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
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

    // NaN is let through as a token, so that it is refused by its name and not as broken JSON.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
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
            byte[] utf8 = Encoding.utf8(json, notes);
            EventType named = TypePrefix.of(utf8);
            Reading direct = named == null ? null : direct(utf8, type(named, expected, notes), notes);
            return direct != null ? direct : searched(utf8, expected);
        } catch (Refusal refusal) {
            return refusal.toReading();
        } catch (StreamConstraintsException e) {
            return limit(e).toReading();
        } catch (IOException e) {
            return new Refusal(RejectReason.E_JSON_SYNTAX, null, "broken JSON").toReading();
        }
    }

    /** Reads an event of known type, or null if it turns out to be the envelope of one. */
    private @Nullable Reading direct(byte[] utf8, EventType type, Notes notes) throws IOException {
        try (JsonParser parser = JSON.createParser(utf8)) {
            open(parser);
            ObjectReader objects = new ObjectReader(parser, times, notes);
            Event event;
            try {
                event = (Event) objects.event(type);
            } catch (Refusal refusal) {
                if (objects.cloudEvent()) {
                    return null;
                }
                throw refusal;
            }
            close(parser);
            return objects.cloudEvent() ? null : new Reading.Accepted(event, notes.warnings(), notes.extras());
        }
    }

    /** Reads a record that does not begin with its type: looks for it, and for envelopes. */
    private Reading searched(byte[] utf8, @Nullable EventType expected) throws IOException {
        Notes notes = new Notes();
        TypeFinder found;
        try (JsonParser parser = JSON.createParser(utf8)) {
            open(parser);
            found = TypeFinder.scan(parser);
            close(parser);
        }
        if (RejectedRows.TYPE.equals(found.type())) {
            return RejectedRows.read(TREES.readTree(utf8), times);
        }
        EventType named = found.type() == null ? null : found.eventType();
        if (found.cloudEvent()) {
            return CloudEvents.read(JSON, utf8, required(named == null ? expected : named), times, notes);
        }
        EventType type = required(named == null ? expected : type(named, expected, notes));
        Reading reading = direct(utf8, type, notes);
        if (reading == null) {
            throw new IllegalStateException("Cannot read a record: it is an envelope on the second look only");
        }
        return reading;
    }

    private static EventType type(EventType named, @Nullable EventType expected, Notes notes) {
        if (expected != null && named != expected) {
            notes.warn(Warning.W_TOPIC_MISMATCH, "type");
        }
        return named;
    }

    private static EventType required(@Nullable EventType type) {
        if (type == null) {
            throw new Refusal(RejectReason.E_TYPE_UNKNOWN, "type", "the record names no event type");
        }
        return type;
    }

    /** Reads the opening brace of the record. */
    static void open(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Refusal(RejectReason.E_EMPTY, null, "nothing in it");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new Refusal(RejectReason.E_NOT_OBJECT, null, "JSON, but no object");
        }
    }

    /** Makes sure that nothing follows the record. */
    static void close(JsonParser parser) throws IOException {
        boolean more;
        try {
            more = parser.nextToken() != null;
        } catch (JsonParseException e) {
            more = true;
        }
        if (more) {
            throw new Refusal(RejectReason.E_JSON_TRAILING, null, "something follows the object");
        }
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
