// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import static io.fieldback.lake.TestWarehouse.NOON;
import static io.fieldback.lake.TestWarehouse.commit;
import static io.fieldback.lake.TestWarehouse.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.TestWarehouse;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.lake.reading.EpochViews;
import io.fieldback.schemas.event.EventType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several at once: writers that race for a table, and a reader beside a writer. */
class ConcurrencyTest {
    @TempDir
    Path folder;

    @Test
    void aLostSwapIsStagedAgain() throws Exception {
        int epochs = 6;
        Warehouse warehouse = TestWarehouse.at(folder);
        Generation generation = warehouse.takeGeneration("all of us", NOON);
        List<Callable<Long>> writers = new ArrayList<>();
        for (String lineage : List.of("a", "b", "c")) {
            writers.add(() -> {
                Warehouse own = Warehouse.open(folder);
                for (int checkpoint = 1; checkpoint <= epochs; checkpoint++) {
                    WrittenFile file = file(own, "repairs", Map.of("id", lineage + checkpoint));
                    own.commit(new EpochDraft(
                            generation, lineage, checkpoint, List.of(file), lineage + checkpoint, "[]", "test", NOON));
                }
                return own.newestEpoch().orElseThrow().number();
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Future<Long> writer : threads.invokeAll(writers)) {
                assertThat(writer.get()).isLessThanOrEqualTo(3L * epochs);
            }
        } finally {
            threads.shutdownNow();
        }
        List<Epoch> published = warehouse.epochs();
        assertThat(published).hasSize(3 * epochs);
        for (Epoch epoch : published) {
            assertThat(warehouse.files(epoch, "repairs")).hasSize((int) epoch.number());
        }
    }

    @Test
    void aReaderSeesOnlyWholeEpochs() throws Exception {
        Warehouse warehouse = TestWarehouse.at(folder);
        Generation generation = warehouse.takeGeneration("test", NOON);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Integer> reader = thread.submit(() -> {
            int looks = 0;
            long newest = 0;
            while (!done.get() || looks == 0) {
                Warehouse own = Warehouse.open(folder);
                Optional<Epoch> epoch = own.newestEpoch();
                if (epoch.isPresent()) {
                    long number = epoch.get().number();
                    assertThat(number).isGreaterThanOrEqualTo(newest);
                    newest = number;
                    assertThat(counts(own, epoch.get())).containsExactly(number, number, number);
                    looks++;
                }
            }
            return looks;
        });
        for (int checkpoint = 1; checkpoint <= 15 && !reader.isDone(); checkpoint++) {
            commit(
                    warehouse,
                    generation,
                    checkpoint,
                    file(warehouse, "repairs", Map.of("id", "R-" + checkpoint)),
                    file(warehouse, "complaints", Map.of("id", "C-" + checkpoint)),
                    file(warehouse, "failure_ledger", Map.of("orders", 1L)));
        }
        done.set(true);
        int looks = reader.get();
        thread.shutdown();
        System.out.printf("a reader looked %d times while 15 epochs were published%n", looks);
        assertThat(looks).isPositive();
    }

    @Test
    void fifteenTablesArePublishedInAnInstant() {
        Warehouse warehouse = TestWarehouse.at(folder);
        Generation generation = warehouse.takeGeneration("test", NOON);
        int commits = 9;
        long[] millis = new long[commits];
        for (int checkpoint = 0; checkpoint < commits; checkpoint++) {
            List<WrittenFile> files = new ArrayList<>();
            for (EventType type : EventType.values()) {
                files.add(file(warehouse, type.table(), Map.of("id", "X-" + checkpoint)));
            }
            warehouse.commit(TestWarehouse.draft(generation, checkpoint, files));
            millis[checkpoint] = warehouse.lastCommitMillis();
        }
        long[] warm = Arrays.copyOfRange(millis, 4, commits);
        Arrays.sort(warm);
        System.out.printf(
                "an epoch of %d tables: median %d ms, slowest %d ms%n",
                EventType.values().length, warm[warm.length / 2], warm[warm.length - 1]);
        assertThat(warehouse.newestEpoch().orElseThrow().snapshots()).hasSize(EventType.values().length);
        assertThat(warm[warm.length / 2]).isLessThan(5_000);
    }

    private static List<Long> counts(Warehouse warehouse, Epoch epoch) throws Exception {
        try (Connection connection = EpochViews.open(warehouse, epoch, Optional.empty());
                Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery("SELECT (SELECT count(*) FROM repairs_current),"
                        + " (SELECT count(*) FROM complaints), (SELECT sum(orders) FROM failure_ledger)")) {
            counts.next();
            return List.of(counts.getLong(1), counts.getLong(2), counts.getLong(3));
        }
    }
}
