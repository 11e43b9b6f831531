// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.reading;

import static io.fieldback.lake.TestWarehouse.commit;
import static io.fieldback.lake.TestWarehouse.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.TestWarehouse;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochDraft;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader sees of an epoch. */
class EpochViewsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Generation generation;

    @BeforeEach
    void open() {
        warehouse = TestWarehouse.at(folder);
        generation = warehouse.takeGeneration("test", TestWarehouse.NOON);
    }

    @Test
    void anEpochWithoutRowsHasEveryViewWithItsTypes() throws Exception {
        Epoch epoch = commit(warehouse, generation, 1);
        for (EventType type : EventType.values()) {
            assertThat(query(epoch, "SELECT count(*) FROM " + type.table() + "_current"))
                    .containsExactly("0");
        }
        Tables.all()
                .forEach(table -> assertThat(query(epoch, "SELECT * FROM " + table.name()))
                        .isEmpty());
        assertThat(query(epoch, "SELECT count(*) FROM intake_accounts")).containsExactly("0");
        assertThat(query(
                        epoch,
                        "SELECT data_type FROM information_schema.columns WHERE table_name = 'repairs'"
                                + " AND column_name IN ('id', 'event_on', 'recorded_at', 'tombstone', 'seen_at')"
                                + " ORDER BY column_name"))
                .containsExactly("DATE", "VARCHAR", "TIMESTAMP WITH TIME ZONE", "BIGINT", "BOOLEAN");
    }

    @Test
    void onlyTheNewestContentOfACaseIsCurrent() {
        Epoch epoch = commit(
                warehouse,
                generation,
                1,
                file(
                        warehouse,
                        "repairs",
                        repair("R-1", "a1", 0),
                        repair("R-1", "a2", 2),
                        repair("R-2", "b1", 0),
                        Map.of("id", "R-3", "content_hash", "c1", "known_on", MONDAY, "voided", true),
                        Map.of("id", "R-4", "content_hash", "d1", "known_on", MONDAY, "tombstone", true)),
                file(warehouse, "supersessions", superseded("R-1", "a1", 2, 1)));
        String current = "SELECT content_hash FROM repairs_current ORDER BY 1";
        assertThat(query(epoch, current)).containsExactly("a2", "b1");
        assertThat(query(epoch, 2, current)).containsExactly("a2", "b1");
        assertThat(query(epoch, 1, current)).containsExactly("a1", "b1");
        assertThat(query(epoch, -1, current)).isEmpty();
        assertThat(query(epoch, 1, "SELECT count(*) FROM repairs")).containsExactly("4");
        assertThat(query(epoch, 1, "SELECT count(*) FROM supersessions")).containsExactly("0");
    }

    @Test
    void aSupersessionThatIsTakenBackDoesNotCount() {
        Epoch epoch = commit(
                warehouse,
                generation,
                1,
                file(warehouse, "repairs", repair("R-1", "a1", 0), repair("R-1", "a2", 0)),
                file(
                        warehouse,
                        "supersessions",
                        superseded("R-1", "a1", 5, 1),
                        superseded("R-1", "a1", 5, -1),
                        superseded("R-1", "a1", 3, 1),
                        superseded("R-1", "a2", 1, 1),
                        superseded("R-1", "a2", 1, -1)));
        assertThat(query(epoch, "SELECT content_hash FROM repairs_current")).containsExactly("a2");
        assertThat(query(epoch, 2, "SELECT content_hash FROM repairs_current ORDER BY 1"))
                .containsExactly("a1", "a2");
        assertThat(query(epoch, 4, "SELECT content_hash FROM repairs_current")).containsExactly("a2");
    }

    @Test
    void anEarlierSightingMovesAContentBack() {
        Epoch epoch = commit(
                warehouse,
                generation,
                1,
                file(warehouse, "repairs", repair("R-1", "a1", 9), repair("R-2", "b1", 3)),
                file(
                        warehouse,
                        "resightings",
                        resighted("R-1", "a1", 4, false),
                        resighted("R-1", "a1", 4, true),
                        resighted("R-1", "a1", 6, true),
                        resighted("R-2", "b1", 3, true)));
        String known =
                "SELECT id, date_diff('day', DATE '2026-01-05', known_on), known_assumed FROM repairs ORDER BY 1";
        assertThat(query(epoch, known)).containsExactly("R-1 | 4 | false", "R-2 | 3 | false");
        assertThat(query(epoch, 3, known)).containsExactly("R-2 | 3 | false");
        assertThat(query(epoch, 4, known)).containsExactly("R-1 | 4 | false", "R-2 | 3 | false");
        assertThat(query(epoch, "SELECT CAST(received_at AS VARCHAR) FROM repairs WHERE id = 'R-1'"))
                .containsExactly("2026-01-09 08:00:00+08");
        assertThat(query(epoch, "SELECT count(*) FROM complaints")).containsExactly("0");
    }

    @Test
    void theLedgerIsSeenAsOfADay() {
        Epoch epoch = commit(
                warehouse, generation, 1, file(warehouse, "failure_ledger", ledger(0, 2), ledger(3, 1), ledger(5, -1)));
        String sum = "SELECT sum(orders) FROM failure_ledger";
        assertThat(query(epoch, sum)).containsExactly("2");
        assertThat(query(epoch, 2, sum)).containsExactly("2");
        assertThat(query(epoch, 4, sum)).containsExactly("3");
    }

    @Test
    void nestedColumnsAreNative() {
        Column faults =
                Tables.named("repairs").columns().get(Tables.named("repairs").position("faults"));
        Column fault = faults.children().get(0);
        Column parts = fault.children().stream()
                .filter(column -> column.name().equals("parts"))
                .findFirst()
                .orElseThrow();
        Object[] part = struct(parts.children().get(0), Map.of("part_no", "P-7", "cost_minor", 250L));
        Object[] line =
                struct(fault, Map.of("component", "pump", "symptom_code", "leak", "parts", List.of((Object) part)));
        Epoch epoch = commit(
                warehouse,
                generation,
                1,
                file(
                        warehouse,
                        "repairs",
                        Map.of("id", "R-1", "known_on", MONDAY, "faults", List.of((Object) line, (Object) line))));
        assertThat(query(
                        epoch,
                        "SELECT fault.component, fault.symptom_code, fault.parts[1].part_no,"
                                + " list_sum(list_transform(fault.parts, lambda part: part.cost_minor))"
                                + " FROM (SELECT unnest(faults) AS fault FROM repairs)"))
                .containsExactly("pump | leak | P-7 | 250", "pump | leak | P-7 | 250");
    }

    @Test
    void anOlderEpochStaysAsItWas() {
        Epoch first = commit(warehouse, generation, 1, file(warehouse, "repairs", repair("R-1", "a1", 0)));
        Epoch second = commit(warehouse, generation, 2, file(warehouse, "repairs", repair("R-2", "b1", 0)));
        assertThat(query(first, "SELECT id FROM repairs")).containsExactly("R-1");
        assertThat(query(second, "SELECT id FROM repairs ORDER BY 1")).containsExactly("R-1", "R-2");
    }

    @Test
    void theEpochAndItsAccountsAreTables() {
        warehouse.commit(accounts(
                1,
                "[{\"source\":\"erp\",\"seen_in\":\"t\",\"read_records\":5,\"new_contents\":3,"
                        + "\"duplicates\":1,\"rejected\":1}]"));
        Epoch second = warehouse.commit(accounts(2, "[{\"source\":\"erp\",\"seen_in\":\"t\",\"read_records\":2}]"));
        warehouse.commit(accounts(3, "[{\"source\":\"erp\",\"seen_in\":\"t\",\"read_records\":9}]"));
        assertThat(query(second, "SELECT epoch, read_records, new_contents FROM intake_accounts ORDER BY 1"))
                .containsExactly("1 | 5 | 3", "2 | 2 | null");
        assertThat(query(
                        second,
                        0,
                        "SELECT number, CAST(committed_at AS VARCHAR), as_of, zone, checkpoint_id, positions->>'at'"
                                + " FROM fieldback_epoch"))
                .containsExactly("2 | 2026-01-05 12:00:00+08 | 2026-01-05 | Asia/Shanghai | 2 | 2");
    }

    @Test
    void aFolderMayHaveAnyName() {
        folder = folder.resolve("售后's [1] {a,b} 50% #2 *?");
        open();
        Epoch epoch = commit(warehouse, generation, 1, file(warehouse, "repairs", repair("R-1", "a1", 0)));
        warehouse = Warehouse.open(folder);
        assertThat(query(epoch, "SELECT id FROM repairs_current")).containsExactly("R-1");
    }

    @Test
    void thousandsOfFilesOpenFast() throws Exception {
        WrittenFile file = file(warehouse, "failure_ledger", ledger(0, 1));
        List<WrittenFile> files = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Path copy = warehouse.newFile("failure_ledger", "copy");
            Files.copy(folder.resolve(file.path()), copy);
            files.add(new WrittenFile(
                    file.table(),
                    "failure_ledger/data/" + copy.getFileName(),
                    file.rows(),
                    file.bytes(),
                    file.columnBytes(),
                    file.values(),
                    file.nulls(),
                    file.lower(),
                    file.upper()));
        }
        Epoch epoch = warehouse.commit(TestWarehouse.draft(generation, 1, files));
        long start = System.nanoTime();
        List<String> sum = query(epoch, "SELECT sum(orders) FROM failure_ledger");
        System.out.printf("2000 files opened and summed in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(sum).containsExactly("2000");
    }

    private EpochDraft accounts(long checkpoint, String json) {
        return new EpochDraft(
                generation,
                "lineage-1",
                checkpoint,
                List.of(),
                "{\"at\":" + checkpoint + "}",
                json,
                "test",
                TestWarehouse.NOON);
    }

    private static Map<String, Object> repair(String id, String hash, int day) {
        return Map.of("id", id, "content_hash", hash, "known_on", MONDAY.plusDays(day), "received_at", at(day));
    }

    private static Map<String, Object> superseded(String id, String hash, int day, long delta) {
        return Map.of(
                "type",
                "repair",
                "id",
                id,
                "content_hash",
                hash,
                "superseded_on",
                MONDAY.plusDays(day),
                "delta",
                delta);
    }

    private static Map<String, Object> resighted(String id, String hash, int day, boolean assumed) {
        return Map.of(
                "type",
                "repair",
                "id",
                id,
                "content_hash",
                hash,
                "received_at",
                at(day),
                "known_on",
                MONDAY.plusDays(day),
                "known_assumed",
                assumed);
    }

    private static Map<String, Object> ledger(int day, long orders) {
        return Map.of("known_on", MONDAY.plusDays(day), "orders", orders);
    }

    private static Instant at(int day) {
        return Instant.parse("2026-01-05T00:00:00Z").plusSeconds(day * 86_400L);
    }

    private static Object[] struct(Column column, Map<String, Object> values) {
        return column.children().stream().map(child -> values.get(child.name())).toArray();
    }

    private List<String> query(Epoch epoch, String sql) {
        return query(epoch, Optional.empty(), sql);
    }

    private List<String> query(Epoch epoch, int day, String sql) {
        return query(epoch, Optional.of(MONDAY.plusDays(day)), sql);
    }

    private List<String> query(Epoch epoch, Optional<LocalDate> asOf, String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = EpochViews.open(warehouse, epoch, asOf);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                Object[] row = new Object[found.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getObject(i + 1);
                }
                rows.add(String.join(
                        " | ", Arrays.stream(row).map(String::valueOf).toList()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
        return rows;
    }
}
