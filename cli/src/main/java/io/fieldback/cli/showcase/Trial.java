// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.showcase;

import io.fieldback.cli.embedded.Folders;
import io.fieldback.cli.job.EmbeddedJob;
import io.fieldback.cli.job.EmbeddedJob.Outcome;
import io.fieldback.cli.job.JobOptions;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.topics.ImportTarget;
import io.fieldback.imports.Import;
import io.fieldback.imports.ImportRequest;
import io.fieldback.imports.ImportSummary;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.render.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A sheet, as it is, to a page: guess what it holds, import, ingest, report. */
public final class Trial {
    private final Session session;
    private final JobOptions options;
    private final Instant receivedAt;

    /** A trial that begins now. */
    public Trial(Session session, JobOptions options) {
        this.session = session;
        this.options = options;
        this.receivedAt = session.clock().instant();
    }

    /**
     * What a trial made.
     *
     * @param summaries what became of the rows of each sheet that was tried
     * @param outcome what was ingested
     * @param report the overview
     * @param page the overview as a page, with what was made of rows and columns
     * @param warehouse the tables, for further questions
     */
    public record Made(List<ImportSummary> summaries, Outcome outcome, Report report, Path page, Path warehouse) {}

    /** Runs it all. The warehouse is made anew beside the first sheet, or in the current folder if that is closed. */
    public Made run(List<TriedSheet> sheets) throws Exception {
        Path warehouse = OwnWarehouse.anew(sheets.get(0).beside(".warehouse"), "try");
        Path scratch = Files.createTempDirectory("fieldback-try-");
        List<ImportSummary> summaries = new ArrayList<>();
        List<Path> events = new ArrayList<>();
        Outcome outcome;
        try {
            for (TriedSheet sheet : sheets) {
                session.step("try.import", sheet.file().getFileName());
                // A folder each: two sheets may have one name, and the name is what an account calls its source.
                Path lines = Files.createDirectory(scratch.resolve("sheet-" + sheets.indexOf(sheet)))
                        .resolve(sheet.file().getFileName());
                summaries.add(read(sheet, lines));
                events.add(lines);
            }
            session.step("demo.ingest", warehouse);
            outcome = new EmbeddedJob(session, options, warehouse).files(events);
        } finally {
            Folders.delete(scratch);
        }
        session.step("demo.report");
        Report overview = OverviewPage.of(session, warehouse);
        Path page = sheets.get(0).beside(".report.html");
        Report whole = TrialReport.of(overview, sheets, summaries, session.messages());
        Files.writeString(page, HtmlReport.render(whole));
        return new Made(summaries, outcome, overview, page, warehouse);
    }

    private ImportSummary read(TriedSheet sheet, Path lines) throws IOException {
        try (ImportTarget events = ImportTarget.file(lines)) {
            ImportRequest request = ImportRequest.of(List.of(sheet.file()), sheet.mapping(), receivedAt);
            ImportSummary summary = Import.run(request, events.at(receivedAt));
            events.finish();
            return summary;
        }
    }
}
