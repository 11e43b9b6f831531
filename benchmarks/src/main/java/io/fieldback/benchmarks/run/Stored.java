// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import io.fieldback.cli.job.IntakeAccount;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.storing.Account;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands in a warehouse.
 *
 * @param epochs published
 * @param fresh contents journalled
 * @param duplicates contents that were held already
 * @param rejected records refused
 * @param files of the newest epoch
 * @param bytes in them
 * @param smallBytes of those in files below 8 MB
 * @param orphans Parquet files that the newest epoch does not name
 */
public record Stored(
        long epochs,
        long fresh,
        long duplicates,
        long rejected,
        long files,
        long bytes,
        long smallBytes,
        long orphans) {
    private static final long SMALL = 8_000_000;

    /** Looks at a warehouse. */
    public static Stored in(Path folder) throws IOException {
        Warehouse warehouse = Warehouse.open(folder);
        Epoch newest = warehouse
                .newestEpoch()
                .orElseThrow(() -> new IllegalStateException("Cannot look at " + folder + ": it has no epoch"));
        Account account = IntakeAccount.upTo(warehouse, newest.number()).total();
        Set<Path> named = new HashSet<>();
        long bytes = 0;
        long small = 0;
        for (Table table : Tables.all()) {
            for (Path file : warehouse.files(newest, table.name())) {
                named.add(file.toAbsolutePath().normalize());
                long size = Files.size(file);
                bytes += size;
                small += size < SMALL ? size : 0;
            }
        }
        return new Stored(
                warehouse.epochs().size(),
                account.fresh(),
                account.duplicates(),
                account.rejected(),
                named.size(),
                bytes,
                small,
                orphans(folder, named));
    }

    private static long orphans(Path folder, Set<Path> named) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> !named.contains(file.toAbsolutePath().normalize()))
                    .count();
        }
    }
}
