// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.parts;

import io.fieldback.benchmarks.events.MadeEvent;
import io.fieldback.cli.topics.EventTopics;
import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.intake.Decoder;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.journal.CaseHistory;
import io.fieldback.pipelines.journal.JournalParts;
import io.fieldback.pipelines.journal.Version;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.Reading;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same events as they stand before each part.
 *
 * @param records as the source gives them
 * @param readings as JSON was read
 * @param arrivals as decoding gives them
 * @param versions as the journal sees them
 * @param before state of their cases before each, null at first sight
 * @param histories the same, read
 * @param after histories after each
 */
record Sample(
        List<RawRecord> records,
        List<Reading.Accepted> readings,
        List<Arrival.Case> arrivals,
        List<Version> versions,
        List<byte @Nullable []> before,
        List<CaseHistory> histories,
        List<CaseHistory> after) {

    static Sample of(Iterable<MadeEvent> events, IntakeSettings intake) throws IOException {
        Sample sample = new Sample(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        EventReader reader = new EventReader(ZoneId.of(intake.zone()));
        Decoder decoder = new Decoder(intake);
        Map<String, CaseHistory> cases = new HashMap<>();
        for (MadeEvent event : events) {
            RawRecord record = new RawRecord(
                    EventTopics.of(event.type()),
                    sample.records.size() % 4,
                    sample.records.size(),
                    event.receivedAt().toEpochMilli(),
                    event.type().wire(),
                    event.id(),
                    event.json());
            if (!(reader.read(event.json(), event.type()) instanceof Reading.Accepted reading)
                    || !(decoder.decode(record).get(0) instanceof Arrival.Case arrival)) {
                throw new IllegalStateException("Cannot measure event " + event.id() + ": it is refused");
            }
            sample.add(record, reading, arrival, cases);
        }
        return sample;
    }

    int size() {
        return records.size();
    }

    private void add(RawRecord record, Reading.Accepted reading, Arrival.Case arrival, Map<String, CaseHistory> cases)
            throws IOException {
        CaseHistory known = cases.getOrDefault(arrival.key(), CaseHistory.EMPTY);
        Version version = JournalParts.version(arrival);
        CaseHistory next = known.with(version);
        cases.put(arrival.key(), next);
        records.add(record);
        readings.add(reading);
        arrivals.add(arrival);
        versions.add(version);
        before.add(known.versions().isEmpty() ? null : JournalParts.write(known));
        histories.add(known);
        after.add(next);
    }
}
