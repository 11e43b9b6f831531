// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.cli.embedded.Folders;
import io.fieldback.jobs.FeedbackJob;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.StrictFlink;
import io.fieldback.jobs.start.StateKind;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Progress;
import io.fieldback.schemas.privacy.PseudonymKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The job in a Flink inside this process: topics to tables, with checkpoints and epochs. */
public final class WholeJob {
    /** Time between checkpoints, and so between epochs. */
    public static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final PseudonymKey KEY = new PseudonymKey(new byte[32], PseudonymKey.FIRST_VERSION);

    private WholeJob() {}

    /** Settings of a job that writes the warehouse of a folder. */
    public static JobSettings settings(Path folder, int parallelism, Clock clock) throws Exception {
        return new JobSettings(
                folder.resolve("warehouse"),
                ZoneId.of("Asia/Shanghai"),
                KEY,
                parallelism,
                INTERVAL,
                Files.createDirectories(folder.resolve("checkpoints")),
                "fieldback-benchmarks",
                "benchmark",
                clock);
    }

    /** The same with state kept elsewhere, as {@code ingest --state} has it. */
    public static JobSettings with(StateKind state, JobSettings job) {
        return new JobSettings(
                job.warehouse(),
                job.zone(),
                job.key(),
                job.parallelism(),
                job.epochInterval(),
                job.checkpoints(),
                job.who(),
                job.programVersion(),
                job.clock(),
                state,
                job.wish());
    }

    /** Runs to the end of the topics, into the warehouse as it stands. {@code engine} is set on top for Flink. */
    public static Measured run(Topics topics, JobSettings settings, Configuration engine, long events)
            throws Exception {
        Measured measured = Measured.of(events, () -> {
            StreamExecutionEnvironment env = StrictFlink.local(settings);
            env.configure(engine);
            return FeedbackJob.ingest(settings, topics.intake(true), env)
                    .getJobExecutionResult()
                    .get();
        });
        Folders.delete(settings.checkpoints());
        Files.createDirectories(settings.checkpoints());
        return measured;
    }

    /**
     * Runs until all records are published, then looks at the job while it stands there with all its state.
     *
     * @return what it took until then
     */
    public static Measured follow(Topics topics, JobSettings settings, Configuration engine, Runnable look)
            throws Exception {
        StreamExecutionEnvironment env = StrictFlink.local(settings);
        env.configure(engine);
        AtomicReference<@Nullable JobClient> job = new AtomicReference<>();
        Measured measured = Measured.of(topics.records(), () -> {
            job.set(FeedbackJob.ingest(settings, topics.intake(false), env));
            while (covered(settings.warehouse()) < topics.records()) {
                Thread.sleep(100);
            }
            return settings;
        });
        look.run();
        JobClient running = Objects.requireNonNull(job.get());
        running.cancel().get();
        running.getJobExecutionResult().handle((result, cancelled) -> settings).get();
        return measured;
    }

    /** Records that the newest epoch covers. */
    private static long covered(Path warehouse) {
        return Warehouse.open(warehouse)
                .newestEpoch()
                .map(epoch -> EpochJson.positions(epoch.positionsJson()).stream()
                        .mapToLong(Progress::next)
                        .sum())
                .orElse(0L);
    }
}
