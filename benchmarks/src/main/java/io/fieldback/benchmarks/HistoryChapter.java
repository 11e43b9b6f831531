// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import io.fieldback.benchmarks.run.Stored;
import io.fieldback.benchmarks.run.Topics;
import io.fieldback.benchmarks.run.WholeJob;
import io.fieldback.jobs.JobSettings;
import org.apache.flink.configuration.Configuration;

/** A new process over a warehouse that holds years of cases: rebuild its state from the tables, go on. */
final class HistoryChapter {
    private final Bench bench;

    HistoryChapter(Bench bench) {
        this.bench = bench;
    }

    void write(Topics topics, JobSettings job) throws Exception {
        long more = bench.settings().more;
        Run.say("History");
        long contents = Stored.in(job.warehouse()).fresh();
        Measured rebuild = WholeJob.run(topics, job, new Configuration(), contents);
        topics.send(bench.eventsAfter(topics.records(), more));
        Measured goingOn = WholeJob.run(topics, job, new Configuration(), more);
        FigureTable table = new FigureTable("run", "wall s", "CPU s", "peak heap after GC", "peak resident", "load");
        row(table, "rebuild alone: start, read the tables, end", rebuild);
        row(table, "the same, then " + Figures.count(more) + " more events", goingOn);
        bench.chapter(
                "history",
                "On top of a history",
                "A new process without a checkpoint, over a warehouse of " + Figures.count(contents)
                        + " contents: it fills its state from the tables, "
                        + Figures.fine(rebuild.cpuMicros()) + " µs of processor time a content.\n\n" + table
                        + "The new events by themselves: "
                        + Figures.fine((goingOn.cpuSeconds() - rebuild.cpuSeconds()) * 1e6 / more)
                        + " µs of processor time each.\n\n");
    }

    private static void row(FigureTable table, String name, Measured run) {
        table.row(
                name,
                Figures.rough(run.wallSeconds()),
                Figures.rough(run.cpuSeconds()),
                Figures.megabytes(run.peakHeap()),
                Figures.megabytes(run.peakResident()),
                Figures.rough(run.load()));
    }
}
