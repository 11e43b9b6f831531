// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.cli.faults.oracle.Breach;
import io.fieldback.cli.faults.oracle.Law;
import io.fieldback.cli.faults.oracle.Oracle;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.LakeException;
import io.fieldback.lake.epoch.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A reader that asks for the newest epoch again and again while others write. Each epoch it meets is held against the
 * oracle, whole; between, it looks that time never goes back.
 */
final class EpochReader implements AutoCloseable, FaultPlan.Surroundings {
    private static final long PAUSE_MILLIS = 3;

    private final Path folder;
    private final Oracle oracle;
    private final Thread thread = new Thread(this::run, "epoch-reader");
    private final List<Breach> breaches = new ArrayList<>();
    private final Map<Long, Long> firstSeen = new ConcurrentSkipListMap<>();
    private volatile boolean closed;
    private volatile long newest;
    private volatile long unread;
    private volatile long polls;
    private volatile long checked;

    EpochReader(Path folder, Oracle oracle) {
        this.folder = folder;
        this.oracle = oracle;
        this.unread = oracle.size();
    }

    EpochReader start() {
        thread.start();
        return this;
    }

    @Override
    public long epoch() {
        return newest;
    }

    @Override
    public long unread() {
        return unread;
    }

    /** How often the newest epoch was asked for. */
    long polls() {
        return polls;
    }

    /** How many epochs were held against the oracle. */
    long checked() {
        return checked;
    }

    /** What was wrong at the time it was read. */
    synchronized List<Breach> breaches() {
        return List.copyOf(breaches);
    }

    /** When an epoch after this one was first seen; null if none was. */
    @Nullable
    Long seenAfter(long epoch) {
        return firstSeen.entrySet().stream()
                .filter(each -> each.getKey() > epoch)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }

    private void run() {
        Warehouse warehouse = null;
        while (!closed) {
            try {
                warehouse = warehouse == null ? Warehouse.open(folder) : warehouse;
                poll(warehouse);
            } catch (LakeException e) {
                if (newest > 0) {
                    breach(newest, String.valueOf(e.getMessage()));
                }
            } catch (RuntimeException e) {
                breach(newest, String.valueOf(e));
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void poll(Warehouse warehouse) {
        Epoch epoch = warehouse.newestEpoch().orElse(null);
        polls++;
        long number = epoch == null ? 0 : epoch.number();
        if (number < newest) {
            breach(number, "the newest epoch was " + newest + " before");
        }
        if (epoch == null || number <= newest) {
            return;
        }
        firstSeen.put(number, System.nanoTime());
        unread = oracle.unread(epoch);
        newest = number;
        List<Breach> found = oracle.breaches(warehouse, epoch);
        checked++;
        synchronized (this) {
            breaches.addAll(found);
        }
    }

    private synchronized void breach(long epoch, String what) {
        breaches.add(new Breach(Law.WHOLE, epoch, what));
    }
}
