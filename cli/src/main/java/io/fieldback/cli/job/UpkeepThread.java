// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.terminal.Version;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.upkeep.Upkeep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a warehouse tidy while a job writes it: a look now and then, and a pass if epochs came since. It stands beside
 * the job and takes no right from it; what goes wrong here is said, tried again at the next look, and stops nothing.
 */
final class UpkeepThread implements AutoCloseable {
    private static final long LOOK_SECONDS = 20;

    /** So long the end of a job waits for a pass that is under way. */
    private static final long PATIENCE_MILLIS = 60_000;

    private final Session session;
    private final Path folder;
    private final boolean bounded;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "upkeep");

    private long done;
    private String said = "";

    private UpkeepThread(Session session, Path folder, boolean bounded) {
        this.session = session;
        this.folder = folder;
        this.bounded = bounded;
    }

    /** Begins beside a job, which is bounded if it ends by itself. */
    static UpkeepThread beside(Session session, Path folder, boolean bounded) {
        UpkeepThread upkeep = new UpkeepThread(session, folder, bounded);
        upkeep.thread.setDaemon(true);
        upkeep.thread.setPriority(Thread.MIN_PRIORITY);
        upkeep.thread.start();
        return upkeep;
    }

    /** Ends it: after a last pass beside a bounded job, at once where somebody waits for the process to end. */
    @Override
    public void close() throws InterruptedException {
        ended.countDown();
        if (bounded) {
            thread.join(PATIENCE_MILLIS);
        }
    }

    private void run() {
        try {
            while (!ended.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                look();
            }
            if (bounded) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (!Files.isRegularFile(folder.resolve("catalog.db"))) {
                return;
            }
            Warehouse warehouse = Warehouse.openForWriting(folder);
            long newest = warehouse.newestWritten().map(Epoch::number).orElse(0L);
            if (newest > done) {
                new Upkeep(warehouse, session.clock(), Version.number()).due();
                done = newest;
            }
        } catch (RuntimeException failure) {
            String sentence = Exits.sentence(failure, "keep warehouse " + folder + " tidy");
            if (!sentence.equals(said)) {
                session.tell("upkeep.failed", sentence);
                said = sentence;
            }
        }
    }
}
