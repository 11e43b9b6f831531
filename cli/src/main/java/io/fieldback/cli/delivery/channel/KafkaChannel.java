// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import io.fieldback.cli.delivery.Channel;
import io.fieldback.cli.delivery.ChannelSettings;
import io.fieldback.cli.delivery.Telling;
import io.fieldback.cli.delivery.TellingException;
import io.fieldback.cli.delivery.TellingException.Kind;
import io.fieldback.cli.topics.ClientProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A topic of CloudEvents, keyed by the alert so that its changes stay in order. Acknowledged by all replicas. */
final class KafkaChannel implements Channel {
    private static final String TOPIC = "fieldback.alerts.v1";
    private static final Duration END = Duration.ofSeconds(5);

    private final ChannelSettings settings;
    private final CloudEventJson events;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    KafkaChannel(ChannelSettings settings, CloudEventJson events) {
        this.settings = settings;
        this.events = events;
    }

    @Override
    public int tell(List<Telling> waiting, Instant now) throws TellingException {
        try {
            KafkaProducer<byte[], byte[]> open = producer();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Telling telling : waiting) {
                ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                        settings.textOr("topic", TOPIC),
                        null,
                        now.toEpochMilli(),
                        telling.change().alertId().getBytes(StandardCharsets.UTF_8),
                        events.write(telling));
                record.headers().add("content-type", CloudEventJson.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
                sent.add(open.send(record));
            }
            open.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            return waiting.size();
        } catch (ExecutionException | KafkaException | IOException e) {
            Throwable why = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            // A producer that has failed may have messages left that nobody waits for.
            close();
            throw failure(why.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted");
        }
    }

    @Override
    public void close() {
        KafkaProducer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(END);
        }
    }

    private TellingException failure(@Nullable String why) {
        return new TellingException(Kind.AWAY, "Cannot tell channel " + settings.name() + ": " + why);
    }

    private KafkaProducer<byte[], byte[]> producer() throws IOException {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            String file = settings.textOr("config", "");
            Map<String, Object> client = new HashMap<>(ClientProperties.read(file.isEmpty() ? null : Path.of(file)));
            client.put("bootstrap.servers", settings.text("servers"));
            client.put("acks", "all");
            client.put("enable.idempotence", "true");
            client.putIfAbsent("max.block.ms", "10000");
            client.putIfAbsent("request.timeout.ms", "10000");
            client.putIfAbsent("delivery.timeout.ms", "20000");
            client.putIfAbsent("max.in.flight.requests.per.connection", "1");
            open = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
            producer = open;
        }
        return open;
    }
}
