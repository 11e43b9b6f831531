// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochTag;
import io.fieldback.lake.epoch.Retention;
import io.fieldback.lake.epoch.TableFile;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.schemas.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a warehouse is doing.
 *
 * @param newest epoch; empty if there is none
 * @param tables one line for each table that has rows
 * @param epochs number of epochs that are kept
 * @param tags names that keep epochs
 * @param orphans files that nothing names
 * @param metadata files of metadata, all tables together
 * @param catalogBytes size of the catalog
 */
public record LakeStatus(
        Optional<Epoch> newest,
        List<TableLine> tables,
        int epochs,
        List<EpochTag> tags,
        Sweep.Orphans orphans,
        Sweep.Count metadata,
        long catalogBytes) {
    /** Files below this size are small, bytes. */
    public static final long SMALL_BYTES = 8L << 20;

    /**
     * One table as the newest epoch has it.
     *
     * @param name of the table
     * @param files that it has
     * @param bytes of these
     * @param smallFiles files below {@link #SMALL_BYTES}
     * @param smallBytes of these
     * @param rows in all files
     * @param newestEventOn the latest day on which something happened, if the table has such days
     * @param newestReceivedAt the latest receipt, if the table has receipts
     */
    public record TableLine(
            String name,
            int files,
            long bytes,
            int smallFiles,
            long smallBytes,
            long rows,
            Optional<LocalDate> newestEventOn,
            Optional<Instant> newestReceivedAt) {}

    /** Looks at a warehouse; reads its metadata and no rows. */
    public static LakeStatus of(Warehouse warehouse) {
        Optional<Epoch> newest = warehouse.newestEpoch();
        List<TableLine> tables = new ArrayList<>();
        Sweep.Count metadata = new Sweep.Count(0, 0);
        for (Table table : warehouse.tables()) {
            List<TableFile> files = newest.map(epoch -> warehouse.tableFiles(epoch, table.name()))
                    .orElse(List.of());
            if (newest.isPresent() && !files.isEmpty()) {
                tables.add(line(warehouse, newest.get(), table, files));
            }
            metadata = metadata(warehouse.folder().resolve(table.name()).resolve("metadata"), metadata);
        }
        return new LakeStatus(
                newest,
                tables,
                warehouse.epochs().size(),
                warehouse.retention().tags(),
                new Sweep(warehouse, Retention.KEEP).look(),
                metadata,
                size(warehouse.folder().resolve("catalog.db")));
    }

    private static TableLine line(Warehouse warehouse, Epoch epoch, Table table, List<TableFile> files) {
        List<TableFile> small =
                files.stream().filter(file -> file.bytes() < SMALL_BYTES).toList();
        return new TableLine(
                table.name(),
                files.size(),
                files.stream().mapToLong(TableFile::bytes).sum(),
                small.size(),
                small.stream().mapToLong(TableFile::bytes).sum(),
                files.stream().mapToLong(TableFile::rows).sum(),
                warehouse
                        .upperBound(epoch, table.name(), "event_on")
                        .map(days -> LocalDate.ofEpochDay(((Integer) days).longValue())),
                warehouse
                        .upperBound(epoch, table.name(), "received_at")
                        .map(micros -> Instant.EPOCH.plus((Long) micros, ChronoUnit.MICROS)));
    }

    private static Sweep.Count metadata(Path folder, Sweep.Count sum) {
        if (!Files.isDirectory(folder)) {
            return sum;
        }
        try (Stream<Path> files = Files.list(folder)) {
            Sweep.Count count = sum;
            for (Path file : files.toList()) {
                count = count.plus(size(file));
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e, e);
        }
    }

    /** A file that is deleted while it is looked at has no size. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
