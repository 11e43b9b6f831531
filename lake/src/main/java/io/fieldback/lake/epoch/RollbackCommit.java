// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.epoch.Publication.Outcome;
import io.fieldback.lake.fault.FaultPoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.TableMetadata;

/** A rollback as a change: tables point to the snapshots they had, and the epoch's row says what it said then. */
final class RollbackCommit implements Publication.Change {
    private final Rollback rollback;
    private final Epoch from;
    private final Epoch to;

    /** {@code from} is the newest epoch, {@code to} the one that shall be. */
    RollbackCommit(Rollback rollback, Epoch from, Epoch to) {
        this.rollback = rollback;
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<String> tables() {
        Set<String> changed = new TreeSet<>();
        from.snapshots().forEach((table, snapshot) -> {
            if (!snapshot.equals(to.snapshots().get(table))) {
                changed.add(table);
            }
        });
        return changed;
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
        Long snapshot = to.snapshots().get(table.name());
        TableMetadata now = table.current();
        if (snapshot == null) {
            // It had no rows then.
            table.commit(
                    now,
                    TableMetadata.buildFrom(now)
                            .removeRef(SnapshotRef.MAIN_BRANCH)
                            .build());
        } else if (now.snapshot(snapshot) == null) {
            throw new StaleReplacementException(
                    "epoch " + to.number() + " has expired, its state of " + table.name() + " is gone");
        } else {
            new BaseTable(table, table.name())
                    .manageSnapshots()
                    .setCurrentSnapshot(snapshot)
                    .commit();
        }
    }

    @Override
    public Outcome transact(Connection connection, List<StagedTable> staged) throws SQLException {
        EpochRows.checkOwner(connection, rollback.generation());
        Epoch newest = EpochRows.newest(connection).orElseThrow();
        if (newest.number() != from.number()) {
            throw new StaleReplacementException(
                    "epoch " + newest.number() + " came after epoch " + from.number() + "; try again");
        }
        if (!Publication.swap(connection, staged)) {
            return new Outcome.Lost();
        }
        Epoch epoch = new Epoch(
                newest.number() + 1,
                EpochKind.ROLLBACK,
                "rollback-" + UUID.randomUUID(),
                0,
                rollback.generation().number(),
                rollback.committedAt(),
                to.snapshots(),
                to.positionsJson(),
                rollback.accountsJson(),
                to.rulesVersion(),
                to.zone(),
                to.keyFingerprint(),
                rollback.programVersion());
        EpochRows.insert(connection, epoch);
        return new Outcome.There(epoch, true);
    }

    /** Throws if the epoch is none to go back to. */
    static RollbackCommit of(TableStore store, Rollback rollback, Optional<Epoch> newest, Optional<Epoch> target) {
        String cannot = "Cannot roll back to epoch " + rollback.to() + ": ";
        Epoch from = newest.orElseThrow(() -> new LakeException(cannot + "the warehouse has no epoch yet"));
        Epoch to = target.orElseThrow(() ->
                new LakeException(cannot + "the warehouse has none of this number; its newest is " + from.number()));
        if (!Objects.equals(to.rulesVersion(), from.rulesVersion())) {
            throw new LakeException(cannot + "its ledgers were made by rules " + to.rulesVersion()
                    + ", those of now by " + from.rulesVersion());
        }
        if (to.number() == from.number()) {
            throw new LakeException(cannot + "it is the newest");
        }
        to.snapshots().forEach((table, snapshot) -> {
            if (store.metadata(table).snapshot(snapshot) == null) {
                throw new LakeException(cannot + "it has expired, its files of " + table + " may be gone");
            }
        });
        return new RollbackCommit(rollback, from, to);
    }
}
