// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.simulator.EventFile;
import io.fieldback.simulator.Simulation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fieldback simulate}: the events of a simulated maker, and the truth that is planted in them. */
@Command(name = "simulate")
public final class SimulateCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", required = true)
    private long seed;

    @Option(names = "--events", paramLabel = "N", descriptionKey = "events", required = true)
    private long events;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "simulate.out", required = true)
    private Path out = Path.of("");

    /** A command in its surroundings. */
    public SimulateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        EventFile.Written written = EventFile.write(Simulation.of(seed, events), out);
        session.out()
                .println(session.messages()
                        .text("simulate.written", written.lines(), out, written.bytes() / 1_000_000.0, seed));
        session.out().println(session.messages().text("simulate.truth", written.truth()));
        return Exits.OK;
    }
}
