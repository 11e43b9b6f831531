// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.job.JobOptions;
import io.fieldback.cli.showcase.GuessText;
import io.fieldback.cli.showcase.Trial;
import io.fieldback.cli.showcase.TriedSheet;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.imports.guess.Guess;
import io.fieldback.reports.render.TerminalReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fieldback try}: a sheet of repair orders, as it is, to a report. */
@Command(name = "try")
public final class TryCommand implements Callable<Integer> {
    private static final int WIDTH = 100;
    private static final int ROWS = 8;

    private final Session session;

    @Parameters(paramLabel = "FILE", descriptionKey = "try.file")
    private Path file = Path.of("");

    @Option(names = "--sales", paramLabel = "FILE", descriptionKey = "try.sales")
    private @Nullable Path sales;

    @Mixin
    private JobOptions options = new JobOptions();

    /** A command in its surroundings. */
    public TryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        LocalDate today = LocalDate.ofInstant(session.clock().instant(), ZoneId.of("UTC"));
        List<TriedSheet> sheets = new ArrayList<>();
        sheets.add(TriedSheet.of(file, Guess.of(file), today));
        if (sales != null) {
            sheets.add(TriedSheet.of(sales, Guess.sales(sales), today));
        }
        for (TriedSheet sheet : sheets) {
            GuessText.print(session, sheet);
        }
        session.out().flush();
        Trial.Made made = new Trial(session, options).run(sheets);
        made.summaries()
                .forEach(summary ->
                        session.out().println(summary.toText(session.messages().locale())));
        session.out().println(TerminalReport.summary(made.report(), WIDTH, ROWS));
        session.out()
                .println(session.messages()
                        .text("try.done", made.page(), sheets.get(0).mappingFile(), made.warehouse()));
        return Exits.OK;
    }
}
