// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.topics;

import io.fieldback.imports.mapping.Mapping;
import io.fieldback.jobs.kafka.ForeignTopic;
import io.fieldback.jobs.kafka.KafkaIntake;
import io.fieldback.jobs.kafka.Loss;
import io.fieldback.pipelines.intake.Translator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The topics to read: those that were named, else those of Fieldback that the cluster has.
 *
 * @param servers bootstrap servers
 * @param topics to read
 * @param records how many records they hold now
 * @param mapping of foreign topics, or null
 * @param properties further client properties
 */
public record TopicChoice(
        String servers,
        List<String> topics,
        long records,
        @Nullable Path mapping,
        Map<String, String> properties) {

    /** Asks the cluster. Throws if it does not answer or has none of the topics. */
    public static TopicChoice of(String servers, List<String> named, @Nullable Path mapping, @Nullable Path config)
            throws IOException {
        Map<String, String> properties = ClientProperties.read(config);
        Map<String, Object> client = new HashMap<>(properties);
        client.put("bootstrap.servers", servers);
        client.put("default.api.timeout.ms", "20000");
        client.put("request.timeout.ms", "10000");
        try (Admin admin = Admin.create(client)) {
            Set<String> there = admin.listTopics().names().get();
            Set<String> chosen = new TreeSet<>(named.isEmpty() ? EventTopics.all() : named);
            Set<String> missing = new TreeSet<>(chosen);
            missing.removeAll(there);
            chosen.retainAll(there);
            if (chosen.isEmpty() || !named.isEmpty() && !missing.isEmpty()) {
                throw new IOException(
                        "Cannot read Kafka " + servers + ": it has no topic " + String.join(", ", missing));
            }
            return new TopicChoice(servers, List.copyOf(chosen), records(admin, chosen), mapping, properties);
        } catch (ExecutionException e) {
            throw new IOException(
                    "Cannot read Kafka " + servers + ": "
                            + Objects.requireNonNullElse(e.getCause(), e).getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Cannot read Kafka " + servers + ": interrupted", e);
        }
    }

    /** How the job reads them, where nothing may be lost. */
    public KafkaIntake intake(boolean untilEnd) throws IOException {
        return intake(untilEnd, Loss.REFUSED);
    }

    /** How the job reads them. */
    public KafkaIntake intake(boolean untilEnd, Loss loss) throws IOException {
        return new KafkaIntake(servers, topics, untilEnd, translators(), properties, loss);
    }

    private Map<String, Translator> translators() throws IOException {
        Map<String, Translator> translators = new HashMap<>();
        if (mapping != null) {
            Translator translator = ForeignTopic.by(Mapping.load(mapping));
            topics.forEach(topic -> translators.put(topic, translator));
        }
        return translators;
    }

    private static long records(Admin admin, Set<String> topics) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap((TopicDescription topic) -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }
}
