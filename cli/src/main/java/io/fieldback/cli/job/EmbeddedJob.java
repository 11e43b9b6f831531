// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.cli.delivery.ChannelsFile;
import io.fieldback.cli.embedded.Folders;
import io.fieldback.cli.terminal.Progress;
import io.fieldback.cli.terminal.Session;
import io.fieldback.jobs.FeedbackJob;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.StrictFlink;
import io.fieldback.jobs.WarehouseRollback;
import io.fieldback.jobs.WarehouseStart;
import io.fieldback.jobs.files.EventFiles;
import io.fieldback.jobs.kafka.KafkaIntake;
import io.fieldback.jobs.start.StartWish;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.LakeException;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.detection.feed.WatchRun;
import io.fieldback.pipelines.storing.EpochJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.flink.core.execution.JobClient;
import org.jspecify.annotations.Nullable;

/** Runs the job in a Flink inside this process and tells what became of what it read. */
public final class EmbeddedJob {
    private final Session session;
    private final JobOptions options;
    private final Path warehouse;
    private final StartWish wish;

    /** A job that writes a warehouse. */
    public EmbeddedJob(Session session, JobOptions options, Path warehouse) {
        this(session, options, warehouse, new StartWish.Fastest());
    }

    /** A job that writes a warehouse, and begins as it is wished. */
    public EmbeddedJob(Session session, JobOptions options, Path warehouse, StartWish wish) {
        this.session = session;
        this.options = options;
        this.warehouse = warehouse;
        this.wish = wish;
    }

    /**
     * What a run did.
     *
     * @param account of what was read
     * @param skipped files that an earlier run had read to their end
     * @param judged what was found of the days that were judged then; null if none was
     * @param epoch newest epoch of the warehouse, 0 if it has none
     */
    public record Outcome(IntakeAccount account, List<String> skipped, WatchRun.@Nullable Done judged, long epoch) {}

    /** Reads event files to their end. */
    public Outcome files(List<Path> files) throws Exception {
        return run(
                (settings, watch) -> {
                    WarehouseStart start = watch.by(WarehouseStart.take(settings));
                    EventFiles unread = EventFiles.of(files, start.positions());
                    if (!unread.unread().isEmpty()) {
                        StartText.tell(session, start.point());
                    }
                    try (WriterMark mark = WriterMark.put(warehouse);
                            Progress progress = progress(-1)) {
                        Optional<JobClient> job = FeedbackJob.run(settings, start, unread);
                        if (job.isPresent()) {
                            StartText.tellRebuild(
                                    session, job.get().getJobExecutionResult().get());
                        }
                    }
                    return unread.finished();
                },
                true);
    }

    /** Reads topics to the end they have at the start. {@code records} is how many that are, for the progress. */
    public Outcome topicsToTheirEnd(KafkaIntake topics, long records) throws Exception {
        return run(
                (settings, watch) -> {
                    WarehouseStart start = watch.by(FeedbackJob.start(settings, topics));
                    StartText.tell(session, start.point());
                    JobClient job = FeedbackJob.run(settings, start, topics, StrictFlink.local(settings));
                    try (WriterMark mark = WriterMark.put(warehouse);
                            Progress progress = progress(records)) {
                        StartText.tellRebuild(
                                session, job.getJobExecutionResult().get());
                    } catch (ExecutionException e) {
                        FeedbackJob.explain(settings, topics);
                        throw e;
                    }
                    return List.of();
                },
                true);
    }

    /** Reads topics until the process is told to end, and tells channels of alerts meanwhile if there are any. */
    public Outcome topicsUntilStopped(KafkaIntake topics, @Nullable ChannelsFile channels) throws Exception {
        return run(
                (settings, watch) -> {
                    WarehouseStart start = watch.by(FeedbackJob.start(settings, topics));
                    StartText.tell(session, start.point());
                    JobClient job = FeedbackJob.run(settings, start, topics, StrictFlink.local(settings));
                    Thread ready = StartText.watch(session, job, options.parallelism());
                    session.tell("ingest.running", topics.servers(), warehouse);
                    try (WriterMark mark = WriterMark.put(warehouse);
                            StopSignal stop = StopSignal.of(job);
                            DeliveryThread delivery = DeliveryThread.beside(session, warehouse, channels)) {
                        stop.await();
                    } catch (ExecutionException e) {
                        FeedbackJob.explain(settings, topics);
                        throw e;
                    } finally {
                        ready.interrupt();
                    }
                    return List.of();
                },
                false);
    }

    /** Makes an older epoch the newest again; gives the number of the new one. */
    public long rollback(long epoch) {
        JobSettings settings = options.settings(session, warehouse, warehouse, true, wish);
        return WarehouseRollback.to(settings, epoch).number();
    }

    /** A run of the job; gives the names of the files it skipped. */
    @FunctionalInterface
    private interface Run {
        List<String> with(JobSettings settings, WatchThread watch) throws Exception;
    }

    private Outcome run(Run job, boolean bounded) throws Exception {
        IntakeAccount before = account();
        Path kept = options.checkpoints();
        Path checkpoints = kept == null ? Files.createTempDirectory("fieldback-checkpoints-") : made(kept);
        try {
            List<String> skipped;
            WatchRun.Done judged;
            try (UpkeepThread upkeep = UpkeepThread.beside(session, warehouse, bounded);
                    WatchThread watch = WatchThread.beside(session, warehouse, bounded, options.alerts())) {
                skipped = job.with(options.settings(session, warehouse, checkpoints, bounded, wish), watch);
                judged = watch.ended();
            }
            return new Outcome(account().minus(before), skipped, judged, newest());
        } finally {
            if (kept == null) {
                Folders.delete(checkpoints);
            }
        }
    }

    private static Path made(Path folder) throws IOException {
        return Files.createDirectories(folder);
    }

    private Progress progress(long records) {
        long before = covered();
        return Progress.watch(session, session.messages().text("progress.ingest"), records, () -> covered() - before);
    }

    /** Records that the newest epoch covers. */
    private long covered() {
        Epoch newest = newestEpoch();
        return newest == null
                ? 0
                : EpochJson.positions(newest.positionsJson()).stream()
                        .mapToLong(position -> position.next())
                        .sum();
    }

    /** Of all that was ever read. */
    private IntakeAccount account() {
        Epoch newest = newestEpoch();
        return newest == null
                ? new IntakeAccount(List.of())
                : IntakeAccount.upTo(Warehouse.open(warehouse), newest.number());
    }

    private long newest() {
        Epoch newest = newestEpoch();
        return newest == null ? 0 : newest.number();
    }

    private @Nullable Epoch newestEpoch() {
        try {
            return Warehouse.open(warehouse).newestEpoch().orElse(null);
        } catch (LakeException e) {
            // Not made yet: that is for the job to do, or to refuse.
            return null;
        }
    }
}
