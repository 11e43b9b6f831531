// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.SampleRepairs;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.Table;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long repairs take to be written and read back; {@code -Dlake.speed.rows=1000000} for the figures of the docs. */
class FileSpeedTest {
    private static final int ROWS = Integer.getInteger("lake.speed.rows", 100_000);
    private static final Table REPAIRS = Journals.of(EventType.REPAIR);
    private static final List<String> WANTED = List.of(
            "id",
            "revision",
            "recorded_at",
            "received_at",
            "voided",
            "service_kind",
            "product_model",
            "region",
            "event_on",
            "known_on",
            "content_hash",
            "faults");

    @TempDir
    Path folder;

    @Test
    void aMillionRepairsAreReadWithinEightSeconds() throws Exception {
        Path file = folder.resolve("repairs").resolve("data").resolve("file.parquet");
        Random random = new Random(1);
        long writing = 0;
        try (TableWriter writer = new TableWriter(REPAIRS, FieldIds.numbered(REPAIRS), file)) {
            for (int i = 0; i < ROWS; i++) {
                @Nullable Object[] row = SampleRepairs.row(i, random);
                long start = cpu();
                writer.write(row);
                writing += cpu() - start;
            }
            long start = cpu();
            writer.finish();
            writing += cpu() - start;
        }
        Table projection = new Table(
                "repairs",
                "one content",
                WANTED.stream()
                        .map(name -> REPAIRS.columns().get(REPAIRS.position(name)))
                        .toList());
        long[] read = new long[2];
        long start = cpu();
        TableReader.read(file, projection, row -> {
            read[0]++;
            read[1] += ((List<?>) row[11]).size();
        });
        double reading = (cpu() - start) / 1e9;
        System.out.printf(
                "%d repairs, %d columns, %.1f MB: written in %.2f s, %d columns and %d fault lines read in %.2f s (CPU)%n",
                ROWS, REPAIRS.columns().size(), Files.size(file) / 1e6, writing / 1e9, WANTED.size(), read[1], reading);
        assertThat(read[0]).isEqualTo(ROWS);
        assertThat(reading).isLessThan(2 + 8.0 * ROWS / 1_000_000);
    }

    /** The processor time of this thread, nanoseconds: a busy machine does not change it much. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
