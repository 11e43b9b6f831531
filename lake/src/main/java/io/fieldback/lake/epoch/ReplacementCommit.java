// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.epoch.Publication.Outcome;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.WrittenFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.RewriteFiles;

/**
 * A replacement as a change. What it is staged upon may be newer than what it was made from: other files may have come,
 * but those that it takes away must still be there.
 */
final class ReplacementCommit implements Publication.Change {
    private final TableStore store;
    private final Replacement replacement;
    private final Map<String, List<WrittenFile>> added;
    private final Map<String, Set<String>> removed = new TreeMap<>();
    private final Set<String> tables;

    ReplacementCommit(TableStore store, Replacement replacement) {
        this.store = store;
        this.replacement = replacement;
        this.added = FinishedFiles.byTable(replacement.added());
        for (String path : replacement.removed()) {
            removed.computeIfAbsent(path.substring(0, path.indexOf('/')), table -> new HashSet<>())
                    .add(store.files().recorded(path));
        }
        this.tables = new TreeSet<>(added.keySet());
        tables.addAll(removed.keySet());
    }

    @Override
    public Set<String> tables() {
        return tables;
    }

    @Override
    public FaultPoint staged() {
        return replacement.kind() == EpochKind.WATCH ? FaultPoint.LOOK_STAGED : FaultPoint.COMPACTION_STAGED;
    }

    @Override
    public FaultPoint published() {
        return replacement.kind() == EpochKind.WATCH ? FaultPoint.LOOK_PUBLISHED : FaultPoint.COMPACTION_DONE;
    }

    @Override
    public void stage(StagedTable table) {
        List<DataFile> gone = removed(table);
        List<DataFile> come = new ArrayList<>();
        for (WrittenFile file : added.getOrDefault(table.name(), List.of())) {
            come.add(FinishedFiles.dataFile(file, store.files().recorded(file.path())));
        }
        BaseTable iceberg = new BaseTable(table, table.name());
        if (gone.isEmpty()) {
            AppendFiles append = iceberg.newAppend().set("fieldback.lineage", replacement.lineage());
            come.forEach(append::appendFile);
            append.commit();
        } else if (replacement.kind() == EpochKind.UPKEEP) {
            RewriteFiles rewrite = iceberg.newRewrite().set("fieldback.lineage", replacement.lineage());
            // Nobody else deletes rows; and the history before this snapshot may have expired.
            rewrite.validateFromSnapshot(table.current().currentSnapshot().snapshotId());
            gone.forEach(rewrite::deleteFile);
            come.forEach(rewrite::addFile);
            rewrite.commit();
        } else {
            OverwriteFiles overwrite = iceberg.newOverwrite().set("fieldback.lineage", replacement.lineage());
            gone.forEach(overwrite::deleteFile);
            come.forEach(overwrite::addFile);
            overwrite.commit();
        }
    }

    @Override
    public Outcome transact(Connection connection, List<StagedTable> staged) throws SQLException {
        if (replacement.generation().isPresent()) {
            EpochRows.checkOwner(connection, replacement.generation().get());
        }
        Optional<Epoch> published = EpochRows.of(connection, replacement.lineage(), 0);
        if (published.isPresent()) {
            return new Outcome.There(published.get(), false);
        }
        Epoch newest = EpochRows.newest(connection)
                .orElseThrow(() -> new StaleReplacementException("the warehouse has no epoch yet"));
        if (replacement.basedOn().isPresent() && replacement.basedOn().getAsLong() != newest.number()) {
            throw new StaleReplacementException("they were made from epoch "
                    + replacement.basedOn().getAsLong() + " and the newest is epoch " + newest.number());
        }
        if (!Publication.swap(connection, staged)) {
            return new Outcome.Lost();
        }
        if (replacement.rulesVersion().isPresent()) {
            CatalogTables.setting(
                    connection,
                    WarehouseSettings.RULES,
                    replacement.rulesVersion().get());
        }
        Epoch epoch = epoch(newest, staged);
        RetentionRows.replaced(connection, replacement.removed(), epoch.number());
        EpochRows.insert(connection, epoch);
        return new Outcome.There(epoch, true);
    }

    private Epoch epoch(Epoch newest, List<StagedTable> staged) {
        Map<String, Long> snapshots = new TreeMap<>(newest.snapshots());
        staged.forEach(table -> snapshots.put(table.name(), table.snapshot()));
        return new Epoch(
                newest.number() + 1,
                replacement.kind(),
                replacement.lineage(),
                0,
                newest.generation(),
                replacement.committedAt(),
                snapshots,
                newest.positionsJson(),
                "[]",
                replacement.rulesVersion().orElse(newest.rulesVersion()),
                newest.zone(),
                newest.keyFingerprint(),
                replacement.programVersion());
    }

    private List<DataFile> removed(StagedTable table) {
        Set<String> wanted = removed.getOrDefault(table.name(), Set.of());
        if (wanted.isEmpty()) {
            // A table that never had rows has no snapshot to look through.
            return List.of();
        }
        Map<String, DataFile> found = new HashMap<>();
        for (DataFile file : store.dataFiles(table.current().currentSnapshot())) {
            if (wanted.contains(file.location())) {
                found.put(file.location(), file);
            }
        }
        for (String location : wanted) {
            if (!found.containsKey(location)) {
                throw new StaleReplacementException(
                        "file " + store.files().place(location) + " is no longer one of " + table.name());
            }
        }
        return List.copyOf(found.values());
    }
}
