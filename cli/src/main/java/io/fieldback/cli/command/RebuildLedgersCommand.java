// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.terminal.Version;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.journal.LedgerRebuild;
import io.fieldback.pipelines.ledgers.FailurePostings;
import io.fieldback.pipelines.ledgers.LedgerRules;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fieldback rebuild-ledgers}: the ledgers of a warehouse made anew by the rules of this program. */
@Command(name = "rebuild-ledgers")
public final class RebuildLedgersCommand implements Callable<Integer> {
    /** What a case takes in memory while its entries are made, bytes, and half of the heap for all. */
    private static final long BYTES_PER_CASE = 800;

    private final Session session;

    @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "warehouse", required = true)
    private Path folder = Path.of("");

    /** A command in its surroundings. */
    public RebuildLedgersCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Instant started = session.clock().instant();
        Warehouse warehouse =
                Warehouse.openOrCreate(folder, Warehouse.open(folder).settings(), Tables.all());
        String before = warehouse.settings().rulesVersion();
        Generation right = warehouse.takeGeneration(
                "fieldback rebuild-ledgers, process " + ProcessHandle.current().pid(), started);
        LedgerRebuild.Done done = new LedgerRebuild(warehouse, right, FailurePostings::of, LedgerRules.VERSION)
                .publish(Runtime.getRuntime().maxMemory() / BYTES_PER_CASE, Version.number(), started);
        long millis = Duration.between(started, session.clock().instant()).toMillis();
        session.out()
                .println(session.messages()
                        .text(
                                "rebuild-ledgers.done",
                                folder,
                                before,
                                LedgerRules.VERSION,
                                done.contents(),
                                done.rows(),
                                done.epoch().number(),
                                millis / 1000.0,
                                done.passes()));
        session.out().flush();
        return Exits.OK;
    }
}
