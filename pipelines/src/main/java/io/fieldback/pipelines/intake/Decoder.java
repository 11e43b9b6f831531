// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import io.fieldback.schemas.check.EventChecks;
import io.fieldback.schemas.event.Envelope;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.privacy.ContentHash;
import io.fieldback.schemas.privacy.CustomerKey;
import io.fieldback.schemas.privacy.Masking;
import io.fieldback.schemas.privacy.Seal;
import io.fieldback.schemas.time.EventDay;
import io.fieldback.schemas.time.KnownDay;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.EventWriter;
import io.fieldback.schemas.wire.Extras;
import io.fieldback.schemas.wire.Reading;
import io.fieldback.schemas.wire.RejectReason;
import io.fieldback.schemas.wire.Warning;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into arrivals. It never throws on bad input and never skips: what it cannot read is a reject. Personal
 * data ends here: it is hashed, masked or sealed before anything moves on. Not thread-safe.
 */
public final class Decoder {
    private static final String FOREIGN_TOMBSTONE =
            "a tombstone, whose key no mapping reads; where the source also sends"
                    + " the deletion as a record, as Debezium does before each tombstone, nothing is missing";

    private static final byte[] NOTHING = new byte[0];
    private static final long EARLIEST_MILLIS =
            Instant.parse("1980-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST_MILLIS =
            Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private final ZoneId zone;
    private final EventReader reader;
    private final EventChecks checks;
    private final ContentHash hashes;
    private final CustomerKey customers;
    private final Seal seal;
    private final Map<String, Translator> translators;

    /** A decoder by these settings. */
    public Decoder(IntakeSettings settings) {
        this.zone = ZoneId.of(settings.zone());
        this.reader = new EventReader(zone);
        this.checks = new EventChecks(zone);
        this.hashes = new ContentHash(settings.key());
        this.customers = new CustomerKey(settings.key());
        this.seal = new Seal(settings.key());
        this.translators = settings.translators();
    }

    /** What a record is: one arrival, or several for a foreign record that holds several events. */
    public List<Arrival> decode(RawRecord record) {
        byte[] value = record.value();
        Instant transportedAt = transportedAt(record.transportedAt());
        Translator translator = translators.get(record.seenIn());
        if (value == null) {
            return List.of(tombstone(record, transportedAt, translator != null));
        }
        if (translator == null) {
            return List.of(decode(record, value, transportedAt));
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (byte[] event : translator.translate(record)) {
            arrivals.add(decode(record, event, transportedAt));
        }
        return arrivals;
    }

    /** Null where no clock can have said so: some producers write seconds or nanoseconds for milliseconds. */
    private static @Nullable Instant transportedAt(long millis) {
        return millis < EARLIEST_MILLIS || millis >= LATEST_MILLIS ? null : Instant.ofEpochMilli(millis);
    }

    private Arrival decode(RawRecord record, byte[] value, @Nullable Instant transportedAt) {
        EventType hint = record.typeHint() == null ? null : EventType.ofWire(record.typeHint());
        Reading reading = reader.read(value, hint);
        if (reading instanceof Reading.Accepted accepted) {
            return accept(record, value, accepted, transportedAt);
        }
        if (reading instanceof Reading.RejectedRow row) {
            byte[] original = row.original().getBytes(StandardCharsets.UTF_8);
            Instant received = row.receivedAt() != null ? row.receivedAt() : transportedAt;
            return reject(
                    record, row.reason(), row.field(), row.detail(), row.source(), row.position(), original, received);
        }
        Reading.Refused refused = (Reading.Refused) reading;
        return reject(record, refused.reason(), refused.field(), refused.detail(), null, null, value, transportedAt);
    }

    private Arrival accept(RawRecord record, byte[] value, Reading.Accepted accepted, @Nullable Instant transportedAt) {
        Event event = accepted.event();
        Envelope envelope = event.envelope();
        EventDay happened = EventDay.of(event, zone);
        LocalDate day = happened.day();
        Instant received = envelope.receivedAt() != null ? envelope.receivedAt() : transportedAt;
        EventChecks.Checked checked = checks.check(event, received);
        Reading.Refused refused = checked.refused();
        if (refused != null) {
            return reject(
                    record,
                    refused.reason(),
                    refused.field(),
                    refused.detail(),
                    envelope.source(),
                    null,
                    value,
                    received);
        }
        List<String> warnings = new ArrayList<>(accepted.warnings());
        warnings.addAll(checked.warnings());
        String key = record.key();
        if (key != null && !key.equals(envelope.id()) && !translators.containsKey(record.seenIn())) {
            warnings.add(Warning.W_KEY_MISMATCH + " id");
        }
        // A warning may name a field that Fieldback does not know, and a field may be named after a person.
        warnings.replaceAll(Masking::mask);
        Masking.Masked masked = Masking.of(event);
        if (masked.masked() > 0) {
            warnings.add(Warning.W_TEXT_MASKED.name());
        }
        KnownDay known = KnownDay.of(envelope, day, transportedAt, zone);
        return new Arrival.Case(
                EventType.of(event),
                masked.event(),
                false,
                hashes.of(event, accepted.extras()),
                customers.of(envelope.customer()),
                received,
                day == null ? null : (Integer) (int) day.toEpochDay(),
                happened.basis(),
                (int) known.day().toEpochDay(),
                known.assumed(),
                List.copyOf(warnings),
                accepted.extras() == null ? null : Extras.masked(accepted.extras()),
                Place.of(record));
    }

    private Arrival tombstone(RawRecord record, @Nullable Instant transportedAt, boolean foreign) {
        EventType type = record.typeHint() == null ? null : EventType.ofWire(record.typeHint());
        String id = record.key();
        if (type == null || id == null || id.isEmpty()) {
            return reject(
                    record,
                    id == null || id.isEmpty() ? RejectReason.E_ID_MISSING : RejectReason.E_TYPE_UNKNOWN,
                    null,
                    foreign ? FOREIGN_TOMBSTONE : "a deletion that names no case",
                    null,
                    null,
                    id == null ? NOTHING : id.getBytes(StandardCharsets.UTF_8),
                    transportedAt);
        }
        Object[] values = new Object[type.shape().fields().size()];
        values[type.shape().position("id")] = id;
        // Read back, so that the id takes the form that it has in the events of its case.
        byte[] written = EventWriter.write((Event) type.shape().create(values));
        Reading reading = reader.read(written, type);
        if (!(reading instanceof Reading.Accepted accepted)) {
            return decode(record, written, transportedAt);
        }
        Event deletion = accepted.event();
        LocalDate known = transportedAt == null ? KnownDay.UNDATED : LocalDate.ofInstant(transportedAt, zone);
        return new Arrival.Case(
                type,
                deletion,
                true,
                hashes.of(type, deletion.envelope().id(), "tombstone"),
                null,
                transportedAt,
                null,
                "none",
                (int) known.toEpochDay(),
                transportedAt == null,
                List.of(),
                null,
                Place.of(record));
    }

    private Arrival reject(
            RawRecord record,
            RejectReason reason,
            @Nullable String field,
            String detail,
            @Nullable String source,
            @Nullable String position,
            byte[] original,
            @Nullable Instant received) {
        LocalDate known = received == null ? KnownDay.UNDATED : LocalDate.ofInstant(received, zone);
        return new Arrival.Reject(
                seal.hash(original),
                reason.name(),
                field == null ? null : Masking.mask(field),
                Masking.mask(detail),
                source == null ? "?" : source,
                position,
                (int) known.toEpochDay(),
                seal.seal(original),
                original.length,
                Place.of(record));
    }
}
