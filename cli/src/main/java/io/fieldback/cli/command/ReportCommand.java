// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.job.WarehouseOption;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.reports.Reports;
import io.fieldback.reports.content.GroupBy;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.Phase;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.render.CsvReport;
import io.fieldback.reports.render.HtmlReport;
import io.fieldback.reports.render.JsonReport;
import io.fieldback.reports.render.TerminalReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fieldback report}: the answer to one question over a warehouse. */
@Command(name = "report")
public final class ReportCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", descriptionKey = "report.name", completionCandidates = Names.class)
    private String name = "";

    @Mixin
    private WarehouseOption warehouse = new WarehouseOption();

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format", defaultValue = "table")
    private Format format = Format.TABLE;

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "html")
    private @Nullable Path html;

    @Option(names = "--product", paramLabel = "MODEL", descriptionKey = "product")
    private @Nullable String product;

    @Option(names = "--component", paramLabel = "CODE", descriptionKey = "component")
    private @Nullable String component;

    @Option(names = "--by", paramLabel = "supplier|lot|batch|region|site", descriptionKey = "by")
    private @Nullable GroupBy by;

    @Option(names = "--warranty", paramLabel = "MONTHS", descriptionKey = "warranty")
    private @Nullable Integer warrantyMonths;

    @Option(names = "--baseline", paramLabel = "FROM:TO", descriptionKey = "baseline")
    private @Nullable String baseline;

    /** A command in its surroundings. */
    public ReportCommand(Session session) {
        this.session = session;
    }

    /** The forms of a report on standard output. */
    enum Format {
        /** Text for people. */
        TABLE,
        /** The report's own table. */
        CSV,
        /** All of it. */
        JSON
    }

    /** The names of the reports. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Reports.names().iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        check();
        Warehouse opened = warehouse.open();
        Report report;
        try (Connection views = Reports.looksBack(name) ? warehouse.everything(opened) : warehouse.views(opened)) {
            report = Reports.run(name, views, context(opened));
        }
        session.out().print(text(report));
        if (html != null) {
            Files.writeString(html, HtmlReport.render(report));
            session.tell("report.page", html);
        }
        return Exits.OK;
    }

    private void check() {
        if (!Reports.names().contains(name)) {
            throw wrong("there is no report '" + name + "', there are " + String.join(", ", Reports.names()));
        }
        check("--by", by, Reports.Choice.BY);
        check("--warranty", warrantyMonths, Reports.Choice.WARRANTY);
        check("--baseline", baseline, Reports.Choice.BASELINE);
    }

    private void check(String option, @Nullable Object value, Reports.Choice choice) {
        if (value != null && !Reports.takes(name, choice)) {
            throw wrong("report " + name + " takes no " + option + ", only these do: "
                    + Reports.names().stream()
                            .filter(other -> Reports.takes(other, choice))
                            .collect(Collectors.joining(", ")));
        }
    }

    private ReportContext context(Warehouse opened) {
        try {
            return new ReportContext(
                    opened.settings().zone(),
                    warehouse.asOf(),
                    Language.of(session.messages().language()),
                    Optional.ofNullable(product),
                    Optional.ofNullable(component),
                    Optional.ofNullable(by),
                    Optional.ofNullable(warrantyMonths),
                    Optional.ofNullable(baseline).map(Phase::of));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }

    private String text(Report report) {
        return switch (format) {
            case TABLE -> TerminalReport.render(report, WIDTH);
            case CSV -> CsvReport.render(report);
            case JSON -> JsonReport.render(report);
        };
    }
}
