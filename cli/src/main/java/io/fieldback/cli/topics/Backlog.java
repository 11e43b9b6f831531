// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.topics;

import io.fieldback.pipelines.storing.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far topics are ahead of what was read of them.
 *
 * @param ends next offset of each partition, as the cluster has it
 */
public record Backlog(Map<TopicPartition, Long> ends) {
    /** Copies the ends. */
    public Backlog {
        ends = Map.copyOf(ends);
    }

    /** Where nobody was asked. */
    public static Backlog unknown() {
        return new Backlog(Map.of());
    }

    /** Asks a cluster for the topics that were read. Throws if it does not answer; topics it does not have are left out. */
    public static Backlog of(String servers, @Nullable Path config, List<Progress> positions) throws IOException {
        Map<String, Object> client = new HashMap<>(ClientProperties.read(config));
        client.put("bootstrap.servers", servers);
        client.put("default.api.timeout.ms", "20000");
        client.put("request.timeout.ms", "10000");
        try (Admin admin = Admin.create(client)) {
            Set<String> there = admin.listTopics().names().get();
            Map<TopicPartition, OffsetSpec> asked = positions.stream()
                    .filter(position -> there.contains(position.seenIn()))
                    .collect(Collectors.toMap(Backlog::partition, position -> OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return new Backlog(ends);
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

    /** Records of a partition that are not read yet, transaction marks among them; empty if nobody knows. */
    public OptionalLong behind(Progress position) {
        Long end = ends.get(partition(position));
        return end == null ? OptionalLong.empty() : OptionalLong.of(end - position.next());
    }

    private static TopicPartition partition(Progress position) {
        return new TopicPartition(position.seenIn(), position.partition());
    }
}
