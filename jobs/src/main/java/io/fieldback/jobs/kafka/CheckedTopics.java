// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.kafka.source.enumerator.subscriber.KafkaSubscriber;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions of topics, asked for again and again while the job runs: new ones are read too, and a topic that was
 * made anew under its old name ends the job, because positions in the old one mean nothing in it.
 *
 * @param topics to read
 * @param identities ids that they had at the start
 */
record CheckedTopics(List<String> topics, Map<String, String> identities) implements KafkaSubscriber {
    @Override
    public Set<TopicPartition> getSubscribedTopicPartitions(AdminClient admin) {
        Set<TopicPartition> partitions = new HashSet<>();
        for (TopicDescription topic : describe(admin)) {
            TopicIdentities.same(
                    topic.name(), identities.get(topic.name()), topic.topicId().toString());
            topic.partitions()
                    .forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition.partition())));
        }
        return partitions;
    }

    private Iterable<TopicDescription> describe(AdminClient admin) {
        try {
            return admin.describeTopics(topics).allTopicNames().get().values();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Cannot read topics " + topics + ": "
                            + Objects.requireNonNullElse(e.getCause(), e).getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot read topics " + topics + ": interrupted", e);
        }
    }
}
