// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochDraft;
import io.fieldback.lake.epoch.LakeException;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day is over when every partition that still gives something has passed its end. */
class DaysOverTest {
    private static final Instant MORNING = Instant.parse("2025-03-11T08:00:00Z");

    @TempDir
    Path folder;

    private TestTables tables;
    private long checkpoint;

    @BeforeEach
    void empty() {
        tables = new TestTables(folder);
    }

    @Test
    void aPartitionThatIsBehindHoldsTheDayBackAndAnIdleOneDoesNot() {
        DaysOver days = new DaysOver(tables.warehouse);
        Epoch behind = epoch(List.of(record(0, "2025-03-11T07:00:00Z"), record(1, "2025-03-10T13:00:00Z")), 10, 20);
        assertThat(days.last(behind, day("2025-03-08"), MORNING)).isEqualTo(day("2025-03-09"));
        Epoch caughtUp = epoch(List.of(record(1, "2025-03-11T00:10:00Z")), 11, 21);
        assertThat(days.last(caughtUp, day("2025-03-09"), MORNING.plusSeconds(60)))
                .isEqualTo(day("2025-03-10"));
        Epoch still = epoch(List.of(record(0, "2025-03-12T00:30:00Z")), 12, 21);
        Instant next = Instant.parse("2025-03-12T00:40:00Z");
        assertThat(days.last(still, day("2025-03-10"), next)).isEqualTo(day("2025-03-11"));
    }

    @Test
    void whileNothingComesKnownTimeFollowsTheClock() {
        DaysOver days = new DaysOver(tables.warehouse);
        Epoch epoch = epoch(List.of(record(0, "2025-03-08T13:00:00Z")), 10, 20);
        assertThat(days.last(epoch, day("2025-03-07"), MORNING)).isEqualTo(day("2025-03-07"));
        Instant later = MORNING.plus(DaysOver.IDLE).plus(Duration.ofSeconds(1));
        assertThat(days.last(epoch, day("2025-03-07"), later)).isEqualTo(day("2025-03-10"));
    }

    @Test
    void aDayIsNotOverBeforeTheClockSaysSo() {
        tables.row("alert_decisions", record(0, "2025-03-29T13:00:00Z"));
        DaysOver days = new DaysOver(tables.warehouse);
        Epoch epoch = epoch(List.of(record(0, "2025-03-20T13:00:00Z")), 10, 20);
        days.last(epoch, day("2025-03-09"), MORNING);
        assertThat(days.last(epoch, day("2025-03-09"), MORNING.plus(DaysOver.IDLE)))
                .isEqualTo(day("2025-03-10"));
        assertThat(days.lastOfAll(epoch, MORNING)).contains(day("2025-03-10"));
        assertThat(days.lastOfAll(epoch, Instant.parse("2025-04-01T00:00:00Z"))).contains(day("2025-03-20"));
    }

    /** A day may wait for hours, and it is looked for every few seconds: what is not opened is gone here. */
    @Test
    void aLookOpensNothingButFilesOfTablesThatChangedAndHaveLaterDays() throws Exception {
        tables.row("complaints", record(1, "2025-03-11T07:30:00Z"));
        tables.row("returns", record(0, "2025-03-09T07:00:00Z"));
        DaysOver days = new DaysOver(tables.warehouse);
        Epoch first = epoch(List.of(record(0, "2025-03-10T07:00:00Z")), 10, 20);
        files(first, "returns").forEach(DaysOverTest::damage);
        assertThat(days.last(first, day("2025-03-09"), MORNING)).isEqualTo(day("2025-03-09"));

        List<Path> read = files(first, "complaints");
        assertThat(read).isNotEmpty();
        read.forEach(DaysOverTest::damage);
        Epoch second = epoch(List.of(record(0, "2025-03-11T07:00:00Z")), 11, 20);
        assertThat(days.last(second, day("2025-03-09"), MORNING.plusSeconds(60)))
                .isEqualTo(day("2025-03-10"));
        files(second, "repairs").forEach(DaysOverTest::damage);
        assertThat(days.last(second, day("2025-03-09"), MORNING.plusSeconds(80)))
                .isEqualTo(day("2025-03-10"));
        assertThatThrownBy(() -> days.last(second, day("2025-03-08"), MORNING.plusSeconds(90)))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("Cannot tell which days epoch 2 knows all of: ");
    }

    private List<Path> files(Epoch epoch, String table) {
        return tables.warehouse.files(epoch, table);
    }

    private static void damage(Path file) {
        try {
            Files.writeString(file, "no Parquet");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> record(int partition, String received) {
        return Map.of(
                "seen_in",
                "fieldback.repair.v1",
                "seen_partition",
                (long) partition,
                "received_at",
                Instant.parse(received),
                "known_on",
                LocalDate.parse(received.substring(0, 10)),
                "id",
                "R-" + partition + received,
                "content_hash",
                "hash" + partition + received);
    }

    private Epoch epoch(List<Map<String, Object>> records, long next0, long next1) {
        records.forEach(row -> tables.row("repairs", row));
        List<WrittenFile> files = new ArrayList<>(tables.files());
        checkpoint++;
        return tables.warehouse.commit(new EpochDraft(
                tables.right,
                "lineage-1",
                checkpoint,
                files,
                EpochJson.positions(List.of(
                        new Progress("fieldback.repair.v1", 0, next0, "id", false),
                        new Progress("fieldback.repair.v1", 1, next1, "id", false))),
                "[]",
                "test",
                TestTables.NOON));
    }

    private static int day(String day) {
        return (int) LocalDate.parse(day).toEpochDay();
    }
}
