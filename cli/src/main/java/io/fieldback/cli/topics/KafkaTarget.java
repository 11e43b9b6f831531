// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.topics;

import io.fieldback.imports.EventSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** The topics of a cluster. */
final class KafkaTarget implements ImportTarget {
    private final String servers;
    private final Path home;
    private final EventSender sender;

    KafkaTarget(String servers, Map<String, String> properties, Path home) {
        this.servers = servers;
        this.home = home;
        this.sender = new EventSender(servers, properties);
    }

    @Override
    public EventSink at(Instant receivedAt) {
        return (type, id, json) -> sender.send(EventTopics.of(type), id, json, receivedAt);
    }

    @Override
    public Path stateOf(Path mapping) throws IOException {
        Path folder =
                Files.createDirectories(home.resolve("imports").resolve(servers.replaceAll("[^A-Za-z0-9.]", "_")));
        return folder.resolve(mapping.getFileName() + ".state.json");
    }

    @Override
    public void finish() throws IOException {
        sender.finish();
    }

    @Override
    public void close() {
        sender.close();
    }
}
