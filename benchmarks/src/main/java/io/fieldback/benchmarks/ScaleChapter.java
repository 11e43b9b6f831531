// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.events.EventMix;
import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import io.fieldback.benchmarks.run.Stored;
import io.fieldback.benchmarks.run.Topics;
import io.fieldback.benchmarks.run.WholeJob;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.start.StateKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/** How cost grows with events; then what comes after the largest run. */
final class ScaleChapter {
    private static final int PARALLELISM = 2;

    private final Bench bench;
    private final FigureTable runs = RunTable.columns();
    private final FigureTable written = new FigureTable("events", "epochs", "files", "bytes written", "bytes an event");
    private final List<Measured> measured = new ArrayList<>();

    ScaleChapter(Bench bench) {
        this.bench = bench;
    }

    void write() throws Exception {
        List<Long> sizes = bench.settings().sizes;
        long largest = sizes.get(sizes.size() - 1);
        for (long size : bench.wants("scale") ? sizes : List.of(largest)) {
            Run.say("Scale: " + size + " events");
            JobSettings job = WholeJob.with(StateKind.ROCKSDB, bench.job("scale", PARALLELISM));
            try (Topics topics = Topics.with(bench.settings().data, bench.events(EventMix.USUAL, size))) {
                run(topics, job, size);
                if (bench.wants("scale")) {
                    chapter();
                }
                if (size == largest && bench.wants("history")) {
                    new HistoryChapter(bench).write(topics, job);
                }
            }
            if (size == largest && bench.wants("upkeep")) {
                new UpkeepChapter(bench).write(job);
            }
        }
    }

    private void run(Topics topics, JobSettings job, long size) throws Exception {
        Measured run = WholeJob.run(topics, job, new Configuration(), size);
        measured.add(run);
        RunTable.row(runs, Figures.count(size) + " events", run);
        Stored stored = Stored.in(job.warehouse());
        written.row(
                Figures.count(size),
                Figures.count(stored.epochs()),
                Figures.count(stored.files()),
                Figures.megabytes(stored.bytes()),
                Figures.count((double) stored.bytes() / size));
    }

    private void chapter() throws Exception {
        String growth = measured.size() < 2
                ? ""
                : "Processor time an event, largest run ÷ the one before: "
                        + Figures.fine(measured.get(measured.size() - 1).cpuMicros()
                                / measured.get(measured.size() - 2).cpuMicros())
                        + " (aim: 0.90 to 1.10).\n\n";
        bench.chapter(
                "scale",
                "How cost grows",
                "The whole job at parallelism 2 with state in RocksDB, as from a million cases on, from an empty warehouse;"
                        + " state in memory is written whole with each checkpoint, and grows dearer with each case."
                        + " What a run needs to start"
                        + " and end, some seconds, weighs on the small ones.\n\n" + runs + written + growth);
    }
}
