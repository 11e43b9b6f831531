// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import io.fieldback.benchmarks.run.Commits;
import io.fieldback.benchmarks.run.Stored;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.WarehouseStart;
import io.fieldback.lake.upkeep.Compaction;
import io.fieldback.lake.upkeep.Sweep;
import io.fieldback.schemas.table.Tables;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Epochs and files after the largest run. */
final class UpkeepChapter {
    private static final int COMMITS = 40;

    private final Bench bench;

    UpkeepChapter(Bench bench) {
        this.bench = bench;
    }

    void write(JobSettings job) throws Exception {
        Run.say("Upkeep");
        FigureTable files = new FigureTable(
                "warehouse", "epochs", "files", "bytes", "in files < 8 MB", "files the newest epoch does not name");
        row(files, "as the job left it", Stored.in(job.warehouse()));
        WarehouseStart start = WarehouseStart.take(job);
        Compaction compaction = new Compaction(start.warehouse(), job.clock(), job.programVersion());
        AtomicReference<Compaction.Result> merged = new AtomicReference<>();
        Measured compacting = Measured.of(1, () -> {
            merged.set(compaction.all());
            return merged;
        });
        row(files, "compacted", Stored.in(job.warehouse()));
        Sweep.Orphans orphans = new Sweep(start.warehouse(), Duration.ofDays(1)).look();
        double[] millis = new Commits(start.warehouse(), start.storing().right()).millis(Tables.all(), COMMITS);
        bench.chapter(
                "upkeep",
                "Epochs and files after it",
                files + "Compaction merged "
                        + Figures.count(Objects.requireNonNull(merged.get()).filesBefore()) + " files into "
                        + Figures.count(Objects.requireNonNull(merged.get()).filesAfter()) + ", "
                        + Figures.megabytes(Objects.requireNonNull(merged.get()).bytes()) + ", in "
                        + Figures.rough(compacting.wallSeconds()) + " s with "
                        + Figures.rough(compacting.cpuSeconds()) + " s of processor time (aim: ≤ 1 % of bytes in files"
                        + " below 8 MB). Files that no kept epoch names and that are older than the rule: "
                        + Figures.count(orphans.old().files()) + " (aim: 0).\n\nAn epoch with rows in all "
                        + Tables.all().size() + " tables, over this history: p50 "
                        + Figures.count(millis[COMMITS / 2]) + " ms, p95 "
                        + Figures.count(millis[COMMITS * 95 / 100 - 1]) + " ms, longest "
                        + Figures.count(millis[COMMITS - 1]) + " ms of " + COMMITS + " (aim: p95 ≤ 500 ms).\n\n");
    }

    private static void row(FigureTable table, String name, Stored stored) {
        table.row(
                name,
                Figures.count(stored.epochs()),
                Figures.count(stored.files()),
                Figures.megabytes(stored.bytes()),
                Figures.percent((double) stored.smallBytes() / stored.bytes()),
                Figures.count(stored.orphans()));
    }
}
