// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.lake.epoch.EpochDraft;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.pipelines.storing.EpochFiles;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.ColumnType;
import io.fieldback.schemas.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Epochs of one row in each of some tables: what publishing costs, whatever is published. */
public final class Commits {
    private final Warehouse warehouse;
    private final Generation right;
    private final String lineage = UUID.randomUUID().toString();
    private long checkpoint;

    /** Commits to a warehouse by its writer. */
    public Commits(Warehouse warehouse, Generation right) {
        this.warehouse = warehouse;
        this.right = right;
    }

    /** Processor time of one commit, microseconds: the mean of so many. */
    public double cpuMicros(List<Table> tables, int times) throws Exception {
        List<EpochDraft> drafts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            drafts.add(draft(tables));
        }
        Measured spent = Measured.of(times, () -> {
            drafts.forEach(warehouse::commit);
            return drafts;
        });
        return spent.cpuMicros();
    }

    /** How long each of so many commits took, milliseconds, sorted. */
    public double[] millis(List<Table> tables, int times) throws Exception {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            EpochDraft draft = draft(tables);
            long start = System.nanoTime();
            warehouse.commit(draft);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private EpochDraft draft(List<Table> tables) throws Exception {
        try (EpochFiles files = new EpochFiles(warehouse, "commit")) {
            for (Table table : tables) {
                files.write(table, row(table.columns()));
            }
            List<WrittenFile> written =
                    files.finish().stream().map(WrittenFile::fromBytes).toList();
            checkpoint++;
            return new EpochDraft(
                    right,
                    lineage,
                    checkpoint,
                    written,
                    "[{\"next\":" + checkpoint + "}]",
                    "[]",
                    "benchmark",
                    Instant.EPOCH);
        }
    }

    private static @Nullable Object[] row(List<Column> columns) {
        return columns.stream()
                .map(column -> column.required() ? value(column.type()) : null)
                .toArray();
    }

    private static Object value(ColumnType type) {
        return switch (type) {
            case TEXT -> "commit";
            case LONG -> 1L;
            case DOUBLE -> 1.0;
            case BOOLEAN -> Boolean.FALSE;
            case DATE -> LocalDate.EPOCH;
            case TIMESTAMP -> Instant.EPOCH;
            case BYTES -> new byte[1];
            case LIST -> List.of();
            case STRUCT -> throw new IllegalStateException("Cannot fill a required struct: no table has one");
        };
    }
}
