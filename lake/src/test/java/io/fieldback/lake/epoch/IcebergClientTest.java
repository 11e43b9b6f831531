// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.parquet.TableWriter;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg's own catalog reads what an epoch published. */
class IcebergClientTest {
    @TempDir
    Path folder;

    @Test
    void icebergsOwnCatalogLoadsEveryTable() throws Exception {
        Warehouse warehouse = Warehouse.openOrCreate(
                folder, new WarehouseSettings(ZoneId.of("Asia/Shanghai"), "k1", "r1"), Tables.all());
        WrittenFile file;
        try (TableWriter writer = new TableWriter(
                Tables.SUPERSESSIONS, warehouse.fieldIds("supersessions"), warehouse.newFile("supersessions", "x"))) {
            writer.write(new Object[] {"repair", "R-1", "ab", LocalDate.of(2026, 1, 5), 1L});
            file = WrittenFile.fromBytes(writer.finish().toBytes());
        }
        Generation generation = warehouse.takeGeneration("me", Instant.EPOCH);
        Epoch epoch =
                warehouse.commit(new EpochDraft(generation, "L", 1, List.of(file), "{}", "[]", "test", Instant.EPOCH));
        try (JdbcCatalog catalog = new JdbcCatalog(p -> new WarehouseFiles(folder.toString(), folder), null, false)) {
            catalog.initialize(
                    "fieldback",
                    Map.of(
                            CatalogProperties.URI,
                            "jdbc:sqlite:" + folder.resolve("catalog.db"),
                            CatalogProperties.WAREHOUSE_LOCATION,
                            folder.toString()));
            Table table = catalog.loadTable(TableIdentifier.of("fieldback", "supersessions"));
            table.newScan()
                    .planFiles()
                    .forEach(task -> assertThat(task.file().recordCount()).isEqualTo(1));
            assertThat(catalog.listTables(org.apache.iceberg.catalog.Namespace.of("fieldback")))
                    .hasSize(Tables.all().size());
        }
        assertThat(warehouse.files(epoch, "supersessions")).hasSize(1);
    }
}
