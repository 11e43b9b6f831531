// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.events.EventMix;
import io.fieldback.benchmarks.events.MadeEvent;
import io.fieldback.benchmarks.events.MadeEvents;
import io.fieldback.benchmarks.events.Templates;
import io.fieldback.benchmarks.measure.Machine;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import io.fieldback.benchmarks.page.Page;
import io.fieldback.benchmarks.run.WholeJob;
import io.fieldback.cli.embedded.Folders;
import io.fieldback.jobs.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the chapters of one run share: events, places, the page, and the figures that are compared at the end. */
final class Bench {
    private final Settings settings;
    private final Templates templates;
    private final Page page;
    private final Clock clock;
    private final Map<String, Double> figures = new TreeMap<>();

    Bench(Settings settings, Templates templates, Page page, Clock clock) {
        this.settings = settings;
        this.templates = templates;
        this.page = page;
        this.clock = clock;
    }

    Settings settings() {
        return settings;
    }

    /** Events from the first on. */
    MadeEvents events(EventMix mix, long events) {
        return new MadeEvents(templates, mix, 0, events);
    }

    /** Events that come after so many fresh ones: other cases. */
    MadeEvents eventsAfter(long first, long events) {
        return new MadeEvents(templates, EventMix.USUAL, first, events);
    }

    /** Different contents of one case. */
    List<MadeEvent> longCase(int contents) {
        return templates.longHistory(contents);
    }

    /** Whether a chapter is to be measured. */
    boolean wants(String chapter) {
        return settings.only.contains(chapter);
    }

    /** A job that writes an empty warehouse in a folder of this name. */
    JobSettings job(String name, int parallelism) throws Exception {
        Path folder = settings.data.resolve(name);
        Folders.delete(folder);
        return WholeJob.settings(folder, parallelism, clock);
    }

    /** Keeps a figure for the summary. */
    void figure(String name, double value) {
        figures.put(name, value);
    }

    /** Writes a chapter, with the day and the machine under its title. */
    void chapter(String name, String title, String text) throws IOException {
        String origin = String.format(
                Locale.ROOT,
                "*%s, %s, load average %.1f.*",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                Machine.description(),
                Machine.loadAverage());
        page.put(name, "## " + title + "\n\n" + origin + "\n\n" + text);
        System.err.println(text);
    }

    /** Compares what was measured in this run. */
    void summary() throws IOException {
        FigureTable table = new FigureTable("of this run", "measured", "aim");
        Double job = figures.get("job.2");
        Double one = figures.get("job.1");
        Double parts = figures.get("parts");
        Double duck = figures.get("duckdb");
        int rows = 0;
        if (job != null && parts != null) {
            table.row("whole job, parallelism 2 ÷ sum of its parts", Figures.fine(job / parts), "≤ 1.3");
            rows++;
        }
        if (one != null && parts != null) {
            table.row("whole job, parallelism 1 ÷ sum of its parts", Figures.fine(one / parts), "≤ 1.3");
            rows++;
        }
        if (job != null && duck != null) {
            table.row("events per CPU-second, whole job ÷ DuckDB", Figures.percent(duck / job), "≥ 50 %");
            rows++;
        }
        if (rows > 0) {
            chapter("summary", "In short", table.toString());
        }
    }
}
