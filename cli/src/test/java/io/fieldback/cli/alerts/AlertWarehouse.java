// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochDraft;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.epoch.WarehouseSettings;
import io.fieldback.lake.parquet.TableWriter;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.pipelines.detection.expectation.NotYetJudged;
import io.fieldback.pipelines.ledgers.LedgerRules;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A warehouse into which a test publishes changes of alerts, an epoch at a time. */
public final class AlertWarehouse {
    private final Warehouse warehouse;
    private final Generation generation;
    private long checkpoint;

    /** An empty one in a folder. */
    public AlertWarehouse(Path folder, Instant at) {
        this(folder, at, "key");
    }

    /** An empty one that a job with this key can write. */
    public AlertWarehouse(Path folder, Instant at, String keyFingerprint) {
        warehouse = Warehouse.openOrCreate(
                folder,
                new WarehouseSettings(ZoneId.of("Asia/Shanghai"), keyFingerprint, LedgerRules.VERSION),
                Tables.all());
        generation = warehouse.takeGeneration("test", at);
    }

    /** Its folder. */
    public Path folder() {
        return warehouse.folder();
    }

    /** Publishes an epoch of these changes. */
    public Epoch publish(Instant at, AlertChange... changes) throws IOException {
        return publishRows(at, Arrays.stream(changes).map(AlertChange::row).toList());
    }

    /** Publishes an epoch of these rows. */
    public Epoch publishRows(Instant at, List<@Nullable Object[]> rows) throws IOException {
        return publishRows(at, Tables.ALERTS, rows);
    }

    /** Publishes an epoch in which a day was judged: the last that is known. */
    public Epoch publishDay(Instant at, LocalDate day) throws IOException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new @Nullable Object[] {day, 0L, 0L, 0L, "", "test", null});
        return publishRows(at, Tables.WATCH_TICKS, rows);
    }

    /** The same of a look that says of which products no counts are judged yet. */
    public Epoch publishDay(Instant at, LocalDate day, NotYetJudged pending) throws IOException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new @Nullable Object[] {day, 0L, 0L, 0L, "", "test", pending.text()});
        return publishRows(at, Tables.WATCH_TICKS, rows);
    }

    private Epoch publishRows(Instant at, Table table, List<@Nullable Object[]> rows) throws IOException {
        WrittenFile file;
        try (TableWriter writer =
                new TableWriter(table, warehouse.fieldIds(table.name()), warehouse.newFile(table.name(), "test"))) {
            for (@Nullable Object[] row : rows) {
                writer.write(row);
            }
            file = writer.finish();
        }
        checkpoint++;
        return warehouse.commit(new EpochDraft(generation, "test", checkpoint, List.of(file), "[]", "[]", "test", at));
    }
}
