// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rows of an epoch's files. A file never changes, so each is read once and then only looked for. */
final class TableRows {
    private final Map<Path, List<@Nullable Object[]>> files = new ConcurrentHashMap<>();

    List<@Nullable Object[]> of(Warehouse warehouse, Epoch epoch, Table table) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Path file : warehouse.files(epoch, table.name())) {
            if (!Files.isRegularFile(file)) {
                throw new IllegalStateException("Cannot read epoch " + epoch.number() + ": file " + file + " is gone");
            }
            rows.addAll(files.computeIfAbsent(file, absent -> read(absent, table)));
        }
        return rows;
    }

    /** The ledgers of units, summed by cell. */
    SignedRows units(Warehouse warehouse, Epoch epoch) {
        SignedRows units = new SignedRows();
        for (Table ledger : List.of(Tables.COHORT_LEDGER, Tables.EXPOSURE_LEDGER)) {
            of(warehouse, epoch, ledger).forEach(row -> units.add(ledger, row));
        }
        return units;
    }

    private static List<@Nullable Object[]> read(Path file, Table table) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        TableReader.read(file, table, rows::add);
        return rows;
    }
}
