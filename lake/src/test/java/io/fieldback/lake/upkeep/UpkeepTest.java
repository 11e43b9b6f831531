// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import static io.fieldback.lake.TestWarehouse.NOON;
import static io.fieldback.lake.TestWarehouse.SETTINGS;
import static io.fieldback.lake.TestWarehouse.commit;
import static io.fieldback.lake.TestWarehouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.lake.parquet.TableWriter;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.ColumnType;
import io.fieldback.schemas.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is deleted, what is not, and warehouses that are not as they were. */
class UpkeepTest {
    @TempDir
    Path folder;

    @Test
    void whatNothingNamesIsDeletedADayAfterAnEpochWouldHaveBroughtIt() throws Exception {
        SmallWarehouse small = new SmallWarehouse(folder.resolve("warehouse"));
        small.commitRandom(new Random(1));
        Path orphan = small.folder.resolve(
                file(small.warehouse, "repairs", Map.of("id", "lost")).path());
        Path metadata = Files.writeString(
                small.folder.resolve("repairs").resolve("metadata").resolve("lost-m0.avro"), "lost");
        Path stranger = Files.writeString(small.folder.resolve("repairs").resolve("read.me"), "not ours");
        small.sleep(Duration.ofHours(30));
        Sweep sweep = new Sweep(small.warehouse, Duration.ofHours(24));
        assertThat(sweep.look().young().files()).isEqualTo(2);
        assertThat(sweep.run().files()).as("no epoch came since").isZero();
        small.commitRandom(new Random(2));
        assertThat(sweep.look().old().files()).isEqualTo(2);
        assertThat(sweep.run().files()).isEqualTo(2);
        assertThat(orphan).doesNotExist();
        assertThat(metadata).doesNotExist();
        assertThat(stranger).exists();
        assertThat(LakeStatus.of(small.warehouse).orphans().young().files()).isZero();
    }

