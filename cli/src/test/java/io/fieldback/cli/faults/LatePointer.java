// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.lake.fault.FaultHandler;
import io.fieldback.lake.fault.FaultPoint;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongSupplier;

/**
 * A planted bug: the epoch's row is there before the last table points to its rows. As soon as a transaction is done,
 * one pointer is put back, with the manifest list that came by it, and comes again a moment later, as it would if it had
 * been moved after the row was written; or it never comes, as if the process had died in between.
 */
final class LatePointer implements FaultHandler {
    /** A reader has looked at each table by then. */
    private static final long LOOKS = 100;

    private static final long PATIENCE_MILLIS = 60_000;

    private final Path warehouse;
    private final boolean dies;
    private final LongSupplier polls;
    private int epochs;

    LatePointer(Path warehouse, boolean dies, LongSupplier polls) {
        this.warehouse = warehouse;
        this.dies = dies;
        this.polls = polls;
    }

    @Override
    public void reached(FaultPoint point) {
        if (point == FaultPoint.ANSWER_LOST && ++epochs == 3) {
            try (Connection catalog = DriverManager.getConnection("jdbc:sqlite:" + warehouse.resolve("catalog.db"))) {
                late(catalog);
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException("Cannot put a pointer back: " + e.getMessage(), e);
            }
        }
    }

    private void late(Connection catalog) throws SQLException, InterruptedException {
        String now;
        String before;
        try (Statement statement = catalog.createStatement();
                ResultSet row = statement.executeQuery("SELECT metadata_location, previous_metadata_location"
                        + " FROM iceberg_tables WHERE table_name = 'failure_ledger'")) {
            now = row.getString(1);
            before = row.getString(2);
        }
        String list = "(SELECT max(rowid) FROM fieldback_snapshots WHERE table_name = 'failure_ledger')";
        execute(catalog, "CREATE TEMP TABLE late AS SELECT * FROM fieldback_snapshots WHERE rowid = " + list);
        execute(catalog, "DELETE FROM fieldback_snapshots WHERE rowid = " + list);
        point(catalog, before);
        if (!dies) {
            long enough = polls.getAsLong() + LOOKS;
            for (long waited = 0; polls.getAsLong() < enough && waited < PATIENCE_MILLIS; waited += 10) {
                Thread.sleep(10);
            }
            point(catalog, now);
            execute(catalog, "INSERT INTO fieldback_snapshots SELECT * FROM late");
        }
    }

    private static void point(Connection catalog, String location) throws SQLException {
        execute(
                catalog,
                "UPDATE iceberg_tables SET metadata_location = '" + location + "' WHERE table_name = 'failure_ledger'");
    }

    private static void execute(Connection catalog, String sql) throws SQLException {
        try (Statement statement = catalog.createStatement()) {
            statement.execute(sql);
        }
    }
}
