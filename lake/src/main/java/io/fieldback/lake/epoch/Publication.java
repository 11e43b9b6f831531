// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.fault.FaultPoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The way of every epoch: the Iceberg metadata of each table is staged first, then one transaction inserts the epoch
 * and points every table to its new metadata. Who loses a race for a table stages again upon what the winner left.
 */
final class Publication {
    /** Each lost race means that another process published; so many in a row are no coincidence. */
    private static final int ATTEMPTS = 20;

    /** Tables that are staged at a time. */
    private static final int STAGERS = 8;

    private final Catalog catalog;
    private final TableStore store;

    Publication(Catalog catalog, TableStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** What an epoch changes. */
    interface Change {
        /** Names of the tables it changes. */
        Set<String> tables();

        /** The place where its metadata is staged and not published. */
        FaultPoint staged();

        /** The place where it is published and its caller does not know it. */
        FaultPoint published();

        /** Changes one of them, upon what the catalog names now. Called side by side, and again after a lost race. */
        void stage(StagedTable table);

        /** Publishes all of them, or tells why not. */
        Outcome transact(Connection connection, List<StagedTable> staged) throws SQLException;
    }

    /** What became of a transaction. */
    sealed interface Outcome {
        /** The epoch is there; this transaction, an earlier one or nobody had to write it. */
        record There(Epoch epoch, boolean byThisOne) implements Outcome {}

        /** Somebody else published a table since it was staged. */
        record Lost() implements Outcome {}
    }

    Epoch publish(Change change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<StagedTable> staged = stage(change);
            change.staged().reached();
            Outcome outcome;
            try {
                outcome = catalog.write("publish epoch", connection -> change.transact(connection, staged));
            } catch (FencedException | StaleReplacementException e) {
                staged.forEach(StagedTable::discard);
                throw e;
            }
            if (outcome instanceof Outcome.There there) {
                if (there.byThisOne()) {
                    change.published().reached();
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

    /** Points the tables to what was staged; false if one of them was published since by somebody else. */
    static boolean swap(Connection connection, List<StagedTable> staged) throws SQLException {
        Map<String, String> pointers = CatalogTables.pointers(connection);
        if (staged.stream().anyMatch(table -> !table.oldLocation().equals(pointers.get(table.name())))) {
            return false;
        }
        for (StagedTable table : staged) {
            CatalogTables.swapPointer(connection, table);
            if (table.manifestList().isPresent()) {
                SnapshotRows.insert(
                        connection,
                        table.name(),
                        table.snapshot(),
                        table.manifestList().get());
            }
        }
        return true;
    }

    /** Stages side by side: most of the time goes into waiting for the disk, which takes several files at a time. */
    private List<StagedTable> stage(Change change) {
        List<StagedTable> tables = store.stage(change.tables());
        if (tables.isEmpty()) {
            return tables;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(STAGERS, tables.size()));
        try {
            List<Future<?>> stages = new ArrayList<>();
            for (StagedTable table : tables) {
                stages.add(threads.submit(() -> change.stage(table)));
            }
            for (Future<?> stage : stages) {
                stage.get();
            }
            return tables;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LakeException("Cannot publish epoch: it was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StaleReplacementException stale) {
                throw stale;
            }
            throw new LakeException("Cannot publish epoch: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void tidy(StagedTable table) {
        table.deleteOldMetadata();
        store.published(table);
    }
}
