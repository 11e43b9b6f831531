// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The manifest list of every snapshot that a kept epoch has. They stand here because the metadata of a table, which is
 * written anew with every epoch, would grow with the number of kept epochs.
 */
final class SnapshotRows {
    static final String CREATE = """
            CREATE TABLE IF NOT EXISTS fieldback_snapshots (
                table_name TEXT NOT NULL,
                snapshot_id INTEGER NOT NULL,
                manifest_list TEXT NOT NULL,
                PRIMARY KEY (table_name, snapshot_id))
            """;

    private SnapshotRows() {}

    /** Whether the catalog has them: an older program made it without. */
    static boolean exist(Connection connection) throws SQLException {
        return CatalogTables.hasColumn(connection, "fieldback_snapshots", "snapshot_id");
    }

    /** {@code list} is the place of the manifest list relative to the warehouse. */
    static void insert(Connection connection, String table, long snapshot, String list) throws SQLException {
        try (PreparedStatement row =
                connection.prepareStatement("INSERT OR REPLACE INTO fieldback_snapshots VALUES (?, ?, ?)")) {
            row.setString(1, table);
            row.setLong(2, snapshot);
            row.setString(3, list);
            row.executeUpdate();
        }
    }

    static Optional<String> list(Connection connection, String table, long snapshot) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "SELECT manifest_list FROM fieldback_snapshots WHERE table_name = ? AND snapshot_id = ?")) {
            row.setString(1, table);
            row.setLong(2, snapshot);
            try (ResultSet found = row.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        }
    }

    /** Manifest list of each snapshot of a table. */
    static Map<Long, String> lists(Connection connection, String table) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement(
                "SELECT snapshot_id, manifest_list FROM fieldback_snapshots WHERE table_name = ?")) {
            rows.setString(1, table);
            Map<Long, String> lists = new TreeMap<>();
            try (ResultSet row = rows.executeQuery()) {
                while (row.next()) {
                    lists.put(row.getLong(1), row.getString(2));
                }
            }
            return lists;
        }
    }

    /** Forgets the snapshots of a table that are not among the kept ones. */
    static void keepOnly(Connection connection, String table, Set<Long> kept) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM fieldback_snapshots WHERE table_name = ? AND snapshot_id = ?")) {
            for (long snapshot : lists(connection, table).keySet()) {
                if (!kept.contains(snapshot)) {
                    delete.setString(1, table);
                    delete.setLong(2, snapshot);
                    delete.executeUpdate();
                }
            }
        }
    }
}
