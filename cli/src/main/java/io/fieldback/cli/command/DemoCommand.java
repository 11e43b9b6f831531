// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.job.JobOptions;
import io.fieldback.cli.showcase.Demo;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.pipelines.storing.Account;
import io.fieldback.reports.render.TerminalReport;
import io.fieldback.simulator.Simulation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fieldback demo}: a simulated maker from events to answers, with Kafka and Flink in this process. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    private static final int WIDTH = 100;
    private static final int ROWS = 8;

    private final Session session;

    @Option(names = "--events", paramLabel = "N", descriptionKey = "demo.events", defaultValue = "100000")
    private long events;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "42")
    private long seed;

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            descriptionKey = "demo.warehouse",
            defaultValue = "demo-warehouse")
    private Path warehouse = Path.of("demo-warehouse");

    @Mixin
    private JobOptions options = new JobOptions();

    /** A command in its surroundings. */
    public DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Demo.Made made = new Demo(session, options, Simulation.of(seed, events)).run(warehouse);
        session.out().println(TerminalReport.summary(made.report(), WIDTH, ROWS));
        Account total = made.outcome().account().total();
        session.out()
                .println(session.messages()
                        .text(
                                "demo.done",
                                total.read(),
                                Long.toString(seed),
                                total.fresh(),
                                total.duplicates(),
                                total.rejected(),
                                warehouse,
                                made.outcome().epoch()));
        session.out().println(session.messages().text("demo.next", warehouse, made.page()));
        return Exits.OK;
    }
}
