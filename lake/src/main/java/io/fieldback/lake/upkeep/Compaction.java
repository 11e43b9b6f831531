// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Replacement;
import io.fieldback.lake.epoch.StaleReplacementException;
import io.fieldback.lake.epoch.TableFile;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.schemas.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Merges small files into larger ones, and publishes what it wrote as epochs of upkeep. Content does not change. */
public final class Compaction {
    /** So much is written before it is published: less would be lost by a crash, and fewer epochs are needed for more. */
    private static final long PUBLISH_BYTES = 256L << 20;

    private final Warehouse warehouse;
    private final Clock clock;
    private final String programVersion;

    private final List<String> removed = new ArrayList<>();
    private final List<WrittenFile> added = new ArrayList<>();
    private Result result = new Result(0, 0, 0, 0);

    /** Compacts a warehouse that is open for writing; {@code clock} dates the epochs. */
    public Compaction(Warehouse warehouse, Clock clock, String programVersion) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.programVersion = programVersion;
    }

    /**
     * What was done.
     *
     * @param filesBefore small files that were merged
     * @param filesAfter files written in their place
     * @param rows rows written
     * @param bytes bytes written
     */
    public record Result(int filesBefore, int filesAfter, long rows, long bytes) {
        private Result plus(Result other) {
            return new Result(
                    filesBefore + other.filesBefore,
                    filesAfter + other.filesAfter,
                    rows + other.rows,
                    bytes + other.bytes);
        }
    }

    /** Merges where enough small files have come together. */
    public Result due() {
        return run(MergePlan::due);
    }

    /** Merges all small files. */
    public Result all() {
        return run(MergePlan::all);
    }

    private Result run(Function<List<TableFile>, List<List<TableFile>>> plan) {
        Epoch newest = warehouse.newestEpoch().orElse(null);
        if (newest == null) {
            return result;
        }
        for (Table table : warehouse.tables()) {
            List<List<TableFile>> merges = plan.apply(warehouse.tableFiles(newest, table.name()));
            if (!merges.isEmpty()) {
                Merge merge = new Merge(warehouse, table);
                for (List<TableFile> files : merges) {
                    merge.write(files).ifPresent(added::add);
                    files.forEach(file -> removed.add(file.path()));
                    if (added.stream().mapToLong(WrittenFile::bytes).sum() >= PUBLISH_BYTES) {
                        publish();
                    }
                }
            }
        }
        publish();
        return result;
    }

    private void publish() {
        if (removed.isEmpty()) {
            return;
        }
        FaultPoint.COMPACTION_WRITTEN.reached();
        try {
            warehouse.replace(Replacement.upkeep(removed, added, programVersion, clock.instant()));
            result = result.plus(new Result(
                    removed.size(),
                    added.size(),
                    added.stream().mapToLong(WrittenFile::rows).sum(),
                    added.stream().mapToLong(WrittenFile::bytes).sum()));
        } catch (StaleReplacementException stale) {
            // Somebody else merged or replaced one of these files meanwhile: what was written here is of no use.
            added.forEach(this::delete);
        }
        removed.clear();
        added.clear();
    }

    private void delete(WrittenFile file) {
        try {
            Files.deleteIfExists(warehouse.folder().resolve(file.path()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file.path() + ": " + e, e);
        }
    }
}
