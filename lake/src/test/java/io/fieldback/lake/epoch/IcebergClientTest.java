// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import static io.fieldback.lake.TestWarehouse.commit;
import static io.fieldback.lake.TestWarehouse.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.TestWarehouse;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg's own catalog, with plain file access, reads what epochs published. */
class IcebergClientTest {
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
    void itListsEveryTable() throws Exception {
        try (JdbcCatalog catalog = client()) {
            assertThat(catalog.listTables(Namespace.of("fieldback")))
                    .extracting(TableIdentifier::name)
                    .containsExactlyInAnyOrderElementsOf(Tables.all().stream()
                            .map(io.fieldback.schemas.table.Table::name)
                            .toList());
        }
    }

    @Test
    void itPlansTheFilesOfEverySnapshot() throws Exception {
        Epoch first = commit(warehouse, generation, 1, repairs(0, 1));
        Epoch second = commit(warehouse, generation, 2, repairs(7, 2), repairs(14, 3));
        try (JdbcCatalog catalog = client()) {
            Table table = catalog.loadTable(TableIdentifier.of("fieldback", "repairs"));
            assertThat(records(table.newScan().useSnapshot(first.snapshots().get("repairs"))))
                    .containsExactly(1L);
            assertThat(records(table.newScan().useSnapshot(second.snapshots().get("repairs"))))
                    .containsExactlyInAnyOrder(1L, 2L, 3L);
            assertThat(table.currentSnapshot().summary())
                    .containsEntry("fieldback.lineage", "lineage-1")
                    .containsEntry("fieldback.checkpoint", "2")
                    .containsEntry("total-records", "6");
        }
    }

    @Test
    void boundsLetItSkipFiles() throws Exception {
        commit(warehouse, generation, 1, repairs(0, 1), repairs(7, 2), repairs(14, 3));
        try (JdbcCatalog catalog = client()) {
            TableScan scan = catalog.loadTable(TableIdentifier.of("fieldback", "repairs"))
                    .newScan();
            String sunday = MONDAY.plusDays(6).toString();
            assertThat(records(scan.filter(Expressions.greaterThan("event_on", sunday))))
                    .containsExactlyInAnyOrder(2L, 3L);
            assertThat(records(scan.filter(Expressions.equal("id", "R-7-1")))).containsExactly(2L);
            assertThat(records(scan.filter(Expressions.isNull("event_on")))).isEmpty();
            assertThat(records(scan.filter(Expressions.equal("id", "nobody")))).isEmpty();
        }
    }

    private WrittenFile repairs(int day, int rows) {
        List<Map<String, Object>> repairs = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            repairs.add(Map.of("id", "R-" + day + "-" + i, "event_on", MONDAY.plusDays(day)));
        }
        return file(warehouse, "repairs", repairs);
    }

    private static List<Long> records(TableScan scan) throws Exception {
        List<Long> records = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
            tasks.forEach(task -> records.add(task.file().recordCount()));
        }
        return records;
    }

    private JdbcCatalog client() {
        JdbcCatalog catalog = new JdbcCatalog();
        catalog.initialize(
                "fieldback",
                Map.of(
                        CatalogProperties.URI,
                        "jdbc:sqlite:" + folder.resolve("catalog.db"),
                        CatalogProperties.WAREHOUSE_LOCATION,
                        folder.toString(),
                        CatalogProperties.FILE_IO_IMPL,
                        LocalFileIo.class.getName()));
        return catalog;
    }
}
