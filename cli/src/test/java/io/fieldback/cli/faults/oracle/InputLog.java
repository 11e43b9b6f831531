// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.schemas.check.EventChecks;
import io.fieldback.schemas.event.Envelope;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.privacy.ContentHash;
import io.fieldback.schemas.privacy.PseudonymKey;
import io.fieldback.schemas.privacy.Seal;
import io.fieldback.schemas.time.EventDay;
import io.fieldback.schemas.time.KnownDay;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.EventWriter;
import io.fieldback.schemas.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that was ever sent to a warehouse, by place, each record read once. */
final class InputLog {
    private final ZoneId zone;
    private final EventReader reader;
    private final EventChecks checks;
    private final ContentHash hashes;
    private final Seal seal;
    private final Map<Partition, List<Sighting>> partitions = new TreeMap<>();

    InputLog(List<RawRecord> records, PseudonymKey key, ZoneId zone) {
        this.zone = zone;
        this.reader = new EventReader(zone);
        this.checks = new EventChecks(zone);
        this.hashes = new ContentHash(key);
        this.seal = new Seal(key);
        Map<Partition, TreeMap<Long, Sighting>> placed = new TreeMap<>();
        for (RawRecord record : records) {
            placed.computeIfAbsent(new Partition(record.seenIn(), record.partition()), absent -> new TreeMap<>())
                    .put(record.position(), read(record));
        }
        placed.forEach((partition, sightings) -> {
            if (sightings.firstKey() != 0 || sightings.lastKey() != sightings.size() - 1) {
                throw new IllegalArgumentException("Cannot take " + partition + " as a log: its positions have gaps");
            }
            partitions.put(partition, new ArrayList<>(sightings.values()));
        });
    }

    /** Records of each partition, in order of position, from 0 without gaps. */
    Map<Partition, List<Sighting>> partitions() {
        return partitions;
    }

    long size() {
        return partitions.values().stream().mapToLong(List::size).sum();
    }

    private Sighting read(RawRecord record) {
        EventType hint = record.typeHint() == null ? null : EventType.ofWire(record.typeHint());
        Instant transported = record.transportedAt() < 0 ? null : Instant.ofEpochMilli(record.transportedAt());
        byte[] value = record.value();
        if (value == null) {
            return tombstone(record, hint, transported);
        }
        Reading reading = reader.read(value, hint);
        if (!(reading instanceof Reading.Accepted accepted)) {
            return refusal(value, "?");
        }
        Event event = accepted.event();
        Envelope envelope = event.envelope();
        Instant received = envelope.receivedAt() != null ? envelope.receivedAt() : transported;
        String source = envelope.source() == null ? "?" : envelope.source();
        if (checks.check(event, received).refused() != null) {
            return refusal(value, source);
        }
        LocalDate eventOn = EventDay.of(event, zone).day();
        KnownDay known = KnownDay.of(envelope, eventOn, transported, zone);
        return new Sighting.Content(
                EventType.of(event),
                envelope.id(),
                hashes.of(event, accepted.extras()),
                event,
                false,
                received,
                known.day(),
                known.assumed(),
                eventOn,
                source);
    }

    private Sighting tombstone(RawRecord record, @Nullable EventType type, @Nullable Instant transported) {
        String id = record.key();
        if (type == null || id == null || id.isEmpty()) {
            return refusal(id == null ? new byte[0] : id.getBytes(StandardCharsets.UTF_8), "?");
        }
        Object[] values = new Object[type.shape().fields().size()];
        values[type.shape().position("id")] = id;
        Event deletion = ((Reading.Accepted)
                        reader.read(EventWriter.write((Event) type.shape().create(values)), type))
                .event();
        return new Sighting.Content(
                type,
                id,
                hashes.of(type, id, "tombstone"),
                deletion,
                true,
                transported,
                transported == null ? KnownDay.UNDATED : LocalDate.ofInstant(transported, zone),
                transported == null,
                null,
                "?");
    }

    private Sighting refusal(byte[] original, String source) {
        return new Sighting.Refusal(seal.hash(original), original, source);
    }
}
