// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.alerts.AlertList;
import io.fieldback.cli.alerts.AlertState;
import io.fieldback.cli.query.Answer.Format;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.watch.BacktestScore;
import io.fieldback.cli.watch.BacktestText;
import io.fieldback.cli.watch.LoadBudget;
import io.fieldback.cli.watch.PlantedFaults;
import io.fieldback.cli.watch.RulesFile;
import io.fieldback.cli.watch.WatchFiles;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.feed.Backtest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fieldback backtest}: what the watch would have found, by which rules, and what it would have cost. */
@Command(name = "backtest")
public final class BacktestCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "warehouse", required = true)
    private Path folder = Path.of("");

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "backtest.from", required = true)
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DAY", descriptionKey = "backtest.to", required = true)
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--rules", paramLabel = "FILE", descriptionKey = "backtest.rules")
    private @Nullable Path rules;

    @Option(names = "--reference", paramLabel = "DIR", descriptionKey = "backtest.reference")
    private @Nullable Path reference;

    @Option(names = "--truth", paramLabel = "FILE", descriptionKey = "backtest.truth")
    private @Nullable Path truth;

    @Option(names = "--budget", paramLabel = "N", descriptionKey = "backtest.budget")
    private @Nullable Double budget;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "backtest.out", defaultValue = WatchFiles.RULES)
    private Path out = Path.of(WatchFiles.RULES);

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format", defaultValue = "table")
    private Format format = Format.TABLE;

    /** A command in its surroundings. */
    public BacktestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Cannot backtest from " + from + " to " + to + ": the last day lies before the first");
        }
        WatchFiles files = reference == null ? WatchFiles.of(folder) : WatchFiles.in(reference);
        WatchRules tried = rules == null ? files.rules() : RulesFile.read(rules);
        PlantedFaults faults = truth == null ? new PlantedFaults(List.of()) : PlantedFaults.read(truth);
        Warehouse warehouse = Warehouse.open(folder);
        Epoch epoch = warehouse
                .newestEpoch()
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot backtest on warehouse " + folder + ": nothing has been ingested into it yet"));
        int threads = Runtime.getRuntime().availableProcessors();
        try (Backtest backtest = new Backtest(warehouse, epoch, files.reference(), threads)) {
            Backtest.Found found = backtest.run(tried, day(from), day(to));
            BacktestText text = new BacktestText(session, format);
            if (budget == null) {
                print(found);
                text.tell(found, new BacktestScore(found, files.reference()), faults);
                return Exits.OK;
            }
            LoadBudget.Choice choice =
                    new LoadBudget(backtest, tried, files.reference(), day(from), day(to)).of(budget);
            print(choice.found());
            BacktestScore chosen = new BacktestScore(choice.found(), files.reference());
            text.tell(choice.found(), chosen, faults);
            text.tellChoice(new BacktestScore(found, files.reference()), chosen, tried, choice, budget);
            RulesFile.write(
                    out,
                    choice.rules(),
                    session.messages().text("backtest.written-why", budget, folder, from.toString(), to.toString()));
            session.tell(
                    "backtest.written", out, folder.resolve(WatchFiles.FOLDER).resolve(WatchFiles.RULES));
            return choice.kept() ? Exits.OK : Exits.CHECK_FAILED;
        }
    }

    private void print(Backtest.Found found) throws Exception {
        List<AlertState> alerts = List.copyOf(AlertState.of(found.changes()).values());
        if (alerts.isEmpty() && format == Format.TABLE) {
            session.tell("alerts.none");
        } else {
            new AlertList(session, alerts, LocalDate.MIN).print(format);
        }
    }

    private static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
