// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.cli.faults.oracle.Breach;
import io.fieldback.cli.faults.oracle.Law;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochKind;
import io.fieldback.lake.epoch.LakeException;
import io.fieldback.lake.epoch.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A reader that asks for the newest epoch again and again while others write. Each epoch it meets is
 * examined, whole; between, it looks that time never goes back.
 */
final class EpochReader implements AutoCloseable, FaultPlan.Surroundings {
    private static final long PAUSE_MILLIS = 3;
    private static final int LOOK_AGAIN = 5;

    private final Path folder;
    private final Examiner examiner;
    private final Thread thread = new Thread(this::run, "epoch-reader");
    private final List<Breach> breaches = new ArrayList<>();
    private final Map<Long, Long> firstSeen = new ConcurrentSkipListMap<>();
    private final Set<String> lineages = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile long newest;
    private volatile long written;
    private volatile long unread;
    private volatile long polls;
    private volatile long checked;

    EpochReader(Path folder, Examiner examiner, long records) {
        this.folder = folder;
        this.examiner = examiner;
        this.unread = records;
    }

    EpochReader start() {
        thread.start();
        return this;
    }

    @Override
    public long epoch() {
        return written;
    }

    @Override
    public long unread() {
        return unread;
    }

    /** How many lineages have published. */
    int lineages() {
        return lineages.size();
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
                if (newest > 0 && !SmallDisk.refuses(e)) {
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
        if (epoch == null) {
            return;
        }
        if (number <= newest) {
            if (polls % LOOK_AGAIN == 0) {
                lookAgain(warehouse, epoch);
            }
            return;
        }
        if (epoch.kind() == EpochKind.WRITTEN) {
            firstSeen.putIfAbsent(number, System.nanoTime());
            unread = examiner.unread(epoch);
            lineages.add(epoch.lineage());
            written = number;
        }
        List<Breach> found = examiner.examine(warehouse, epoch);
        // An epoch that a full disk did not let us read is read again.
        newest = number;
        checked++;
        synchronized (this) {
            breaches.addAll(found);
        }
    }

    /** Between epochs: the tables of the newest one are still all there, one at a time. */
    private void lookAgain(Warehouse warehouse, Epoch epoch) {
        List<String> tables = epoch.snapshots().keySet().stream().sorted().toList();
        if (!tables.isEmpty()) {
            String table = tables.get((int) (polls / LOOK_AGAIN % tables.size()));
            for (Path file : warehouse.files(epoch, table)) {
                if (!Files.isRegularFile(file)) {
                    breach(epoch.number(), "file " + file + " is gone");
                }
            }
        }
    }

    private synchronized void breach(long epoch, String what) {
        breaches.add(new Breach(Law.WHOLE, epoch, what));
    }
}
