// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.lake.StatusText;
import io.fieldback.cli.query.Answer.Format;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.topics.Backlog;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.upkeep.LakeStatus;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Progress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fieldback lake status}: how the files of a warehouse are doing. */
@Command(name = "lake", subcommandsRepeatable = false)
public final class LakeCommand {
    private final Session session;

    /** A command in its surroundings. */
    public LakeCommand(Session session) {
        this.session = session;
    }

    /** Prints the status. */
    @Command(name = "status")
    int status(
            @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "warehouse", required = true)
                    Path folder,
            @Option(
                            names = "--format",
                            paramLabel = "table|csv|json",
                            descriptionKey = "format",
                            defaultValue = "table")
                    Format format,
            @Option(names = "--kafka", paramLabel = "HOST:PORT", descriptionKey = "status.kafka") @Nullable
                    String servers,
            @Option(names = "--kafka-config", paramLabel = "FILE", descriptionKey = "kafka-config") @Nullable
                    Path config)
            throws Exception {
        LakeStatus status = LakeStatus.of(Warehouse.open(folder));
        List<Progress> positions = status.newest()
                .map(epoch -> EpochJson.positions(epoch.positionsJson()))
                .orElse(List.of());
        Backlog backlog = servers == null ? Backlog.unknown() : Backlog.of(servers, config, positions);
        new StatusText(session, folder, status, backlog).print(format);
        return Exits.OK;
    }
}
