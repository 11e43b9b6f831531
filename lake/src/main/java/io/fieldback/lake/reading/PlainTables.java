// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.reading;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.LakeException;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.schemas.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Properties;

/**
 * Opens some tables of an epoch in DuckDB, with those rows that may be known after a day, as they were written: a content
 * as it was first read, whether or not it was seen again or is superseded. For who asks often and little;
 * {@link EpochViews} makes views of everything first.
 */
public final class PlainTables {
    private PlainTables() {}

    /**
     * A connection to a DuckDB of its own, in memory, to be closed by the caller.
     *
     * @param tables each has a column {@code known_on}
     * @param day files all of whose rows were known by then are left out, days since 1970
     */
    public static Connection knownAfter(Warehouse warehouse, Epoch epoch, Collection<Table> tables, int day) {
        try {
            Connection connection = database();
            try (Statement statement = connection.createStatement()) {
                for (Table table : tables) {
                    List<Path> files = warehouse.filesAfter(epoch, table.name(), "known_on", day);
                    statement.execute(
                            files.isEmpty()
                                    ? TableScan.empty(table)
                                    : "CREATE VIEW " + DuckTypes.name(table.name()) + " AS "
                                            + TableScan.sql(table, warehouse.fieldIds(table.name()), files));
                }
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new LakeException(
                    "Cannot open tables of epoch " + epoch.number() + " of " + warehouse.folder() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** An empty DuckDB in memory that loads nothing from elsewhere. */
    static Connection database() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return DriverManager.getConnection("jdbc:duckdb:", settings);
    }
}
