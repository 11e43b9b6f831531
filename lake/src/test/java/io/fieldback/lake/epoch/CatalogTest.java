// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
    private static final int ROUNDS = 40;
    private static final int TOGETHER = 4;

    @TempDir
    private Path folder;

    /** The first to come makes the file; SQLite refuses the others while it does, without waiting. */
    @Test
    void whoComesWhileItIsMadeWaits() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Path warehouse = Files.createDirectory(folder.resolve("w" + round));
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Boolean>> all = new ArrayList<>();
                for (int i = 0; i < TOGETHER; i++) {
                    all.add(threads.submit(() -> {
                        start.await();
                        return new Catalog(warehouse)
                                .write(
                                        "make a table",
                                        connection -> connection
                                                .createStatement()
                                                .execute("CREATE TABLE IF NOT EXISTS t (a INTEGER)"));
                    }));
                }
                start.countDown();
                for (Future<Boolean> each : all) {
                    assertThat(each.get()).isFalse();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
