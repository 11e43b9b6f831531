// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.kafka;

import io.fieldback.pipelines.storing.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.jspecify.annotations.Nullable;

/** Offsets mean something in one topic only: one made anew under the same name starts from zero. */
public final class TopicIdentities {
    private TopicIdentities() {}

    /**
     * The ids of the topics to read.
     *
     * @throws IllegalStateException if a topic is not there, or is another than the one an epoch was read from
     */
    public static Map<String, String> check(KafkaIntake kafka, List<Progress> positions) throws InterruptedException {
        Map<String, String> identities = ids(kafka);
        for (Progress position : positions) {
            same(position.seenIn(), position.identity(), identities.get(position.seenIn()));
        }
        return identities;
    }

    /** Throws if a topic had one id and has another. */
    static void same(String topic, @Nullable String before, @Nullable String now) {
        if (before != null && now != null && !now.equals(before)) {
            throw new IllegalStateException("Cannot continue topic " + topic
                    + ": it was made anew; the warehouse read " + before + ", this one is " + now
                    + "; read it into a new warehouse, or bring its records under another topic name");
        }
    }

    private static Map<String, String> ids(KafkaIntake kafka) throws InterruptedException {
        Properties client = new Properties();
        client.putAll(kafka.properties());
        client.setProperty("bootstrap.servers", kafka.servers());
        Map<String, String> ids = new HashMap<>();
        try (Admin admin = Admin.create(client)) {
            for (TopicDescription topic :
                    admin.describeTopics(kafka.topics()).allTopicNames().get().values()) {
                ids.put(topic.name(), topic.topicId().toString());
            }
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(
                    "Cannot read topics " + kafka.topics() + " of " + kafka.servers() + ": " + cause.getMessage(), e);
        }
        return ids;
    }
}
