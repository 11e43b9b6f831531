// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.events.EventMix;
import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import io.fieldback.benchmarks.run.Engines;
import io.fieldback.benchmarks.run.Topics;
import io.fieldback.benchmarks.run.WholeJob;
import io.fieldback.jobs.JobSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;

/** What state takes, in memory and on disk. */
final class StateChapter {
    private static final int PARALLELISM = 2;

    private final Bench bench;

    StateChapter(Bench bench) {
        this.bench = bench;
    }

    void write() throws Exception {
        long cases = bench.settings().cases;
        FigureTable runs = RunTable.columns();
        FigureTable sizes = new FigureTable("state", "checkpoint, bytes a case", "heap, bytes a case");
        try (Topics topics = Topics.with(bench.settings().data, bench.events(EventMix.CASES, cases))) {
            for (Map.Entry<String, Configuration> engine : Engines.all().entrySet()) {
                Run.say("State: " + engine.getKey());
                JobSettings job = bench.job("state", PARALLELISM);
                AtomicLong checkpoint = new AtomicLong();
                AtomicLong heap = new AtomicLong();
                long before = Measured.liveHeap();
                Measured run = WholeJob.follow(topics, job, engine.getValue(), () -> {
                    checkpoint.set(size(job.checkpoints()));
                    heap.set(Measured.liveHeap() - before);
                });
                RunTable.row(runs, engine.getKey(), run);
                sizes.row(
                        engine.getKey(),
                        Figures.rough((double) checkpoint.get() / cases),
                        heap.get() < 0 ? "–" : Figures.rough((double) heap.get() / cases));
            }
        }
        bench.chapter(
                "state",
                "State",
                Figures.count(cases)
                        + " cases of one version each, parallelism 2, until the epoch that covers the last of them. The"
                        + " checkpoint holds keys and histories (aim: ≤ 100 bytes a case); heap is what is in use after"
                        + " a full collection, Flink and the reader of Kafka with it; a dash where that is less than before the run.\n\n"
                        + sizes + runs);
    }

    /** Of the newest checkpoint that is complete, with the files it shares; the next may be on its way beside it. */
    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Path newest = files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .map(Path::getParent)
                    .orElseThrow(() -> new IOException("none is complete"));
            return bytes(newest) + bytes(newest.resolveSibling("shared"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot weigh the checkpoint in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static long bytes(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        }
    }
}
