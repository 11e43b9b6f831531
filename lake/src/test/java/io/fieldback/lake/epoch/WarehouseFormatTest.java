// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import static io.fieldback.lake.TestWarehouse.NOON;
import static io.fieldback.lake.TestWarehouse.SETTINGS;
import static io.fieldback.lake.TestWarehouse.commit;
import static io.fieldback.lake.TestWarehouse.file;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.lake.TestWarehouse;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Older and newer warehouses. */
class WarehouseFormatTest {
    private static final int NEWER = WarehouseFormat.CURRENT + 1;

    @TempDir
    Path folder;

    @Test
    void aNewerWarehouseIsRefused() throws Exception {
        TestWarehouse.at(folder);
        sql("UPDATE fieldback_settings SET value = '" + NEWER + "' WHERE name = 'format'");
        String sentence = "Cannot open warehouse " + folder
                + ": it was written by a newer Fieldback (format " + NEWER + ", this program knows "
                + WarehouseFormat.CURRENT
                + ")";
        assertThatThrownBy(() -> Warehouse.open(folder)).hasMessage(sentence);
        assertThatThrownBy(() -> Warehouse.openForWriting(folder)).hasMessage(sentence);
        assertThatThrownBy(() -> TestWarehouse.at(folder)).hasMessage(sentence);
    }

    @Test
    void anOlderWarehouseIsReadAndBroughtUp() throws Exception {
        Warehouse warehouse = Warehouse.openOrCreate(folder, SETTINGS, List.of(Tables.FAILURE_LEDGER));
        Generation generation = warehouse.takeGeneration("test", NOON);
        commit(warehouse, generation, 1, file(warehouse, "failure_ledger", Map.of("orders", 1L)));
        Epoch second = commit(warehouse, generation, 2, file(warehouse, "failure_ledger", Map.of("orders", 2L)));
        sql("ALTER TABLE fieldback_epochs DROP COLUMN kind");
        sql("DELETE FROM fieldback_settings WHERE name = 'format'");
        for (String table : List.of("snapshots", "tags", "folded_accounts", "replaced_files")) {
            sql("DROP TABLE fieldback_" + table);
        }
        Warehouse read = Warehouse.open(folder);
        assertThat(read.files(second, "failure_ledger")).hasSize(2);
        assertThat(read.accounts(2)).isEmpty();
        assertThat(read.retention().tags()).isEmpty();
        assertThat(read.newestWritten()).contains(second);

        Warehouse written = Warehouse.openForWriting(folder);
        assertThat(written.files(written.epoch(1).orElseThrow(), "failure_ledger"))
                .hasSize(1);
        assertThat(written.retention().expire(Duration.ofHours(24))).isZero();
        Epoch third = commit(written, generation, 3, file(written, "failure_ledger", Map.of("orders", 3L)));
        assertThat(Warehouse.open(folder).files(third, "failure_ledger")).hasSize(3);
        assertThat(Warehouse.open(folder).files(second, "failure_ledger")).hasSize(2);
    }

    /** Each format is one state of the tables; the file has a line for each, and lines are added, never changed. */
    @Test
    void theTablesAndTheFormatChangeTogether() throws Exception {
        List<String> lines =
                Files.readAllLines(Path.of(Objects.requireNonNull(WarehouseFormatTest.class.getResource("formats.txt"))
                        .toURI()));
        String last = lines.get(lines.size() - 1);
        assertThat(last)
                .as("The tables changed: raise WarehouseFormat.CURRENT and add a line to formats.txt")
                .isEqualTo(WarehouseFormat.CURRENT + " " + digest());
        assertThat(lines).hasSize(WarehouseFormat.CURRENT - 1);
    }

    private static String digest() throws Exception {
        StringBuilder tables = new StringBuilder();
        for (Table table : Tables.all()) {
            tables.append(table.name()).append('\n');
            columns(tables, table.columns());
        }
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(tables.toString().getBytes(UTF_8));
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    private static void columns(StringBuilder text, List<Column> columns) {
        for (Column column : columns) {
            text.append(column.name())
                    .append(' ')
                    .append(column.type())
                    .append(column.required() ? " required" : "")
                    .append('(');
            columns(text, column.children());
            text.append(")\n");
        }
    }

    private void sql(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
