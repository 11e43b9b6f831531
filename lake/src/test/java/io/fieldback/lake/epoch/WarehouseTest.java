// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import static io.fieldback.lake.TestWarehouse.NOON;
import static io.fieldback.lake.TestWarehouse.SETTINGS;
import static io.fieldback.lake.TestWarehouse.commit;
import static io.fieldback.lake.TestWarehouse.draft;
import static io.fieldback.lake.TestWarehouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.lake.TestWarehouse;
import io.fieldback.lake.parquet.FieldIds;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.lake.parquet.TableWriter;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.ColumnType;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a warehouse when it is made, opened, written, moved and widened. */
class WarehouseTest {
    @TempDir
    Path folder;

    @Test
    void aFolderWithoutAWarehouseIsToldSo() {
        assertThatThrownBy(() -> Warehouse.open(folder))
                .hasMessage("Cannot open warehouse " + folder + ": there is no catalog.db in it");
    }

    @Test
    void aWarehouseKeepsTheSettingsItWasMadeWith() {
        TestWarehouse.at(folder);
        WarehouseSettings others = new WarehouseSettings(ZoneId.of("Europe/Berlin"), "key-2", "rules-2");
        assertThat(Warehouse.openOrCreate(folder, others, Tables.all()).settings())
                .isEqualTo(SETTINGS);
        assertThat(Warehouse.open(folder).settings()).isEqualTo(SETTINGS);
    }

    @Test
    void itTellsItsTablesAsTheyWereDefined() {
        Warehouse warehouse = TestWarehouse.at(folder);
        assertThat(warehouse.tables()).hasSameSizeAs(Tables.all());
        Table repairs = warehouse.tables().stream()
                .filter(table -> table.name().equals("repairs"))
                .findFirst()
                .orElseThrow();
        assertThat(repairs)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*dictionary", ".*children.*doc")
                .isEqualTo(Tables.named("repairs"));
        assertThat(warehouse.newestEpoch()).isEmpty();
    }

    @Test
    void anEpochIsReadBackAsItWasPublished() {
        Warehouse warehouse = TestWarehouse.at(folder);
        Generation generation = warehouse.takeGeneration("test", NOON);
        Epoch epoch = commit(warehouse, generation, 7, file(warehouse, "repairs", Map.of("id", "R-1")));
        Warehouse other = Warehouse.open(folder);
        assertThat(other.newestEpoch()).contains(epoch);
        assertThat(other.epoch(1)).contains(epoch);
        assertThat(other.epoch(2)).isEmpty();
        assertThat(epoch.number()).isEqualTo(1);
        assertThat(epoch.checkpointId()).isEqualTo(7);
        assertThat(epoch.generation()).isEqualTo(1);
        assertThat(epoch.zone()).isEqualTo("Asia/Shanghai");
        assertThat(epoch.snapshots()).containsOnlyKeys("repairs");
        assertThat(other.files(epoch, "repairs"))
                .singleElement()
                .satisfies(file -> assertThat(file).exists().hasExtension("parquet"));
        assertThat(other.files(epoch, "complaints")).isEmpty();
    }

    @Test
    void aWriterThatWasReplacedIsTold() {
        Warehouse warehouse = TestWarehouse.at(folder);
        Generation old = warehouse.takeGeneration("ingest on host a", NOON);
        commit(warehouse, old, 1, file(warehouse, "repairs", Map.of("id", "R-1")));
        warehouse.takeGeneration("ingest on host b", NOON.plusSeconds(60));
        WrittenFile late = file(warehouse, "repairs", Map.of("id", "R-2"));
        assertThatThrownBy(() -> commit(warehouse, old, 2, late))
                .isInstanceOf(FencedException.class)
                .hasMessage("Cannot publish epoch: ingest on host b took over at 2026-01-05T04:01:00Z");
        assertThatThrownBy(() -> commit(warehouse, old, 2)).isInstanceOf(FencedException.class);
        assertThat(warehouse.epochs()).hasSize(1);
    }

    @Test
    void anEpochWhoseAnswerWasLostIsNotPublishedTwice() {
        Warehouse warehouse = TestWarehouse.at(folder);
        Generation generation = warehouse.takeGeneration("test", NOON);
        EpochDraft draft = draft(generation, 1, List.of(file(warehouse, "repairs", Map.of("id", "R-1"))));
        Epoch epoch = warehouse.commit(draft);
        assertThat(warehouse.commit(draft)).isEqualTo(epoch);
        assertThat(Warehouse.open(folder).commit(draft)).isEqualTo(epoch);
        assertThat(warehouse.epochs()).containsExactly(epoch);
        assertThat(warehouse.files(epoch, "repairs")).hasSize(1);
        Epoch next = commit(warehouse, generation, 2, file(warehouse, "repairs", Map.of("id", "R-2")));
        assertThat(warehouse.files(next, "repairs")).hasSize(2);
    }

    @Test
    void aDraftWithoutNewsIsNoEpoch() {
        Warehouse warehouse = TestWarehouse.at(folder);
        Generation generation = warehouse.takeGeneration("test", NOON);
        Epoch first = commit(warehouse, generation, 1, file(warehouse, "repairs", Map.of("id", "R-1")));
        EpochDraft same = new EpochDraft(
                generation, "lineage-1", 2, List.of(), first.positionsJson(), "[]", "test", NOON.plusSeconds(9));
        assertThat(warehouse.commit(same)).isEqualTo(first);
        Epoch moved = commit(warehouse, generation, 3);
        assertThat(moved.number()).isEqualTo(2);
        assertThat(moved.snapshots()).isEqualTo(first.snapshots());
        assertThat(warehouse.newestEpoch()).contains(moved);
    }

