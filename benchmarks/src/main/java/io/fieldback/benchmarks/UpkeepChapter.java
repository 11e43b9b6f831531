// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import io.fieldback.benchmarks.run.Commits;
import io.fieldback.benchmarks.run.Stored;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.WarehouseStart;
import io.fieldback.schemas.table.Tables;

/** Epochs and files after the largest run. */
final class UpkeepChapter {
    private static final int COMMITS = 40;

    private final Bench bench;

    UpkeepChapter(Bench bench) {
        this.bench = bench;
    }

    void write(JobSettings job) throws Exception {
        Run.say("Upkeep");
        FigureTable files = new FigureTable("warehouse", "epochs", "files", "bytes", "in files < 8 MB", "orphans");
        row(files, "as the job left it", Stored.in(job.warehouse()));
        WarehouseStart start = WarehouseStart.take(job);
        double[] millis = new Commits(start.warehouse(), start.storing().right()).millis(Tables.all(), COMMITS);
        bench.chapter(
                "upkeep",
                "Epochs and files after it",
                files + "An epoch with rows in all " + Tables.all().size() + " tables, over this history: p50 "
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
