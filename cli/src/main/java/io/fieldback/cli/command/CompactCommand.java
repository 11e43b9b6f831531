// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.terminal.Version;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.upkeep.Upkeep;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fieldback compact}: all upkeep of a warehouse, at once. A job may go on writing it. */
@Command(name = "compact")
public final class CompactCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;

    private final Session session;

    @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "warehouse", required = true)
    private Path folder = Path.of("");

    /** A command in its surroundings. */
    public CompactCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Upkeep.Pass pass = new Upkeep(Warehouse.openForWriting(folder), session.clock(), Version.number()).all();
        session.out()
                .println(session.messages()
                        .text(
                                "compact.done",
                                pass.compaction().filesBefore(),
                                pass.compaction().filesAfter(),
                                pass.compaction().rows(),
                                pass.expired(),
                                pass.swept().files(),
                                pass.swept().bytes() / MEGABYTE));
        return Exits.OK;
    }
}
