// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Names the content of an event: same content, same hash, whenever and however it was received. It is keyed, because
 * content holds personal data and an unkeyed hash would let anybody test guesses. Buffers are used again: give each
 * thread its own.
 */
public final class ContentHash {
    private final Mac mac;
    private final byte[] hash = new byte[Hmac.BYTES];
    private final CanonicalBytes bytes = new CanonicalBytes();
    private final Map<EventType, CanonicalForm> forms = new EnumMap<>(EventType.class);

    /** A hash under a key. */
    public ContentHash(PseudonymKey key) {
        this.mac = Hmac.keyed(key.derive("content"));
    }

    /**
     * The hash of an event as decoded, personal data included; {@code receivedAt} and {@code goLiveOn} left out.
     *
     * @return 32 hex digits
     */
    public String of(Event event) {
        return of(event, null);
    }

    /**
     * The hash of an event together with what its reading kept beside it, so that two contents that differ only in a
     * field or code unknown to Fieldback stay two.
     *
     * @param extras as {@link io.fieldback.schemas.wire.Reading.Accepted#extras()} has them
     * @return 32 hex digits; without extras the same as {@link #of(Event)}
     */
    public String of(Event event, @Nullable String extras) {
        EventType type = EventType.of(event);
        bytes.clear();
        bytes.octet('E');
        bytes.text(type.wire());
        forms.computeIfAbsent(type, known -> CanonicalForm.of(known.shape())).write((Record) event, bytes);
        if (extras != null) {
            bytes.text(extras);
        }
        return hex();
    }

    /**
     * The hash of a statement without fields, such as a Kafka tombstone.
     *
     * @param marker what is stated
     * @return 32 hex digits
     */
    public String of(EventType type, String id, String marker) {
        bytes.clear();
        bytes.octet('S');
        bytes.text(type.wire());
        bytes.text(id);
        bytes.text(marker);
        return hex();
    }

    private String hex() {
        bytes.hash(mac, hash);
        return Hmac.hex128(hash);
    }
}
