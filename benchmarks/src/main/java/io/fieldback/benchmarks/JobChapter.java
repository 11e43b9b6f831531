// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import io.fieldback.benchmarks.run.Profile;
import io.fieldback.benchmarks.run.Stored;
import io.fieldback.benchmarks.run.Topics;
import io.fieldback.benchmarks.run.WholeJob;
import io.fieldback.jobs.JobSettings;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** The whole job. */
final class JobChapter {
    private final Bench bench;

    JobChapter(Bench bench) {
        this.bench = bench;
    }

    void write(Topics topics) throws Exception {
        FigureTable runs = RunTable.columns();
        FigureTable written = new FigureTable(
                "run", "epochs", "new", "duplicates", "rejected", "files", "bytes written", "bytes an event");
        Path profile = bench.settings().profile;
        for (int parallelism : bench.settings().parallelism) {
            Run.say("Whole job, parallelism " + parallelism);
            String name = "parallelism " + parallelism;
            JobSettings job = bench.job("job-" + parallelism, parallelism);
            Measured run = measured(topics, job, profile);
            profile = null;
            bench.figure("job." + parallelism, run.cpuMicros());
            RunTable.row(runs, name, run);
            Stored stored = Stored.in(job.warehouse());
            written.row(
                    name,
                    Figures.count(stored.epochs()),
                    Figures.count(stored.fresh()),
                    Figures.count(stored.duplicates()),
                    Figures.count(stored.rejected()),
                    Figures.count(stored.files()),
                    Figures.megabytes(stored.bytes()),
                    Figures.count((double) stored.bytes() / run.events()));
        }
        bench.chapter(
                "job",
                "The whole job",
                "From topics to tables in a Flink of one process, the broker in another; checkpoints and epochs "
                        + WholeJob.INTERVAL.toSeconds() + " s apart; events of "
                        + Figures.count(topics.meanBytes()) + " bytes on average.\n\n" + runs + written);
    }

    private Measured measured(Topics topics, JobSettings job, @Nullable Path profile) throws Exception {
        return Profile.around(
                profile,
                bench.settings().profileEvent,
                () -> WholeJob.run(topics, job, new Configuration(), topics.records()));
    }
}
