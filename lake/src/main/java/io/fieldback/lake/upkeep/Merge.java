// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import io.fieldback.lake.epoch.TableFile;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.lake.parquet.TableWriter;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes several files of a table as one. Rows of a journal are copied as they are, in the order of the files; rows of
 * a signed table are summed. The one file has all columns of the table: what an older file lacks is null.
 */
final class Merge {
    private final Warehouse warehouse;
    private final Table table;
    private final Set<String> summed;

    /** {@code table} as the warehouse has it. */
    Merge(Warehouse warehouse, Table table) {
        this.warehouse = warehouse;
        this.summed = Tables.measures(table.name());
        this.table = Tables.all().stream()
                .filter(known -> known.name().equals(table.name()))
                .findFirst()
                .map(known -> new Table(table.name(), table.grain(), like(table.columns(), known.columns())))
                .orElse(table);
    }

    /** The finished file; empty if all rows cancelled each other out. */
    Optional<WrittenFile> write(List<TableFile> files) {
        try (TableWriter writer =
                new TableWriter(table, warehouse.fieldIds(table.name()), warehouse.newFile(table.name(), "merged"))) {
            if (summed.isEmpty()) {
                files.forEach(file -> read(file, writer));
            } else {
                SignedRows rows = new SignedRows(table, summed, writer::write);
                files.forEach(file -> TableReader.read(warehouse.folder().resolve(file.path()), table, rows));
                rows.flush();
            }
            return writer.rows() == 0 ? Optional.empty() : Optional.of(writer.finish());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot merge files of " + table.name() + ": " + e, e);
        }
    }

    private void read(TableFile file, TableWriter writer) {
        long before = writer.rows();
        TableReader.read(warehouse.folder().resolve(file.path()), table, writer::write);
        long read = writer.rows() - before;
        if (read != file.rows()) {
            throw new IllegalStateException(
                    "Cannot merge " + file.path() + ": it has " + read + " rows, its epoch says " + file.rows());
        }
    }

    /** The columns as the warehouse has them; whether one has a dictionary only the program knows. */
    private static List<Column> like(List<Column> columns, List<Column> known) {
        List<Column> like = new ArrayList<>();
        for (Column column : columns) {
            @Nullable
            Column same = known.stream()
                    .filter(each -> each.name().equals(column.name()))
                    .findFirst()
                    .orElse(null);
            like.add(
                    same == null
                            ? column
                            : new Column(
                                    column.name(),
                                    column.type(),
                                    column.required(),
                                    same.dictionary(),
                                    column.doc(),
                                    like(column.children(), same.children())));
        }
        return like;
    }
}
