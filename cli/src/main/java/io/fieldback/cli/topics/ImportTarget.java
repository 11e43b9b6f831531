// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.topics;

import io.fieldback.imports.EventSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the events of an import go: a file or the topics of a cluster. */
public interface ImportTarget extends AutoCloseable {
    /** A file of events, a line each; compressed if its name ends in {@code .gz}. */
    static ImportTarget file(Path file) throws IOException {
        return EventLines.to(file);
    }

    /** The topics of a cluster, one a type. */
    static ImportTarget kafka(String servers, @Nullable Path config, Path home) throws IOException {
        return new KafkaTarget(servers, ClientProperties.read(config), home);
    }

    /** Takes events that were received at a time. */
    EventSink at(Instant receivedAt);

    /** Where is kept which cases the imports by a mapping have brought, if the user does not say. */
    Path stateOf(Path mapping) throws IOException;

    /** Makes sure that all events are where they should be. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
