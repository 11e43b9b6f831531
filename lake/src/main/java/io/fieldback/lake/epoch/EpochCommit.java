// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.epoch.Publication.Outcome;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.WrittenFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.BaseTable;

/** A draft as a change: its files are added, and its transaction checks the generation first. */
final class EpochCommit implements Publication.Change {
    private static final Set<String> NO_ACCOUNTS = Set.of("[]", "{}", "");

    private final TableStore store;
    private final WarehouseSettings settings;
    private final EpochDraft draft;
    private final Map<String, List<WrittenFile>> files;

    EpochCommit(TableStore store, WarehouseSettings settings, EpochDraft draft) {
        this.store = store;
        this.settings = settings;
        this.draft = draft;
        this.files = FinishedFiles.byTable(draft.files());
    }

    @Override
    public Set<String> tables() {
        return files.keySet();
    }

    @Override
    public FaultPoint staged() {
        return FaultPoint.METADATA_STAGED;
    }

    @Override
    public FaultPoint published() {
        return FaultPoint.ANSWER_LOST;
    }

    @Override
    public void stage(StagedTable table) {
        AppendFiles append = new BaseTable(table, table.name())
                .newAppend()
                .set("fieldback.lineage", draft.lineage())
                .set("fieldback.checkpoint", Long.toString(draft.checkpointId()));
        for (WrittenFile file : Objects.requireNonNull(files.get(table.name()))) {
            append.appendFile(FinishedFiles.dataFile(file, store.files().recorded(file.path())));
        }
        append.commit();
    }

    @Override
    public Outcome transact(Connection connection, List<StagedTable> staged) throws SQLException {
        EpochRows.checkOwner(connection, draft.generation());
        Optional<Epoch> published = EpochRows.of(connection, draft.lineage(), draft.checkpointId());
        if (published.isPresent()) {
            return new Outcome.There(published.get(), false);
        }
        Optional<Epoch> written = EpochRows.newestWritten(connection);
        if (written.isPresent() && saysNothingNew(written.get())) {
            return new Outcome.There(written.get(), false);
        }
        Optional<Epoch> newest = EpochRows.newest(connection);
        if (!Publication.swap(connection, staged)) {
            return new Outcome.Lost();
        }
        FaultPoint.POINTERS_MOVED.reached();
        Epoch epoch = epoch(newest, staged);
        EpochRows.insert(connection, epoch);
        return new Outcome.There(epoch, true);
    }

    private boolean saysNothingNew(Epoch written) {
        return draft.files().isEmpty()
                && draft.positionsJson().equals(written.positionsJson())
                && (draft.accountsJson().equals(written.accountsJson()) || NO_ACCOUNTS.contains(draft.accountsJson()));
    }

    private Epoch epoch(Optional<Epoch> newest, List<StagedTable> staged) {
        Map<String, Long> snapshots = new TreeMap<>(newest.map(Epoch::snapshots).orElse(Map.of()));
        staged.forEach(table -> snapshots.put(table.name(), table.snapshot()));
        return new Epoch(
                newest.map(Epoch::number).orElse(0L) + 1,
                EpochKind.WRITTEN,
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
}
