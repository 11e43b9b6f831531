// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.kafka;

import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.intake.Translator;
import io.fieldback.pipelines.storing.Progress;
import io.fieldback.pipelines.storing.StoringSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.common.TopicPartition;

/**
 * Kafka topics to read.
 *
 * @param servers bootstrap servers, {@code host:port,…}
 * @param topics to read
 * @param untilEnd whether to stop at the offsets that are the last at the start
 * @param translators for foreign topics, by topic
 * @param properties further client properties, such as {@code security.protocol}
 * @param loss what to do if records were deleted before they were read
 */
public record KafkaIntake(
        String servers,
        List<String> topics,
        boolean untilEnd,
        Map<String, Translator> translators,
        Map<String, String> properties,
        Loss loss) {
    /** The broker answers when it has so much, bytes, */
    private static final String FETCH_BYTES = "65536";

    /** or after so long. */
    private static final String FETCH_WAIT_MILLIS = "50";

    /** Topics to read, where nothing may be lost. */
    public KafkaIntake(
            String servers,
            List<String> topics,
            boolean untilEnd,
            Map<String, Translator> translators,
            Map<String, String> properties) {
        this(servers, topics, untilEnd, translators, properties, Loss.REFUSED);
    }

    /** What is read, in words: a state that holds positions in anything else cannot be used. */
    public String sources() {
        return untilEnd
                ? StoringSettings.TO_AN_END
                : "topics " + String.join(", ", topics.stream().sorted().toList());
    }

    /**
     * A source that begins at the positions of an epoch, and at the beginning of what no epoch has seen. {@code
     * identities} are the ids of the topics.
     */
    public KafkaSource<RawRecord> source(List<Progress> positions, Map<String, String> identities) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Progress position : positions) {
            if (topics.contains(position.seenIn())) {
                offsets.put(new TopicPartition(position.seenIn(), position.partition()), position.next());
            }
        }
        Properties client = new Properties();
        client.putAll(properties);
        client.setProperty("commit.offsets.on.checkpoint", "false");
        client.putIfAbsent("partition.discovery.interval.ms", "60000");
        client.putIfAbsent("isolation.level", "read_committed");
        // Else a request brings one or two records of a quiet topic, and asking costs more than reading.
        client.putIfAbsent("fetch.min.bytes", FETCH_BYTES);
        client.putIfAbsent("fetch.max.wait.ms", FETCH_WAIT_MILLIS);
        KafkaSourceBuilder<RawRecord> source = KafkaSource.<RawRecord>builder()
                .setBootstrapServers(servers)
                .setKafkaSubscriber(new CheckedTopics(topics, Map.copyOf(identities)))
                .setGroupId("fieldback")
                .setProperties(client)
                .setStartingOffsets(new EpochOffsets(offsets))
                .setDeserializer(new KafkaRecords());
        if (untilEnd) {
            source.setBounded(OffsetsInitializer.latest());
        }
        return source.build();
    }
}
