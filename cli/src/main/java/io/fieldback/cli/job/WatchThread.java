// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.terminal.Version;
import io.fieldback.cli.watch.WatchFiles;
import io.fieldback.jobs.WarehouseStart;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.FencedException;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.detection.feed.DaysOver;
import io.fieldback.pipelines.detection.feed.WatchRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Judges the days beside a job that writes a warehouse, by the right of that job. Beside a job that runs on it looks now
 * and then whether a day is over; after one that ends by itself it judges all days that are. What goes wrong here is
 * said, tried again at the next look, and stops nothing.
 */
final class WatchThread implements AutoCloseable {
    private static final long LOOK_SECONDS = 20;

    /** After all days are over and have nothing, as on the first of a warehouse: to find that out costs seconds. */
    private static final Duration REST = Duration.ofMinutes(5);

    private final Session session;
    private final Path folder;
    private final boolean bounded;
    private final @Nullable WatchFiles files;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "watch");

    private @Nullable Looking looking;
    private Instant restUntil = Instant.MIN;
    private String said = "";

    private WatchThread(Session session, Path folder, boolean bounded, @Nullable WatchFiles files) {
        this.session = session;
        this.folder = folder;
        this.bounded = bounded;
        this.files = files;
    }

    /** What a look needs; there is none before the job has taken its right. */
    private record Looking(Warehouse warehouse, WatchRun run, DaysOver days) {}

    /** Prepares to watch beside a job, if that is wanted. Throws if what the watch is told by files makes no sense. */
    static WatchThread beside(Session session, Path folder, boolean bounded, boolean wanted) {
        return new WatchThread(session, folder, bounded, wanted ? WatchFiles.of(folder) : null);
    }

    /** Begins, by the right that a start has taken. */
    WarehouseStart by(WarehouseStart start) {
        if (files != null) {
            Warehouse warehouse = start.warehouse();
            WatchRun run = new WatchRun(
                    warehouse,
                    start.storing().right(),
                    files.rules(),
                    files.reference(),
                    bounded ? Runtime.getRuntime().availableProcessors() : 1,
                    session.clock(),
                    Version.number());
            looking = new Looking(warehouse, run, new DaysOver(warehouse));
            if (!bounded) {
                thread.setDaemon(true);
                thread.setPriority(Thread.MIN_PRIORITY);
                thread.start();
            }
        }
        return start;
    }

    /** Judges all that a job has read that ended by itself; null if there was nothing, or it could not be. */
    WatchRun.@Nullable Done ended() {
        Looking look = looking;
        if (look == null || !bounded) {
            return null;
        }
        session.step("ingest.judging");
        return look(() -> {
            Optional<Epoch> epoch = look.warehouse().newestEpoch();
            Optional<Integer> last = epoch.flatMap(
                    newest -> look.days().lastOfAll(newest, session.clock().instant()));
            return last.flatMap(day -> look.run().judge(day));
        });
    }

    @Override
    public void close() {
        ended.countDown();
    }

    private void run() {
        Looking look = looking;
        try {
            while (look != null && !ended.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                look(() -> {
                    Optional<Epoch> epoch = look.warehouse().newestEpoch();
                    return epoch.flatMap(
                            newest -> look(look, newest, session.clock().instant()));
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<WatchRun.Done> look(Looking look, Epoch newest, Instant now) {
        if (now.isBefore(restUntil)) {
            return Optional.empty();
        }
        int judged = look.run().judgedUpTo().orElse(Integer.MIN_VALUE);
        int last = look.days().last(newest, judged, now);
        if (last <= judged) {
            return Optional.empty();
        }
        Optional<WatchRun.Done> done = look.run().judge(last);
        long yesterday = LocalDate.ofInstant(now, ZoneId.of(newest.zone())).toEpochDay() - 1;
        if (done.isEmpty() && last == yesterday) {
            restUntil = now.plus(REST);
        }
        return done;
    }

    /** One look. */
    @FunctionalInterface
    private interface Look {
        Optional<WatchRun.Done> make();
    }

    private WatchRun.@Nullable Done look(Look look) {
        try {
            return look.make().orElse(null);
        } catch (FencedException fenced) {
            // Another process writes now, and watches.
            ended.countDown();
        } catch (RuntimeException failure) {
            String sentence = Exits.sentence(failure, "watch warehouse " + folder);
            if (!sentence.equals(said)) {
                session.tell("watch.failed", sentence);
                said = sentence;
            }
        }
        return null;
    }
}
