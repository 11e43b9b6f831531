// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import io.fieldback.lake.TestWarehouse;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochDraft;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A warehouse of four tables in a time of its own: files are as old as its clock says. */
final class SmallWarehouse {
    static final List<String> TABLES = List.of("repairs", "failure_ledger", "supersessions", "rejected_records");
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final Set<Path> dated = new HashSet<>();
    private final Generation generation;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long checkpoint;

    final Path folder;
    final Warehouse warehouse;
    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    SmallWarehouse(Path folder) {
        this.folder = folder;
        this.warehouse = Warehouse.openOrCreate(
                folder,
                TestWarehouse.SETTINGS,
                TABLES.stream().map(Tables::named).toList());
        this.generation = warehouse.takeGeneration("test", now);
    }

    void sleep(Duration time) throws IOException {
        date();
        now = now.plus(time);
    }

    /** Files not dated yet are of now. */
    void date() throws IOException {
        for (Path file : files()) {
            if (dated.add(file)) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        }
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(folder))
                    .toList();
        }
    }

    Epoch commit(WrittenFile... files) {
        checkpoint++;
        String accounts = "[{\"source\":\"erp\",\"seen_in\":\"topic\",\"read_records\":2,\"new_contents\":1,"
                + "\"duplicates\":1,\"rejected\":0}]";
        return warehouse.commit(new EpochDraft(
                generation, "job", checkpoint, List.of(files), "at " + checkpoint, accounts, "test", now));
    }

    /** An epoch of a few rows in some tables. */
    Epoch commitRandom(Random random) {
        return commit(random(random).toArray(WrittenFile[]::new));
    }

    List<WrittenFile> random(Random random) {
        List<WrittenFile> files = new ArrayList<>();
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(5));
        int rows = 1 + random.nextInt(4);
        List<Map<String, Object>> repairs = new ArrayList<>();
        List<Map<String, Object>> ledger = new ArrayList<>();
        List<Map<String, Object>> supersessions = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String id = "R-" + random.nextInt(30);
            repairs.add(Map.of("id", id, "known_on", day, "content_hash", Long.toHexString(random.nextLong())));
            ledger.add(Map.of(
                    "component", "K-" + random.nextInt(3), "known_on", day, "orders", random.nextBoolean() ? 1L : -1L));
            supersessions.add(Map.of(
                    "type",
                    "repair",
                    "id",
                    id,
                    "content_hash",
                    "h" + random.nextInt(2),
                    "superseded_on",
                    day,
                    "delta",
                    random.nextBoolean() ? 1L : -1L));
        }
        files.add(TestWarehouse.file(warehouse, "repairs", repairs));
        if (random.nextBoolean()) {
            files.add(TestWarehouse.file(warehouse, "failure_ledger", ledger));
        }
        if (random.nextInt(3) == 0) {
            files.add(TestWarehouse.file(warehouse, "supersessions", supersessions));
        }
        if (random.nextInt(9) == 0) {
            files.add(TestWarehouse.file(
                    warehouse,
                    "rejected_records",
                    Map.of("hash", Long.toHexString(random.nextLong()), "original_sealed", new byte[] {1, 2})));
        }
        return files;
    }

    /** What an epoch says: how often each row is there, signed tables summed by key; zero is nothing. */
    Map<String, Long> content(Epoch epoch) {
        Map<String, Long> content = new TreeMap<>();
        for (String name : TABLES) {
            Table table = Tables.named(name);
            Set<String> measures = Tables.measures(name);
            for (Path file : Warehouse.open(folder).files(epoch, name)) {
                TableReader.read(file, table, row -> {
                    StringBuilder key = new StringBuilder(name);
                    long sum = 0;
                    for (int i = 0; i < row.length; i++) {
                        Object value = row[i];
                        if (measures.contains(table.columns().get(i).name())) {
                            sum = sum * 1000 + (Long) java.util.Objects.requireNonNull(value);
                        } else {
                            key.append('|').append(value instanceof byte[] bytes ? Arrays.toString(bytes) : value);
                        }
                    }
                    content.merge(key.toString(), measures.isEmpty() ? 1 : sum, Long::sum);
                });
            }
        }
        content.values().removeIf(sum -> sum == 0);
        return content;
    }
}
