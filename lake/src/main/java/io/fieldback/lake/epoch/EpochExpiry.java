// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.epoch.KeptEpochs.Age;
import io.fieldback.lake.fault.FaultPoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Forgets epochs that are no longer kept, in one transaction: their rows, their snapshots in the catalog and in the
 * metadata of tables. Their accounts are folded into the next kept epoch, so that what was ever read stays on record. No
 * file is touched: that is the sweep's.
 */
final class EpochExpiry {
    private static final int ATTEMPTS = 20;

    private final Catalog catalog;
    private final TableStore store;
    private final Duration keep;

    EpochExpiry(Catalog catalog, TableStore store, Duration keep) {
        this.catalog = catalog;
        this.store = store;
        this.keep = keep;
    }

    /** Gives the number of epochs that it forgot. */
    int expire() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, Set<Long>> snapshots = catalog.read("read the epochs", this::keptSnapshots);
            List<StagedTable> staged = store.stageWithout(snapshots);
            int expired = catalog.write("expire epochs", connection -> transact(connection, staged));
            if (expired >= 0) {
                staged.forEach(StagedTable::deleteOldMetadata);
                staged.forEach(store::published);
                FaultPoint.EXPIRY_DONE.reached();
                return expired;
            }
            staged.forEach(StagedTable::discard);
        }
        throw new LakeException("Cannot expire epochs: another process published first " + ATTEMPTS + " times");
    }

    /** Gives -1 if another process published one of the tables. */
    private int transact(Connection connection, List<StagedTable> staged) throws SQLException {
        List<Age> ages = EpochRows.ages(connection);
        KeptEpochs kept = KeptEpochs.of(ages, RetentionRows.tags(connection), keep);
        List<Long> expired = ages.stream()
                .map(Age::number)
                .filter(number -> !kept.row(number))
                .toList();
        if (!Publication.swap(connection, staged)) {
            return -1;
        }
        fold(connection, kept);
        for (long number : expired) {
            RetentionRows.deleteEpoch(connection, number);
        }
        for (Map.Entry<String, Set<Long>> table : keptSnapshots(connection).entrySet()) {
            SnapshotRows.keepOnly(connection, table.getKey(), table.getValue());
        }
        return expired.size();
    }

    private void fold(Connection connection, KeptEpochs kept) throws SQLException {
        Map<Long, AccountFolding> folded = new TreeMap<>();
        for (Map.Entry<Long, String> each : RetentionRows.folded(connection).entrySet()) {
            folded.computeIfAbsent(kept.heir(each.getKey()), heir -> new AccountFolding())
                    .add(each.getValue());
        }
        for (Map.Entry<Long, String> each : EpochRows.accounts(connection).entrySet()) {
            if (!kept.row(each.getKey())) {
                folded.computeIfAbsent(kept.heir(each.getKey()), heir -> new AccountFolding())
                        .add(each.getValue());
            }
        }
        Map<Long, String> sums = new TreeMap<>();
        folded.forEach((heir, sum) -> sums.put(heir, sum.json()));
        RetentionRows.replaceFolded(connection, sums);
    }

    private Map<String, Set<Long>> keptSnapshots(Connection connection) throws SQLException {
        KeptEpochs kept = KeptEpochs.of(EpochRows.ages(connection), RetentionRows.tags(connection), keep);
        Map<String, Set<Long>> snapshots = new HashMap<>();
        EpochRows.snapshots(connection).forEach((number, ofEpoch) -> {
            if (kept.readable(number)) {
                ofEpoch.forEach((table, snapshot) -> snapshots
                        .computeIfAbsent(table, each -> new HashSet<>())
                        .add(snapshot));
            }
        });
        return snapshots;
    }
}
