// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A warehouse whose rows a test writes itself: each names the columns that matter. */
final class TestTables {
    /** Making a table takes longer than most tests: the others are empty to a reader all the same. */
    private static final List<Table> NEEDED = Stream.of(
                    "unit_records",
                    "shipments",
                    "populations",
                    "installations",
                    "repairs",
                    "complaints",
                    "returns",
                    "alert_decisions",
                    "supersessions",
                    "alerts",
                    "watch_ticks")
            .map(Tables::named)
            .toList();

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final Warehouse warehouse;
    final Generation right;
    private final Map<String, List<Map<String, Object>>> waiting = new LinkedHashMap<>();
    private long checkpoint;

    TestTables(Path folder) {
        warehouse = Warehouse.openOrCreate(folder, new WarehouseSettings(ZoneId.of("UTC"), "key-1", "rules-1"), NEEDED);
        right = warehouse.takeGeneration("test", NOON);
    }

    /** A content of a case, known on a day. */
    TestTables content(String table, String id, String hash, String knownOn, Map<String, Object> values) {
        Map<String, Object> row = new LinkedHashMap<>(values);
        row.put("id", id);
        row.put("content_hash", hash);
        row.put("known_on", LocalDate.parse(knownOn));
        row.put("event_on", LocalDate.parse((String) values.getOrDefault("event_on", knownOn)));
        return row(table, row);
    }

    /** A content is the newest of its case no more. */
    TestTables superseded(String type, String id, String hash, String from) {
        return row(
                "supersessions",
                Map.of(
                        "type",
                        type,
                        "id",
                        id,
                        "content_hash",
                        hash,
                        "superseded_on",
                        LocalDate.parse(from),
                        "delta",
                        1L));
    }

    TestTables row(String table, Map<String, Object> values) {
        waiting.computeIfAbsent(table, name -> new ArrayList<>()).add(values);
        return this;
    }

    /** All that was given since, as an epoch. */
    Epoch epoch() {
        List<WrittenFile> files = files();
        checkpoint++;
        return warehouse.commit(new EpochDraft(
                right, "lineage-1", checkpoint, files, "[]", "[{\"at\":" + checkpoint + "}]", "test", NOON));
    }

    /** All that was given since, as files. */
    List<WrittenFile> files() {
        List<WrittenFile> files = new ArrayList<>();
        waiting.forEach((table, rows) -> files.add(file(Tables.named(table), rows)));
        waiting.clear();
        return files;
    }

    private WrittenFile file(Table table, List<Map<String, Object>> rows) {
        try (TableWriter writer =
                new TableWriter(table, warehouse.fieldIds(table.name()), warehouse.newFile(table.name(), "test"))) {
            for (Map<String, Object> values : rows) {
                @Nullable Object[] row = new Object[table.columns().size()];
                for (int i = 0; i < row.length; i++) {
                    Column column = table.columns().get(i);
                    Object value = values.get(column.name());
                    row[i] = value == null && column.required() ? empty(column) : value;
                }
                values.keySet().forEach(table::position);
                writer.write(row);
            }
            return writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            case LIST -> List.of();
            case STRUCT -> throw new IllegalArgumentException("Cannot make up a " + column.name());
        };
    }

    /** A fault line of a repair: component, symptom, cause, and one part of a lot if there is one. */
    static Object[] fault(String component, String symptom, String cause, @Nullable String lot, long cost) {
        List<Object> parts =
                lot == null ? List.of() : List.of((Object) new Object[] {"P1", "S104", lot, 1L, cost, null, null});
        return new Object[] {component, null, symptom, cause, null, null, parts, lot == null ? cost : 0L};
    }

    /** A part that a unit was built with. */
    static Object[] part(String component, String supplier, String lot) {
        return new Object[] {component, null, supplier, lot, null};
    }
}
