// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.topics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to Kafka: key = id of the case, so that all of a case is in one partition and in order; record timestamp
 * = when Fieldback received it. Acknowledged by all replicas, each once.
 */
public final class EventSender implements AutoCloseable {
    private final String servers;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** A sender to a cluster; nothing is connected yet. {@code properties} are further settings of the client. */
    public EventSender(String servers, Map<String, String> properties) {
        this.servers = servers;
        Map<String, Object> settings = new HashMap<>(properties);
        settings.put("bootstrap.servers", servers);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.putIfAbsent("linger.ms", "20");
        settings.putIfAbsent("batch.size", "131072");
        settings.putIfAbsent("compression.type", "lz4");
        settings.putIfAbsent("max.block.ms", "20000");
        // On a busy machine a sender with several requests under way to a topic just made may wait for one for ever.
        settings.putIfAbsent("max.in.flight.requests.per.connection", "1");
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends one event, or a tombstone if there is no JSON. It has arrived for sure after {@link #finish}. */
    public void send(String topic, String id, byte @Nullable [] json, Instant receivedAt) throws IOException {
        check();
        try {
            Future<RecordMetadata> sent = producer.send(
                    new ProducerRecord<>(
                            topic, null, receivedAt.toEpochMilli(), id.getBytes(StandardCharsets.UTF_8), json),
                    (arrived, problem) -> {
                        if (problem != null) {
                            failure.compareAndSet(null, problem);
                        }
                    });
            if (sent.isDone()) {
                check();
            }
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /** Waits until all that was sent has arrived. Throws if something has not. */
    public void finish() throws IOException {
        producer.flush();
        check();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void check() throws IOException {
        Exception problem = failure.get();
        if (problem != null) {
            throw failed(problem);
        }
    }

    private IOException failed(Exception problem) {
        return new IOException("Cannot send events to Kafka " + servers + ": " + problem.getMessage(), problem);
    }
}
