// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.pipelines.intake.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records to topics bit by bit, so that there is always something to read, and remembers where each came. */
final class Feeder implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;
    private static final long AHEAD = 25;

    private final KafkaProducer<byte[], byte[]> producer;
    private final List<RawRecord> records;
    /** Records that the newest epoch has not read, of all. */
    private final LongSupplier unread;

    private final Map<RawRecord, Future<RecordMetadata>> sent = new LinkedHashMap<>();
    private final Thread thread = new Thread(this::run, "feeder");
    private volatile boolean hurry;

    Feeder(String servers, List<RawRecord> records, LongSupplier unread) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", servers,
                "acks", "all",
                "enable.idempotence", "true",
                "max.block.ms", "300000",
                "delivery.timeout.ms", "300000",
                "request.timeout.ms", "5000",
                "reconnect.backoff.max.ms", "500");
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.records = records;
        this.unread = unread;
    }

    Feeder start() {
        thread.start();
        return this;
    }

    /** How many records there are to send in all. */
    long total() {
        return records.size();
    }

    /** Sends the rest at once; gives all records with the positions that the broker gave them. */
    List<RawRecord> finish() throws Exception {
        hurry = true;
        thread.join();
        List<RawRecord> log = new ArrayList<>();
        for (Map.Entry<RawRecord, Future<RecordMetadata>> each : sent.entrySet()) {
            RecordMetadata place = each.getValue().get();
            RawRecord record = each.getKey();
            log.add(new RawRecord(
                    place.topic(),
                    place.partition(),
                    place.offset(),
                    record.transportedAt(),
                    record.typeHint(),
                    record.key(),
                    record.value()));
        }
        return log;
    }

    private void run() {
        long ahead = 0;
        for (RawRecord record : records) {
            String key = record.key();
            // The same record object may not stand twice: its position in the list is its identity.
            sent.put(
                    record,
                    producer.send(new ProducerRecord<>(
                            record.seenIn(),
                            null,
                            record.transportedAt(),
                            key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                            record.value())));
            ahead++;
            // So many for each epoch, on a slow machine no more than on a fast one.
            while (!hurry && ahead > records.size() - unread.getAsLong() + AHEAD) {
                try {
                    Thread.sleep(PAUSE_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
