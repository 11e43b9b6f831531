// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * The positions of an epoch; what no epoch has seen begins at its beginning. Flink's own initializer would first ask
 * what the consumer group has committed, and anybody can read with the name of a group.
 */
@SuppressWarnings("deprecation") // the connector still speaks of Kafka's old enum
record EpochOffsets(Map<TopicPartition, Long> known) implements OffsetsInitializer {
    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            offsets.put(partition, known.getOrDefault(partition, KafkaPartitionSplit.EARLIEST_OFFSET));
        }
        return offsets;
    }

    @Override
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        // An offset that the topic no longer has ends the job. Any other policy would go on elsewhere and say nothing.
        return OffsetResetStrategy.NONE;
    }
}
