// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.topics.ImportTarget;
import io.fieldback.imports.Import;
import io.fieldback.imports.ImportRequest;
import io.fieldback.imports.ImportRequest.Snapshot;
import io.fieldback.imports.ImportSummary;
import io.fieldback.imports.mapping.Mapping;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fieldback import}: files of other systems into events, by a mapping. */
@Command(name = "import")
public final class ImportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "import.files")
    private List<Path> files = List.of();

    @Option(names = "--map", paramLabel = "MAPPING", descriptionKey = "import.map", required = true)
    private Path mapping = Path.of("");

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Option(names = "--kafka-config", paramLabel = "FILE", descriptionKey = "kafka-config")
    private @Nullable Path kafkaConfig;

    @ArgGroup(exclusive = false)
    private @Nullable WholeState whole;

    @Option(names = "--received-at", paramLabel = "TIME", descriptionKey = "received-at")
    private @Nullable OffsetDateTime receivedAt;

    @Option(names = "--state", paramLabel = "FILE", descriptionKey = "state")
    private @Nullable Path state;

    /** A command in its surroundings. */
    public ImportCommand(Session session) {
        this.session = session;
    }

    /** Where the events go. */
    static final class Target {
        @Option(names = "--out", paramLabel = "EVENTS", descriptionKey = "import.out")
        private @Nullable Path file;

        @Option(names = "--kafka", paramLabel = "HOST:PORT", descriptionKey = "import.kafka")
        private @Nullable String servers;
    }

    /** What it means that a case is not in the files. */
    static final class WholeState {
        @Option(names = "--snapshot", descriptionKey = "snapshot", required = true)
        private boolean snapshot;

        @Option(names = "--void-missing", descriptionKey = "void-missing")
        private boolean voidMissing;
    }

    @Override
    public Integer call() throws Exception {
        Mapping rules = Mapping.load(mapping);
        Instant received = receivedAt == null ? session.clock().instant() : receivedAt.toInstant();
        ImportSummary summary;
        try (ImportTarget events = target()) {
            Path kept = state == null ? events.stateOf(mapping) : state;
            summary =
                    Import.run(ImportRequest.withState(files, rules, received, snapshot(), kept), events.at(received));
            events.finish();
        }
        session.out().print(summary.toText(session.messages().locale()));
        return Exits.OK;
    }

    private ImportTarget target() throws Exception {
        return target.file == null
                ? ImportTarget.kafka(Objects.requireNonNull(target.servers), kafkaConfig, session.home())
                : ImportTarget.file(target.file);
    }

    private Snapshot snapshot() {
        if (whole == null || !whole.snapshot) {
            return Snapshot.NO;
        }
        return whole.voidMissing ? Snapshot.VOID_MISSING : Snapshot.LIST_MISSING;
    }
}