    @Test
    void aMissingOrCutFileIsNotPublished() throws Exception {
        Warehouse warehouse = TestWarehouse.at(folder);
        Generation generation = warehouse.takeGeneration("test", NOON);
        WrittenFile written = file(warehouse, "repairs", Map.of("id", "R-1"));
        WrittenFile whole = file(warehouse, "complaints", Map.of("id", "C-1"));
        Path place = folder.resolve(written.path());
        Files.write(place, new byte[3]);
        assertThatThrownBy(() -> commit(warehouse, generation, 1, whole, written))
                .hasMessage("Cannot publish epoch: file " + place + " has 3 bytes, not " + written.bytes());
        Files.delete(place);
        assertThatThrownBy(() -> commit(warehouse, generation, 1, whole, written))
                .hasMessage("Cannot publish epoch: file " + place + " is missing");
        assertThat(warehouse.newestEpoch()).isEmpty();
    }

    @Test
    void manyEpochsLeaveFewMetadataFilesAndStayReadable() throws Exception {
        Warehouse warehouse = Warehouse.openOrCreate(folder, SETTINGS, List.of(Tables.FAILURE_LEDGER));
        Generation generation = warehouse.takeGeneration("test", NOON);
        int epochs = 24;
        for (int checkpoint = 1; checkpoint <= epochs; checkpoint++) {
            commit(warehouse, generation, checkpoint, file(warehouse, "failure_ledger", Map.of("orders", 1L)));
        }
        Warehouse other = Warehouse.open(folder);
        for (Epoch epoch : other.epochs()) {
            assertThat(other.files(epoch, "failure_ledger"))
                    .hasSize((int) epoch.number())
                    .allMatch(Files::exists);
        }
        try (Stream<Path> metadata = Files.list(folder.resolve("failure_ledger").resolve("metadata"))) {
            assertThat(metadata.filter(file -> file.toString().endsWith(".metadata.json")))
                    .hasSizeLessThan(epochs);
        }
    }

    @Test
    void aMovedWarehouseIsReadAndWritten() throws Exception {
        Path home = folder.resolve("here");
        Warehouse warehouse = TestWarehouse.at(home);
        commit(warehouse, warehouse.takeGeneration("test", NOON), 1, file(warehouse, "repairs", Map.of("id", "R-1")));
        Path away = folder.resolve("far").resolve("away");
        Files.createDirectories(away.getParent());
        Files.move(home, away);
        Warehouse moved = TestWarehouse.at(away);
        Epoch epoch = commit(moved, moved.takeGeneration("test", NOON), 2, file(moved, "repairs", Map.of("id", "R-2")));
        assertThat(Warehouse.open(away).files(epoch, "repairs"))
                .hasSize(2)
                .allSatisfy(file -> assertThat(file).startsWith(away).exists());
        assertThat(home).doesNotExist();
        Files.move(away, home);
        assertThat(Warehouse.open(home).files(epoch, "repairs"))
                .hasSize(2)
                .allSatisfy(file -> assertThat(file).startsWith(home).exists());
    }

    @Test
    void tablesAndColumnsThatALaterProgramBringsAreAdded() throws Exception {
        Column code = Column.required("code", ColumnType.TEXT, "Code.");
        Column cost = Column.of("cost_minor", ColumnType.LONG, "Cost.");
        Table narrow = things(List.of(Column.unique("id", ColumnType.TEXT, "Id."), lines(List.of(code))));
        Table wide = things(List.of(
                Column.unique("id", ColumnType.TEXT, "Id."),
                Column.required("shift", ColumnType.TEXT, "Shift."),
                lines(List.of(code, cost))));
        Warehouse before = Warehouse.openOrCreate(folder, SETTINGS, List.of(narrow));
        FieldIds ids = before.fieldIds("things");
        WrittenFile old = write(before, narrow, new Object[] {"T-1", List.of((Object) new Object[] {"leak"})});
        commit(before, before.takeGeneration("old", NOON), 1, old);

        List<Table> more = new ArrayList<>(Tables.all());
        more.add(wide);
        Warehouse after = Warehouse.openOrCreate(folder, SETTINGS, more);
        assertThat(after.fieldIds("things").byPath())
                .containsAllEntriesOf(ids.byPath())
                .hasSize(6);
        assertThat(after.tables()).hasSize(more.size());
        WrittenFile young =
                write(after, wide, new Object[] {"T-2", "night", List.of((Object) new Object[] {"rust", 5L})});
        Epoch epoch = commit(after, after.takeGeneration("new", NOON), 2, young);

        List<List<Object>> rows = new ArrayList<>();
        for (Path file : after.files(epoch, "things")) {
            TableReader.read(
                    file,
                    wide,
                    row -> rows.add(List.of(
                            row[0], Optional.ofNullable(row[1]), ((Object[]) ((List<?>) row[2]).get(0)).clone())));
        }
        assertThat(rows)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyInAnyOrder(
                        List.of("T-1", Optional.empty(), new Object[] {"leak", null}),
                        List.of("T-2", Optional.of("night"), new Object[] {"rust", 5L}));
    }

    private static Table things(List<Column> columns) {
        return new Table("things", "one thing", columns);
    }

    private static Column lines(List<Column> fields) {
        Column element = new Column("element", ColumnType.STRUCT, true, true, "Line.", fields);
        return new Column("lines", ColumnType.LIST, true, true, "Lines.", List.of(element));
    }

    private static WrittenFile write(Warehouse warehouse, Table table, Object[] row) throws Exception {
        try (TableWriter writer =
                new TableWriter(table, warehouse.fieldIds(table.name()), warehouse.newFile(table.name(), "test"))) {
            writer.write(row);
            return writer.finish();
        }
    }
}
