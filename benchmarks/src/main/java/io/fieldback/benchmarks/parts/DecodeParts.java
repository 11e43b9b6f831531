// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.parts;

import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.intake.ArrivalSerializer;
import io.fieldback.pipelines.intake.Decoder;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.schemas.check.EventChecks;
import io.fieldback.schemas.event.Envelope;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.privacy.ContentHash;
import io.fieldback.schemas.privacy.CustomerKey;
import io.fieldback.schemas.privacy.Masking;
import io.fieldback.schemas.time.EventDay;
import io.fieldback.schemas.time.KnownDay;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.Reading;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** From bytes to arrivals on the far side of the shuffle. */
final class DecodeParts {
    private final Sample sample;
    private final IntakeSettings intake;
    private final ZoneId zone;

    DecodeParts(Sample sample, IntakeSettings intake) {
        this.sample = sample;
        this.intake = intake;
        this.zone = ZoneId.of(intake.zone());
    }

    void into(PartList parts) throws Exception {
        EventReader reader = new EventReader(zone);
        EventChecks checks = new EventChecks(zone);
        ContentHash hashes = new ContentHash(intake.key());
        CustomerKey customers = new CustomerKey(intake.key());
        parts.add("read JSON", sample.size(), () -> {
            Object last = "";
            for (RawRecord record : sample.records()) {
                last = reader.read(
                        Objects.requireNonNull(record.value()),
                        EventType.ofWire(Objects.requireNonNull(record.typeHint())));
            }
            return last;
        });
        parts.add("days and checks", sample.size(), () -> {
            Object last = "";
            for (Reading.Accepted reading : sample.readings()) {
                Envelope envelope = reading.event().envelope();
                EventDay day = EventDay.of(reading.event(), zone);
                Instant received = envelope.receivedAt();
                checks.check(reading.event(), received);
                last = KnownDay.of(envelope, day.day(), received, zone);
            }
            return last;
        });
        parts.add("mask texts", sample.size(), () -> {
            Object last = "";
            for (Reading.Accepted reading : sample.readings()) {
                last = Masking.of(reading.event());
            }
            return last;
        });
        parts.add("content hash", sample.size(), () -> {
            Object last = "";
            for (Reading.Accepted reading : sample.readings()) {
                last = hashes.of(reading.event(), reading.extras());
            }
            return last;
        });
        parts.add("pseudonym", sample.size(), () -> {
            Object last = "";
            for (Reading.Accepted reading : sample.readings()) {
                last = String.valueOf(customers.of(reading.event().envelope().customer()));
            }
            return last;
        });
        Decoder decoder = new Decoder(intake);
        parts.control("control: decode as a whole", sample.size(), () -> {
            Object last = "";
            for (RawRecord record : sample.records()) {
                last = decoder.decode(record);
            }
            return last;
        });
        DataOutputSerializer out = new DataOutputSerializer(1 << 16);
        parts.add("shuffle: write", sample.size(), () -> {
            for (Arrival.Case arrival : sample.arrivals()) {
                out.clear();
                ArrivalSerializer.INSTANCE.serialize(arrival, out);
            }
            return out;
        });
        byte[] written = written();
        parts.add("shuffle: read", sample.size(), () -> {
            DataInputDeserializer in = new DataInputDeserializer(written);
            Object last = "";
            while (in.available() > 0) {
                last = ArrivalSerializer.INSTANCE.deserialize(in);
            }
            return last;
        });
    }

    private byte[] written() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(1 << 20);
        for (Arrival.Case arrival : sample.arrivals()) {
            ArrivalSerializer.INSTANCE.serialize(arrival, out);
        }
        return out.getCopyOfBuffer();
    }
}
