// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.kafka;

import io.fieldback.pipelines.storing.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Records that Kafka deleted, by its retention or by hand, before they were read.
 *
 * @param position how far the partition was read
 * @param begins first offset that it still has
 */
public record LostRecords(Progress position, long begins) {
    /** How many there were at most: a topic that is compacted has fewer. */
    public long count() {
        return begins - position.next();
    }

    /** What is lost of which partition. */
    public String sentence() {
        return "offsets " + position.next() + " to " + (begins - 1) + " of topic " + position.seenIn() + ", partition "
                + position.partition() + ", were deleted before they were read";
    }

    /** Holds positions against what the topics still have. */
    public static List<LostRecords> of(KafkaIntake kafka, List<Progress> positions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (Progress position : positions) {
            if (kafka.topics().contains(position.seenIn())) {
                asked.put(new TopicPartition(position.seenIn(), position.partition()), OffsetSpec.earliest());
            }
        }
        if (asked.isEmpty()) {
            return List.of();
        }
        Properties client = new Properties();
        client.putAll(kafka.properties());
        client.setProperty("bootstrap.servers", kafka.servers());
        try (Admin admin = Admin.create(client)) {
            Map<TopicPartition, ListOffsetsResultInfo> earliest =
                    admin.listOffsets(asked).all().get();
            List<LostRecords> lost = new ArrayList<>();
            for (Progress position : positions) {
                ListOffsetsResultInfo begin = earliest.get(new TopicPartition(position.seenIn(), position.partition()));
                if (begin != null && begin.offset() > position.next()) {
                    lost.add(new LostRecords(position, begin.offset()));
                }
            }
            return lost;
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Cannot read topics " + kafka.topics() + " of " + kafka.servers() + ": "
                            + Objects.requireNonNullElse(e.getCause(), e).getMessage(),
                    e);
        }
    }

    /** Throws if anything is lost and nobody said that this is accepted. */
    public static void refuse(List<LostRecords> lost) {
        if (!lost.isEmpty()) {
            throw new IllegalStateException("Cannot continue topic "
                    + lost.get(0).position().seenIn() + ": "
                    + String.join("; ", lost.stream().map(LostRecords::sentence).toList())
                    + "; with --accept-loss this is put on record and reading goes on behind them");
        }
    }
}
