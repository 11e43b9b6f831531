// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochDraft;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.epoch.WarehouseSettings;
import io.fieldback.lake.parquet.TableWriter;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A warehouse of all tables, and short ways to fill it. */
public final class TestWarehouse {
    /** Settings of every warehouse in the tests. */
    public static final WarehouseSettings SETTINGS =
            new WarehouseSettings(ZoneId.of("Asia/Shanghai"), "key-1", "rules-1");
    /** The time at which every epoch of the tests is committed. */
    public static final Instant NOON = Instant.parse("2026-01-05T04:00:00Z");

    private TestWarehouse() {}

    /** Opens or makes one. */
    public static Warehouse at(Path folder) {
        return Warehouse.openOrCreate(folder, SETTINGS, Tables.all());
    }

    /** Writes a file; each row names the columns that matter, the others are null, or empty where required. */
    @SafeVarargs
    public static WrittenFile file(Warehouse warehouse, String table, Map<String, Object>... rows) {
        return file(warehouse, table, List.of(rows));
    }

    /** The same, of a list. */
    public static WrittenFile file(Warehouse warehouse, String table, List<Map<String, Object>> rows) {
        Table definition = Tables.named(table);
        try (TableWriter writer =
                new TableWriter(definition, warehouse.fieldIds(table), warehouse.newFile(table, "test"))) {
            for (Map<String, Object> row : rows) {
                writer.write(row(definition, row));
            }
            return writer.finish();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** An epoch's draft with these files; positions differ from checkpoint to checkpoint. */
    public static EpochDraft draft(Generation generation, long checkpoint, List<WrittenFile> files) {
        return new EpochDraft(
                generation, "lineage-1", checkpoint, files, "{\"at\":" + checkpoint + "}", "[]", "test", NOON);
    }

    /** Publishes files as the epoch of a checkpoint. */
    public static Epoch commit(Warehouse warehouse, Generation generation, long checkpoint, WrittenFile... files) {
        return warehouse.commit(draft(generation, checkpoint, List.of(files)));
    }

    private static @Nullable Object[] row(Table table, Map<String, Object> values) {
        @Nullable Object[] row = new Object[table.columns().size()];
        for (int i = 0; i < row.length; i++) {
            Column column = table.columns().get(i);
            row[i] =
                    values.containsKey(column.name()) || !column.required() ? values.get(column.name()) : empty(column);
        }
        values.keySet().forEach(table::position);
        return row;
    }

    private static Object empty(Column column) {
        return switch (column.type()) {
            case TEXT -> "";
            case LONG -> 0L;
            case DOUBLE -> 0.0;
            case BOOLEAN -> false;
            case DATE -> LocalDate.EPOCH;
            case TIMESTAMP -> Instant.EPOCH;
            case BYTES -> new byte[0];
            case STRUCT ->
                column.children().stream()
                        .map(child -> child.required() ? empty(child) : null)
                        .toArray();
            case LIST -> List.of();
        };
    }
}
