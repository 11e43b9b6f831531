// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.WrittenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.PartitionSpec;

/**
 * Publishes one draft. The Iceberg metadata of each table is staged first; then one transaction checks the generation,
 * inserts the epoch and points every table to its new metadata.
 */
final class EpochCommit {
    /** Each lost race means that another process published; so many in a row are no coincidence. */
    private static final int ATTEMPTS = 20;

    /** Tables that are staged at a time. */
    private static final int STAGERS = 8;

    private static final Set<String> NO_ACCOUNTS = Set.of("[]", "{}", "");

    private final Path folder;
    private final Catalog catalog;
    private final TableStore store;
    private final WarehouseSettings settings;
    private final EpochDraft draft;

    EpochCommit(Path folder, Catalog catalog, TableStore store, WarehouseSettings settings, EpochDraft draft) {
        this.folder = folder;
        this.catalog = catalog;
        this.store = store;
        this.settings = settings;
        this.draft = draft;
    }

    /** What became of a transaction. */
    private sealed interface Outcome {
        /** The epoch is there; this transaction, an earlier one or nobody had to write it. */
        record There(Epoch epoch, boolean byThisOne) implements Outcome {}

        /** Somebody else published a table since it was staged. */
        record Lost() implements Outcome {}
    }

    Epoch publish() {
        checkFiles();
        Map<String, List<WrittenFile>> byTable = new TreeMap<>();
        draft.files()
                .forEach(file -> byTable.computeIfAbsent(file.table(), table -> new ArrayList<>())
                        .add(file));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<StagedTable> staged = stage(byTable);
            FaultPoint.METADATA_STAGED.reached();
            Outcome outcome;
            try {
                outcome = catalog.write("publish epoch", connection -> transact(connection, staged));
            } catch (FencedException e) {
                staged.forEach(StagedTable::discard);
                throw e;
            }
            if (outcome instanceof Outcome.There there) {
                if (there.byThisOne()) {
                    FaultPoint.ANSWER_LOST.reached();
                    staged.forEach(this::tidy);
                } else {
                    staged.forEach(StagedTable::discard);
                }
                return there.epoch();
            }
            staged.forEach(StagedTable::discard);
        }
        throw new LakeException("Cannot publish epoch: another process published first " + ATTEMPTS + " times");
    }

    private Outcome transact(Connection connection, List<StagedTable> staged) throws SQLException {
        Optional<Generation> owner = EpochRows.newestGeneration(connection);
        if (owner.isPresent() && owner.get().number() != draft.generation().number()) {
            throw new FencedException(owner.get());
        }
        Optional<Epoch> published = EpochRows.of(connection, draft.lineage(), draft.checkpointId());
        if (published.isPresent()) {
            return new Outcome.There(published.get(), false);
        }
        Optional<Epoch> newest = EpochRows.newest(connection);
        if (newest.isPresent() && saysNothingNew(newest.get())) {
            return new Outcome.There(newest.get(), false);
        }
        Map<String, String> pointers = CatalogTables.pointers(connection);
        if (staged.stream().anyMatch(table -> !table.oldLocation().equals(pointers.get(table.name())))) {
            return new Outcome.Lost();
        }
        for (StagedTable table : staged) {
            CatalogTables.swapPointer(connection, table);
        }
        FaultPoint.POINTERS_MOVED.reached();
        Epoch epoch = epoch(newest, staged);
        EpochRows.insert(connection, epoch);
        return new Outcome.There(epoch, true);
    }

    private boolean saysNothingNew(Epoch newest) {
        return draft.files().isEmpty()
                && draft.positionsJson().equals(newest.positionsJson())
                && (draft.accountsJson().equals(newest.accountsJson()) || NO_ACCOUNTS.contains(draft.accountsJson()));
    }

    private Epoch epoch(Optional<Epoch> newest, List<StagedTable> staged) {
        Map<String, Long> snapshots = new TreeMap<>(newest.map(Epoch::snapshots).orElse(Map.of()));
        staged.forEach(table ->
                snapshots.put(table.name(), table.staged().currentSnapshot().snapshotId()));
        return new Epoch(
                newest.map(Epoch::number).orElse(0L) + 1,
                draft.lineage(),
                draft.checkpointId(),
                draft.generation().number(),
                draft.committedAt(),
                snapshots,
                draft.positionsJson(),
                draft.accountsJson(),
                settings.rulesVersion(),
                settings.zone().getId(),
                settings.keyFingerprint(),
                draft.programVersion());
    }

    /** Stages side by side: most of the time goes into waiting for the disk, which takes several files at a time. */
    private List<StagedTable> stage(Map<String, List<WrittenFile>> byTable) {
        List<StagedTable> tables = store.stage(byTable.keySet());
        if (tables.isEmpty()) {
            return tables;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(STAGERS, tables.size()));
        try {
            List<Future<?>> appends = new ArrayList<>();
            for (StagedTable table : tables) {
                List<WrittenFile> files = Objects.requireNonNull(byTable.get(table.name()));
                appends.add(threads.submit(() -> append(table, files)));
            }
            for (Future<?> append : appends) {
                append.get();
            }
            return tables;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LakeException("Cannot publish epoch: it was interrupted", e);
        } catch (ExecutionException e) {
            throw new LakeException("Cannot publish epoch: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void append(StagedTable table, List<WrittenFile> files) {
        AppendFiles append = new BaseTable(table, table.name())
                .newAppend()
                .set("fieldback.lineage", draft.lineage())
                .set("fieldback.checkpoint", Long.toString(draft.checkpointId()));
        files.forEach(file -> append.appendFile(dataFile(file)));
        append.commit();
    }

    private DataFile dataFile(WrittenFile file) {
        return DataFiles.builder(PartitionSpec.unpartitioned())
                .withPath(store.files().recorded(file.path()))
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(file.bytes())
                .withMetrics(new Metrics(
                        file.rows(),
                        file.columnBytes(),
                        file.values(),
                        file.nulls(),
                        null,
                        buffers(file.lower()),
                        buffers(file.upper())))
                .build();
    }

    private static Map<Integer, ByteBuffer> buffers(Map<Integer, byte[]> bounds) {
        Map<Integer, ByteBuffer> buffers = new HashMap<>();
        bounds.forEach((id, bytes) -> buffers.put(id, ByteBuffer.wrap(bytes)));
        return buffers;
    }

    private void tidy(StagedTable table) {
        table.deleteOldMetadata();
        store.published(table);
    }

    private void checkFiles() {
        for (WrittenFile file : draft.files()) {
            Path place = folder.resolve(file.path());
            try {
                if (!Files.isRegularFile(place)) {
                    throw new LakeException("Cannot publish epoch: file " + place + " is missing");
                }
                long bytes = Files.size(place);
                if (bytes != file.bytes()) {
                    throw new LakeException(
                            "Cannot publish epoch: file " + place + " has " + bytes + " bytes, not " + file.bytes());
                }
            } catch (IOException e) {
                throw new LakeException("Cannot publish epoch: file " + place + " cannot be read: " + e, e);
            }
        }
    }
}
