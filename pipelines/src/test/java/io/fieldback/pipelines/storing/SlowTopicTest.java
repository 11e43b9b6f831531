// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.epoch.WarehouseSettings;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.lake.upkeep.LakeStatus;
import io.fieldback.lake.upkeep.Upkeep;
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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A topic that brings a few events a minute, in fast motion: the real committer publishes an epoch a minute, real
 * upkeep runs after each. However long it goes on, files and metadata stay few. {@code -Dproofs.minutes=1560} runs longer.
 */
class SlowTopicTest {
    private static final int MINUTES = Integer.getInteger("proofs.minutes", 20);
    private static final int HOUR = Math.min(60, MINUTES);
    private static final int FEW_FILES = 3 * 40;

    @TempDir
    Path folder;

    private final Set<Path> dated = new HashSet<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void filesAndMetadataStayFew() throws Exception {
        Warehouse warehouse = Warehouse.openOrCreate(
                folder,
                new WarehouseSettings(ZoneId.of("UTC"), "key", "rules"),
                List.of(Tables.RESIGHTINGS, Tables.FAILURE_LEDGER, Tables.SUPERSESSIONS));
        long generation = warehouse.takeGeneration("test", now).number();
        StoringSettings settings = new StoringSettings(
                folder.toString(), "lineage", generation, "test", now, 0, "topics", "test", clock());
        Upkeep upkeep = new Upkeep(warehouse, clock(), "test");
        long[] millis = new long[HOUR];
        try (OneInputStreamOperatorTestHarness<Notice, Long> committer =
                new OneInputStreamOperatorTestHarness<>(new EpochCommitter(settings), 1, 1, 0)) {
            committer.open();
            System.out.println("hour  epochs  data files  metadata files  metadata kB  largest kB  catalog kB"
                    + "  disk MB  median ms  slowest ms");
            for (int minute = 1; minute <= MINUTES; minute++) {
                now = now.plus(Duration.ofMinutes(1));
                committer.processElement(notice(warehouse, minute));
                committer.snapshot(minute, minute);
                long start = System.nanoTime();
                committer.notifyOfCompletedCheckpoint(minute);
                millis[(minute - 1) % HOUR] = (System.nanoTime() - start) / 1_000_000;
                upkeep.due();
                date();
                if (minute % HOUR == 0) {
                    hour(warehouse, minute / HOUR, millis);
                }
            }
        }
        assertThat(rows(warehouse)).isEqualTo(3L * MINUTES);
        assertThat(warehouse.accounts(Long.MAX_VALUE).stream()
                        .map(accounts -> accounts.accountsJson().replaceAll(".*\"read_records\":(\\d+).*", "$1"))
                        .mapToLong(Long::parseLong)
                        .sum())
                .isEqualTo(3L * MINUTES);
    }

    private void hour(Warehouse warehouse, int hour, long[] millis) throws IOException {
        LakeStatus status = LakeStatus.of(warehouse);
        int files =
                status.tables().stream().mapToInt(LakeStatus.TableLine::files).sum();
        long[] sorted = millis.clone();
        Arrays.sort(sorted);
        long largest = 0;
        long disk = 0;
        for (Path file : files()) {
            disk += Files.size(file);
            if (file.toString().endsWith(".metadata.json")) {
                largest = Math.max(largest, Files.size(file));
            }
        }
        System.out.printf(
                "%4d  %6d  %10d  %14d  %11d  %10d  %10d  %7.1f  %9d  %10d%n",
                hour,
                status.epochs(),
                files,
                status.metadata().files(),
                status.metadata().bytes() / 1000,
                largest / 1000,
                status.catalogBytes() / 1000,
                disk / 1e6,
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]);
        assertThat(files).isLessThan(FEW_FILES);
        assertThat(largest).isLessThan(300_000);
        int most = 26 * 60 * 5 / 4;
        assertThat(status.epochs()).isLessThan(most);
        // A day's manifests of three tables, and as many manifest lists.
        assertThat(status.metadata().files()).isLessThan(3 * 3 * most);
        assertThat(status.catalogBytes()).isLessThan(16_000_000);
    }

    private StreamRecord<Notice> notice(Warehouse warehouse, int minute) throws Exception {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<byte[]> files;
        try (EpochFiles written = new EpochFiles(warehouse, "journal-0")) {
            for (int i = 0; i < 3; i++) {
                String id = "R-" + minute + "-" + i;
                written.write(Tables.RESIGHTINGS, new Object[] {"repair", id, "hash" + id, now, day, false});
                written.write(
                        Tables.FAILURE_LEDGER,
                        new Object[] {"KF-72", "K-" + i, null, null, null, null, day, day, 1L, 1L, 1L, 0L, 0L, 7L, 0L});
                if (minute % 3 == 0) {
                    written.write(Tables.SUPERSESSIONS, new Object[] {"repair", id, "hash" + id, day, 1L});
                }
            }
            files = written.finish();
        }
        return new StreamRecord<>(new Notice(
                files,
                List.of(new Account("erp", "topic", 3, 3, 0, 0)),
                List.of(new Progress("topic", 0, 3L * minute, null, false))));
    }

    private static long rows(Warehouse warehouse) {
        long[] rows = new long[1];
        for (Path file : warehouse.files(warehouse.newestEpoch().orElseThrow(), "resightings")) {
            TableReader.read(file, Tables.RESIGHTINGS, row -> rows[0]++);
        }
        return rows[0];
    }

    /** Files are as old as the clock of the test says. */
    private void date() throws IOException {
        for (Path file : files()) {
            if (dated.add(file)) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Clock clock() {
        return new Clock() {
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
    }
}
