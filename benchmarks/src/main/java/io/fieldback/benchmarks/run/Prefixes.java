// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.StrictFlink;
import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.intake.IntakePipeline;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.RawRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The first stretches of the job, each with all before it, into nothing. */
public final class Prefixes {
    private Prefixes() {}

    /** A stretch. */
    public enum Stretch {
        /** The source. */
        POLL,
        /** The source and decoding. */
        DECODE,
        /** The source, decoding and the shuffle. */
        SHUFFLE
    }

    /** Reads all records by a bare consumer. */
    public static Measured consumer(Topics topics) throws Exception {
        Properties client = new Properties();
        client.put("bootstrap.servers", topics.broker().servers());
        client.put("group.id", "fieldback-benchmarks");
        client.put("auto.offset.reset", "earliest");
        client.put("enable.auto.commit", "false");
        client.put("isolation.level", "read_committed");
        return Measured.of(topics.records(), () -> {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(topics.names());
                long read = 0;
                while (read < topics.records()) {
                    read += consumer.poll(Duration.ofSeconds(1)).count();
                }
                return List.of();
            }
        });
    }

    /** Runs a stretch in Flink. */
    public static Measured flink(Topics topics, JobSettings settings, Stretch stretch) throws Exception {
        IntakeSettings intake =
                new IntakeSettings(Objects.requireNonNull(settings.zone()).getId(), settings.key(), Map.of(), Map.of());
        return Measured.of(topics.records(), () -> {
            StreamExecutionEnvironment env = StrictFlink.local(settings);
            DataStream<RawRecord> records = env.fromSource(
                            topics.intake(true).source(List.of(), Map.of()),
                            WatermarkStrategy.noWatermarks(),
                            "records")
                    .uid("records");
            switch (stretch) {
                case POLL -> discard(records);
                case DECODE -> discard(IntakePipeline.decode(records, intake).arrivals());
                case SHUFFLE ->
                    discard(IntakePipeline.decode(records, intake).arrivals().keyBy(Arrival::key));
            }
            return env.execute("fieldback-benchmarks");
        });
    }

    private static void discard(DataStream<?> stream) {
        discardAll(stream);
    }

    private static <T> void discardAll(DataStream<T> stream) {
        stream.sinkTo(new DiscardingSink<>()).name("nowhere").uid("nowhere");
    }
}
