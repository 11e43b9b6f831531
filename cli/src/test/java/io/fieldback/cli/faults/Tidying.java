// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.upkeep.Compaction;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Merges small files again and again while a job writes; a planned crash ends one merge, and the next one begins anew. */
final class Tidying implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;

    private final Path folder;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "tidying");
    private final List<String> failures = new ArrayList<>();
    private volatile boolean closed;
    private volatile long merged;

    Tidying(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Tidying start() {
        thread.start();
        return this;
    }

    /** Small files that were merged. */
    long merged() {
        return merged;
    }

    /** What went wrong that nobody planned. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }

    private void run() {
        while (!closed) {
            try {
                merged += new Compaction(Warehouse.openForWriting(folder), clock, "test")
                        .all()
                        .filesBefore();
            } catch (InjectedFault planned) {
                continue;
            } catch (RuntimeException e) {
                if (String.valueOf(e.getMessage()).contains("another process published first")) {
                    // Epochs come ten times a second here; who always loses the race tries again later.
                    continue;
                }
                synchronized (this) {
                    failures.add(String.valueOf(e));
                }
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
