// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.analyze.HelpText;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.InputFile;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Misuse;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.OutcomeRows;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.cli.analyze.method.Methods;
import io.fieldback.cli.query.Answer.Format;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fieldback analyze}: a method of the statistics on anyone's own table. */
@Command(name = "analyze")
public final class AnalyzeCommand implements Callable<Integer> {
    /** Columns that a terminal has room for. A single row of more is printed upright. */
    private static final int MOST_ACROSS = 8;

    private final Session session;
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "METHOD", descriptionKey = "analyze.method", completionCandidates = Names.class)
    private String name = "";

    @Option(names = "--input", paramLabel = "FILE", descriptionKey = "analyze.input", required = true)
    private String input = "";

    @Option(names = "--param", paramLabel = "NAME=VALUE", descriptionKey = "analyze.param")
    private List<String> parameters = List.of();

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format", defaultValue = "table")
    private Format format = Format.TABLE;

    /** A command in its surroundings. */
    public AnalyzeCommand(Session session) {
        this.session = session;
    }

    /** The names of the methods. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Methods.names().iterator();
        }
    }

    /** Puts the methods into the help; the method has been read when it is printed. */
    @Spec
    void spec(CommandSpec own) {
        spec = own;
        HelpText help = new HelpText(session.messages());
        own.usageMessage()
                .sectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_FOOTER,
                        line -> Methods.named(name)
                                .map(method -> help.page(method.about()))
                                .orElseGet(() -> help.list(Methods.all())));
    }

    @Override
    public Integer call() throws Exception {
        try {
            Method method = Methods.named(name)
                    .orElseThrow(() -> new Misuse(
                            "there is no method '" + name + "', there are " + String.join(", ", Methods.names())));
            Settings settings = Settings.of(method.about(), given());
            Input table = InputFile.read(input, System.in);
            Outcome outcome = method.of(table, settings);
            format.answer().write(rows(outcome), session.out());
            session.out().flush();
            for (Text note : outcome.notes()) {
                session.say(note.in(session.messages().language()));
            }
        } catch (Misuse e) {
            throw new ParameterException(own().commandLine(), String.valueOf(e.getMessage()), e);
        }
        return Exits.OK;
    }

    private OutcomeRows rows(Outcome outcome) {
        if (format != Format.TABLE) {
            return OutcomeRows.exact(outcome);
        }
        boolean lengthy = outcome.rows().size() == 1 && outcome.columns().size() > MOST_ACROSS;
        return lengthy
                ? OutcomeRows.upright(
                        outcome,
                        session.messages().text("analyze.table.name"),
                        session.messages().text("analyze.table.value"))
                : OutcomeRows.rounded(outcome);
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new Misuse("--param " + parameter + " should be NAME=VALUE");
            }
            String before = given.put(
                    parameter.substring(0, equals).strip(),
                    parameter.substring(equals + 1).strip());
            if (before != null) {
                throw new Misuse("parameter " + parameter.substring(0, equals).strip() + " is given twice");
            }
        }
        return given;
    }

    private CommandSpec own() {
        if (spec == null) {
            throw new IllegalStateException("Cannot answer: the command was not made by picocli");
        }
        return spec;
    }
}
