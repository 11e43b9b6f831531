// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.SampleRepairs;
import io.fieldback.lake.TestWarehouse;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.TableFile;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableWriter;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.Table;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What merging costs, row by row in Java and by DuckDB's COPY. {@code -Dproofs.rows=100000} measures for real. */
class CompactionSpeedTest {
    private static final int ROWS = Integer.getInteger("proofs.rows", 2_000);
    private static final Table REPAIRS = Journals.of(EventType.REPAIR);

    @TempDir
    Path folder;

    @Test
    void eightFilesBecomeOne() throws Exception {
        Warehouse warehouse = Warehouse.openOrCreate(folder, TestWarehouse.SETTINGS, List.of(REPAIRS));
        Generation generation = warehouse.takeGeneration("test", TestWarehouse.NOON);
        List<WrittenFile> files = new ArrayList<>();
        for (int file = 0; file < MergePlan.ENOUGH; file++) {
            files.add(write(warehouse, new Random(file)));
        }
        Epoch written = warehouse.commit(TestWarehouse.draft(generation, 1, files));
        String list = warehouse.files(written, "repairs").stream()
                .map(file -> "'" + file + "'")
                .collect(Collectors.joining(",", "[", "]"));
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        new Compaction(warehouse, Clock.fixed(TestWarehouse.NOON, ZoneOffset.UTC), "test").all();
        double java = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e3;
        TableFile merged = warehouse
                .tableFiles(warehouse.newestEpoch().orElseThrow(), "repairs")
                .get(0);
        Path copy = folder.resolve("copy.parquet");
        double duck;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            statement.execute("COPY (SELECT * FROM read_parquet(" + list + ")) TO '" + copy
                    + "' (FORMAT parquet, COMPRESSION zstd, FIELD_IDS 'auto')");
            duck = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e3;
        }
        int rows = ROWS * MergePlan.ENOUGH;
        System.out.printf(
                "%d repairs of %d columns merged: %.1f us a row, %.1f MB; by DuckDB %.1f us, %.1f MB (CPU of one thread)%n",
                rows, REPAIRS.columns().size(), java / rows, merged.bytes() / 1e6, duck / rows, Files.size(copy) / 1e6);
        assertThat(merged.rows()).isEqualTo(rows);
    }

    private static WrittenFile write(Warehouse warehouse, Random random) throws Exception {
        try (TableWriter writer =
                new TableWriter(REPAIRS, warehouse.fieldIds("repairs"), warehouse.newFile("repairs", "test"))) {
            for (int i = 0; i < ROWS; i++) {
                writer.write(SampleRepairs.row(i, random));
            }
            return writer.finish();
        }
    }
}
