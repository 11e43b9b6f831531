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

/**
 * A planted bug: the epoch's row is there before the last table points to its rows. As soon as a transaction is done,
 * one pointer is put back and comes again a moment later, as it would if it had been moved after the row was written;
 * or it never comes, as if the process had died in between.
 */
final class LatePointer implements FaultHandler {
    private static final long MOMENT_MILLIS = 2_000;

    private final Path warehouse;
    private final boolean dies;
    private int epochs;

    LatePointer(Path warehouse, boolean dies) {
        this.warehouse = warehouse;
        this.dies = dies;
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
        point(catalog, before);
        if (!dies) {
            Thread.sleep(MOMENT_MILLIS);
            point(catalog, now);
        }
    }

    private static void point(Connection catalog, String location) throws SQLException {
        try (Statement statement = catalog.createStatement()) {
            statement.execute("UPDATE iceberg_tables SET metadata_location = '" + location
                    + "' WHERE table_name = 'failure_ledger'");
        }
    }
}
