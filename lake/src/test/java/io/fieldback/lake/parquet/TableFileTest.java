// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.ColumnType;
import io.fieldback.schemas.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files are read back by their own reader, and by DuckDB, which did not write them. */
class TableFileTest {
    private static final Table PUMPS = new Table(
            "pumps",
            "one pump",
            List.of(
                    Column.unique("id", ColumnType.TEXT, "Id."),
                    Column.of("litres", ColumnType.LONG, "Litres."),
                    Column.texts("notes", "Notes.")));

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsOfAnyShapeComeBackAsTheyWere(long seed) throws Exception {
        RandomTable random = new RandomTable(seed);
        List<@Nullable Object[]> rows = random.rows(seed % 10 == 0 ? 2_000 : 100);
        Path file = write(random.table(), rows);
        assertThat(plain(read(file, random.table()))).isEqualTo(plain(rows));
        assertThat(plain(readByDuckDb(file))).isEqualTo(plain(rows));
    }

    @Test
    void aRowGroupIsClosedWhenItIsFull() throws Exception {
        Path file = place(PUMPS);
        try (TableWriter writer = new TableWriter(PUMPS, FieldIds.numbered(PUMPS), file)) {
            for (long i = 0; i < 600_000; i++) {
                writer.write(new Object[] {"P-" + i, i % 7, List.of()});
            }
            assertThat(writer.bytes()).isBetween(100_000L, 64_000_000L);
            WrittenFile written = writer.finish();
            assertThat(written.rows()).isEqualTo(600_000);
            assertThat(written.values()).containsEntry(1, 600_000L).containsEntry(2, 600_000L);
            assertThat(written.bytes()).isEqualTo(Files.size(file));
        }
        List<@Nullable Object[]> rows = read(file, PUMPS);
        assertThat(rows).hasSize(600_000);
        assertThat(rows.get(599_999)).startsWith("P-599999", 599_999L % 7);
    }

    @Test
    void columnsThatTheFileLacksAreNull() throws Exception {
        Path file = write(PUMPS, List.<@Nullable Object[]>of(new Object[] {"P-1", 3L, List.of("dry")}));
        Table wanted = new Table(
                "pumps",
                "one pump",
                List.of(
                        Column.of("bars", ColumnType.DOUBLE, "Bars."),
                        Column.of("litres", ColumnType.LONG, "Litres.")));
        assertThat(read(file, wanted)).singleElement().isEqualTo(new Object[] {null, 3L});
    }

    @Test
    void aMissingRequiredValueNamesTableAndColumn() throws Exception {
        Path file = place(PUMPS);
        TableWriter writer = new TableWriter(PUMPS, FieldIds.numbered(PUMPS), file);
        assertThatThrownBy(() -> writer.write(new @Nullable Object[] {null, 1L, List.of()}))
                .hasMessage("Cannot write pumps.id: it is required and the value is null");
        assertThatThrownBy(writer::finish).hasMessage("Cannot finish " + file + ": a row was refused half-way");
        writer.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void aValueOfAnotherClassNamesItsColumn() throws Exception {
        try (TableWriter writer = new TableWriter(PUMPS, FieldIds.numbered(PUMPS), place(PUMPS))) {
            assertThatThrownBy(() -> writer.write(new Object[] {"P-1", 1, List.of()}))
                    .hasMessage("Cannot write pumps.litres: its type is LONG and the value is a Integer");
            assertThatThrownBy(() -> writer.write(new Object[] {"P-1"}))
                    .hasMessage("Cannot write pumps: a row has 3 values, not 1");
        }
    }

    @Test
    void aDamagedPageIsAnError() throws Exception {
        Path file = write(PUMPS, List.<@Nullable Object[]>of(new Object[] {"P-1", 3L, List.of("dry")}));
        byte[] bytes = Files.readAllBytes(file);
        bytes[40] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(file, PUMPS))
                .hasMessage("Cannot read column [id] of " + file + ": a page is damaged");
        Files.write(file, java.util.Arrays.copyOf(bytes, 100));
        assertThatThrownBy(() -> read(file, PUMPS))
                .hasMessage("Cannot read " + file + ": it is no whole Parquet file, it does not end with PAR1");
    }

    @Test
    void aFileBelongsInItsTablesFolder() {
        Path file = folder.resolve("x.parquet");
        assertThatThrownBy(() -> new TableWriter(PUMPS, FieldIds.numbered(PUMPS), file))
                .hasMessage("Cannot write " + file + ": a file of table pumps belongs in folder pumps/data");
    }

    @Test
    void aWrittenFileSurvivesTheWire() throws Exception {
        Path file = place(PUMPS);
        try (TableWriter writer = new TableWriter(PUMPS, FieldIds.numbered(PUMPS), file)) {
            writer.write(new Object[] {"P-1", 5L, List.of("a", "b")});
            writer.write(new @Nullable Object[] {"P-2", null, List.of()});
            WrittenFile written = writer.finish();
            WrittenFile received = WrittenFile.fromBytes(written.toBytes());
            assertThat(received).usingRecursiveComparison().isEqualTo(written);
            assertThat(received.path()).isEqualTo("pumps/data/" + file.getFileName());
            assertThat(received.nulls()).containsEntry(2, 1L);
            assertThat(received.lower().get(1)).asString().isEqualTo("P-1");
            assertThat(received.upper().get(2)).containsExactly(5, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    private Path place(Table table) {
        return folder.resolve(table.name()).resolve("data").resolve("file.parquet");
    }

    private Path write(Table table, List<@Nullable Object[]> rows) throws Exception {
        Path file = place(table);
        try (TableWriter writer = new TableWriter(table, FieldIds.numbered(table), file)) {
            rows.forEach(writer::write);
            writer.finish();
        }
        return file;
    }

    private static List<@Nullable Object[]> read(Path file, Table table) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        TableReader.read(file, table, rows::add);
        return rows;
    }

    private static List<@Nullable Object[]> readByDuckDb(Path file) throws Exception {
        List<@Nullable Object[]> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM read_parquet('" + file + "')")) {
            while (found.next()) {
                @Nullable Object[] row = new Object[found.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getObject(i + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<@Nullable Object> plain(List<@Nullable Object[]> rows) throws Exception {
        List<@Nullable Object> plain = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            plain.add(Plain.of(row));
        }
        return plain;
    }
}
