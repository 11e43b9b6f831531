// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.cli.terminal.Session;
import io.fieldback.jobs.start.StartPoint;
import io.fieldback.pipelines.journal.JournalPipeline;
import io.fieldback.pipelines.units.UnitPipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.jspecify.annotations.Nullable;

/** Says what a job begins with, why, and how long that took. */
final class StartText {
    private static final int INTERVAL_MILLIS = 200;

    private StartText() {}

    /** Says what a job begins with and why. */
    static void tell(Session session, StartPoint point) {
        if (point instanceof StartPoint.Checkpoint checkpoint) {
            session.tell(checkpoint.pending() ? "start.pending" : "start.checkpoint", checkpoint.path());
        } else if (point instanceof StartPoint.Tables tables) {
            String why =
                    "start.why." + tables.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
            session.tell(
                    "start.tables", tables.epoch(), session.messages().text(why, String.valueOf(tables.checkpoint())));
        }
    }

    /** Says how long the rebuild took in a job that has ended. */
    static void tellRebuild(Session session, JobExecutionResult result) {
        Long millis = result.getAccumulatorResult(JournalPipeline.REBUILD_MILLIS);
        if (millis != null) {
            session.tell("start.rebuilt", millis / 1000.0);
        }
    }

    /** Says when all parts of a job know what they have to know. Asks until then, or until it is interrupted. */
    static Thread watch(Session session, JobClient job, int parallelism) {
        Instant from = session.clock().instant();
        Thread watcher = new Thread(
                () -> {
                    try {
                        while (ready(job) < parallelism) {
                            Thread.sleep(INTERVAL_MILLIS);
                        }
                        long millis = Duration.between(from, session.clock().instant())
                                .toMillis();
                        session.tell("start.ready", millis / 1000.0);
                    } catch (ExecutionException e) {
                        // The job has ended, and whoever waits for it tells why.
                        return;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "start");
        watcher.setDaemon(true);
        watcher.start();
        return watcher;
    }

    private static int ready(JobClient job) throws ExecutionException, InterruptedException {
        Map<String, Object> accumulators = job.getAccumulators().get();
        return Math.min(count(accumulators.get(JournalPipeline.READY)), count(accumulators.get(UnitPipeline.READY)));
    }

    private static int count(@Nullable Object parts) {
        return parts instanceof Integer count ? count : 0;
    }
}