    @Test
    void replacedFilesAreDeletedWhenTheirEpochsHaveExpired() throws Exception {
        SmallWarehouse small = new SmallWarehouse(folder.resolve("warehouse"));
        Upkeep upkeep = new Upkeep(small.warehouse, small.clock, "test");
        Epoch first = small.commitRandom(new Random(1));
        Epoch second = small.commitRandom(new Random(2));
        small.warehouse.retention().tag("2026Q1", second.number(), small.clock.instant());
        assertThat(upkeep.all().swept().files()).isZero();
        small.sleep(Duration.ofHours(25));
        small.commitRandom(new Random(3));
        Upkeep.Pass pass = upkeep.all();
        assertThat(pass.expired()).isEqualTo(2);
        assertThat(small.content(second)).isNotEmpty();
        assertThatThrownBy(() -> small.warehouse.retention().open(first.number()))
                .hasMessage("Cannot open epoch 1: it has expired; epochs 4 to 5 are kept, 2 as 2026Q1");
        assertThatThrownBy(() -> small.warehouse.files(first, "repairs"))
                .hasMessage("Cannot read epoch 1: its snapshot of repairs has expired");
        assertThatThrownBy(() -> small.warehouse.retention().open(9))
                .hasMessage("Cannot open epoch 9: there is none, the newest is epoch 5");
        assertThatThrownBy(() -> small.warehouse.retention().tag("2026Q1", 5, small.clock.instant()))
                .hasMessage("Cannot tag epoch 5 as 2026Q1: epoch 2 has that name");
        small.warehouse.retention().untag("2026Q1");
        assertThatThrownBy(() -> small.warehouse.retention().untag("2026Q1"))
                .hasMessage("Cannot remove tag 2026Q1: no epoch has that name");
        assertThat(upkeep.all().swept().files()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRY_DONE", "SWEEP_HALF_DONE"})
    void whatACrashLeavesUndoneTheNextPassDoes(FaultPoint crash) throws Exception {
        SmallWarehouse small = new SmallWarehouse(folder.resolve("warehouse"));
        Upkeep upkeep = new Upkeep(small.warehouse, small.clock, "test");
        small.commitRandom(new Random(1));
        small.commitRandom(new Random(2));
        file(small.warehouse, "repairs", Map.of("id", "lost"));
        upkeep.all();
        small.sleep(Duration.ofHours(30));
        Epoch newest = small.commitRandom(new Random(3));
        Map<String, Long> content = small.content(newest);
        FaultPoint.install(point -> {
            if (point == crash) {
                throw new IllegalStateException("crash");
            }
        });
        try {
            assertThatThrownBy(upkeep::all).hasMessage("crash");
        } finally {
            FaultPoint.install(null);
        }
        assertThat(small.content(newest)).isEqualTo(content);
        Warehouse again = Warehouse.openForWriting(small.folder);
        Upkeep.Pass pass = new Upkeep(again, small.clock, "test").all();
        assertThat(pass.swept().files()).isPositive();
        assertThat(small.content(again.newestEpoch().orElseThrow())).isEqualTo(content);
        assertThat(new Sweep(again, Duration.ofHours(24)).look().old().files()).isZero();
    }

    @Test
    void aMovedWarehouseIsCompactedAndSwept() throws Exception {
        SmallWarehouse small = new SmallWarehouse(folder.resolve("here"));
        for (int i = 0; i < 3; i++) {
            small.commitRandom(new Random(i));
        }
        Epoch written = small.warehouse.newestEpoch().orElseThrow();
        Map<String, Long> content = small.content(written);
        small.sleep(Duration.ofHours(1));
        Path away = folder.resolve("away");
        Files.move(small.folder, away);
        Warehouse moved = Warehouse.openForWriting(away);
        Clock later = Clock.fixed(small.clock.instant().plus(Duration.ofHours(48)), ZoneOffset.UTC);
        Upkeep.Pass pass = new Upkeep(moved, later, "test").all();
        assertThat(pass.compaction().filesBefore()).isPositive();
        assertThat(pass.expired()).isEqualTo(2);
        assertThat(pass.swept().files()).isPositive();
        Epoch newest = moved.newestEpoch().orElseThrow();
        assertThat(moved.files(newest, "repairs"))
                .hasSize(1)
                .allSatisfy(file -> assertThat(file).startsWith(away).exists());
        Files.move(away, small.folder);
        assertThat(small.content(newest)).isEqualTo(content);
    }

    @Test
    void filesFromBeforeAColumnWasAddedAreMergedWithLaterOnes() throws Exception {
        Column id = Column.unique("id", ColumnType.TEXT, "Id.");
        Column code = Column.required("code", ColumnType.TEXT, "Code.");
        Column cost = Column.of("cost_minor", ColumnType.LONG, "Cost.");
        Table narrow = things(List.of(id, lines(List.of(code))));
        Table wide =
                things(List.of(id, Column.required("shift", ColumnType.TEXT, "Shift."), lines(List.of(code, cost))));
        Warehouse before = Warehouse.openOrCreate(folder, SETTINGS, List.of(narrow));
        Generation generation = before.takeGeneration("test", NOON);
        commit(before, generation, 1, write(before, narrow, "T-1", List.of((Object) new Object[] {"leak"})));
        Warehouse after = Warehouse.openOrCreate(folder, SETTINGS, List.of(wide));
        commit(after, generation, 2, write(after, wide, "T-2", "night", List.of((Object) new Object[] {"rust", 5L})));
        new Compaction(after, Clock.fixed(NOON, ZoneOffset.UTC), "test").all();
        Epoch merged = after.newestEpoch().orElseThrow();
        List<String> rows = new ArrayList<>();
        for (Path file : after.files(merged, "things")) {
            TableReader.read(
                    file,
                    wide,
                    row -> rows.add(Arrays.deepToString(new Object[] {row[0], row[1], ((List<?>) row[2]).get(0)})));
        }
        assertThat(after.tableFiles(merged, "things")).hasSize(1);
        assertThat(rows).containsExactlyInAnyOrder("[T-1, null, [leak, null]]", "[T-2, night, [rust, 5]]");
    }

    @Test
    void aFileThatIsWaitingForItsEpochIsNotDeleted() throws Exception {
        SmallWarehouse small = new SmallWarehouse(folder.resolve("warehouse"));
        small.commitRandom(new Random(1));
        small.sleep(Duration.ofHours(1));
        WrittenFile pending = file(small.warehouse, "repairs", Map.of("id", "late"));
        small.sleep(Duration.ofHours(48));
        new Upkeep(small.warehouse, small.clock, "test").all();
        assertThat(small.folder.resolve(pending.path())).exists();
        Files.setLastModifiedTime(
                small.folder.resolve(pending.path()),
                FileTime.from(small.clock.instant().minus(Duration.ofHours(47))));
        Epoch epoch = small.commit(pending);
        assertThat(small.warehouse.files(epoch, "repairs")).hasSize(2);
        new Upkeep(small.warehouse, small.clock, "test").all();
        assertThat(small.content(small.warehouse.newestEpoch().orElseThrow()).keySet())
                .anyMatch(row -> row.contains("late"));
    }

    private static Table things(List<Column> columns) {
        return new Table("things", "one thing", columns);
    }

    private static Column lines(List<Column> fields) {
        Column element = new Column("element", ColumnType.STRUCT, true, true, "Line.", fields);
        return new Column("lines", ColumnType.LIST, true, true, "Lines.", List.of(element));
    }

    private static WrittenFile write(Warehouse warehouse, Table table, Object... row) throws Exception {
        try (TableWriter writer =
                new TableWriter(table, warehouse.fieldIds(table.name()), warehouse.newFile(table.name(), "test"))) {
            writer.write(row);
            return writer.finish();
        }
    }
}
