// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli;

import io.fieldback.cli.command.AlertsCommand;
import io.fieldback.cli.command.AnalyzeCommand;
import io.fieldback.cli.command.BacktestCommand;
import io.fieldback.cli.command.CompactCommand;
import io.fieldback.cli.command.DemoCommand;
import io.fieldback.cli.command.ImportCommand;
import io.fieldback.cli.command.IngestCommand;
import io.fieldback.cli.command.LakeCommand;
import io.fieldback.cli.command.QueryCommand;
import io.fieldback.cli.command.RebuildLedgersCommand;
import io.fieldback.cli.command.ReportCommand;
import io.fieldback.cli.command.SimulateCommand;
import io.fieldback.cli.command.TryCommand;
import io.fieldback.cli.command.VerifyCommand;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Messages;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.terminal.Streams;
import io.fieldback.cli.terminal.Version;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code fieldback} command. Standard output carries the answer, standard error all else. */
@Command(
        name = "fieldback",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        subcommands = {
            TryCommand.class,
            DemoCommand.class,
            SimulateCommand.class,
            ImportCommand.class,
            IngestCommand.class,
            QueryCommand.class,
            ReportCommand.class,
            AnalyzeCommand.class,
            BacktestCommand.class,
            VerifyCommand.class,
            RebuildLedgersCommand.class,
            CompactCommand.class,
            LakeCommand.class,
            AlertsCommand.class,
            GenerateCompletion.class
        })
public final class Fieldback {
    /** Read by log4j2.xml. It is set before anything logs, so it is looked for before the command line is parsed. */
    private static final String LOG_LEVEL = "fieldback.log.level";

    private static final List<String> VERBOSE = List.of("--verbose", "-v");

    @Spec(Spec.Target.SELF)
    private @Nullable CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty(LOG_LEVEL, asksForDetails(arguments) ? "INFO" : "WARN");
        PrintWriter out = Streams.out();
        PrintWriter err = Streams.err();
        int exit = run(out, err, System.getenv(), arguments);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** Runs a command and gives its exit code: 0 done, 1 error, 2 wrong usage, 3 a check failed. */
    public static int run(PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
        return run(Session.of(out, err, environment, Arrays.asList(arguments)), arguments);
    }

    /** Runs a command in its surroundings and gives its exit code. */
    public static int run(Session session, String... arguments) {
        return commandLine(session, arguments).execute(arguments);
    }

    /** The language is read by {@link Session} before all else, because it is also that of the help; this checks it. */
    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang", scope = ScopeType.INHERIT)
    void lang(String code) {
        if (!Messages.LANGUAGES.contains(code)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "there is no language '" + code + "', only zh and en");
        }
    }

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "verbose",
            scope = ScopeType.INHERIT)
    void verbose(boolean asked) {
        // Looked for in main already: the first log line may come before the command line is parsed.
    }

    private static CommandLine commandLine(Session session, String... arguments) {
        CommandLine line = new CommandLine(new Fieldback(), session.factory());
        line.setResourceBundle(session.messages().bundle());
        line.setOut(session.out());
        line.setErr(session.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(new Exits(asksForDetails(arguments)));
        line.setParameterExceptionHandler(Exits::wrongUsage);
        return line;
    }

    private static boolean asksForDetails(String... arguments) {
        return Arrays.stream(arguments).anyMatch(VERBOSE::contains);
    }
}
