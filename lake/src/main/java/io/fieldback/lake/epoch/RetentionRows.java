// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of the catalog that say what is kept: tags, accounts of expired epochs, files that were replaced. */
final class RetentionRows {
    static final List<String> CREATE = List.of("""
            CREATE TABLE IF NOT EXISTS fieldback_tags (
                name TEXT PRIMARY KEY,
                epoch INTEGER NOT NULL,
                tagged_at TEXT NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS fieldback_folded_accounts (
                epoch INTEGER PRIMARY KEY,
                accounts TEXT NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS fieldback_replaced_files (
                path TEXT PRIMARY KEY,
                epoch INTEGER NOT NULL)
            """);

    private RetentionRows() {}

    static List<EpochTag> tags(Connection connection) throws SQLException {
        List<EpochTag> tags = new ArrayList<>();
        if (!CatalogTables.hasColumn(connection, "fieldback_tags", "name")) {
            return tags;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT name, epoch, tagged_at FROM fieldback_tags" + " ORDER BY epoch, name")) {
            while (row.next()) {
                tags.add(new EpochTag(row.getString(1), row.getLong(2), Instant.parse(row.getString(3))));
            }
        }
        return tags;
    }

    static void insert(Connection connection, EpochTag tag) throws SQLException {
        execute(
                connection,
                "INSERT INTO fieldback_tags VALUES (?, ?, ?)",
                tag.name(),
                tag.epoch(),
                tag.taggedAt().toString());
    }

    static int deleteTag(Connection connection, String name) throws SQLException {
        return execute(connection, "DELETE FROM fieldback_tags WHERE name = ?", name);
    }

    /** Accounts of the expired epochs right before each kept one that has any. */
    static Map<Long, String> folded(Connection connection) throws SQLException {
        Map<Long, String> folded = new TreeMap<>();
        if (!CatalogTables.hasColumn(connection, "fieldback_folded_accounts", "epoch")) {
            return folded;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT epoch, accounts FROM fieldback_folded_accounts")) {
            while (row.next()) {
                folded.put(row.getLong(1), row.getString(2));
            }
        }
        return folded;
    }

    static void replaceFolded(Connection connection, Map<Long, String> folded) throws SQLException {
        execute(connection, "DELETE FROM fieldback_folded_accounts");
        for (Map.Entry<Long, String> each : folded.entrySet()) {
            execute(connection, "INSERT INTO fieldback_folded_accounts VALUES (?, ?)", each.getKey(), each.getValue());
        }
    }

    /** Remembers which epoch took files away; paths are relative to the warehouse. */
    static void replaced(Connection connection, Collection<String> paths, long epoch) throws SQLException {
        for (String path : paths) {
            execute(connection, "INSERT OR REPLACE INTO fieldback_replaced_files VALUES (?, ?)", path, epoch);
        }
    }

    /** The epoch that took each file away, of those that are not deleted yet. */
    static Map<String, Long> replaced(Connection connection) throws SQLException {
        Map<String, Long> replaced = new TreeMap<>();
        if (!CatalogTables.hasColumn(connection, "fieldback_replaced_files", "path")) {
            return replaced;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT path, epoch FROM fieldback_replaced_files")) {
            while (row.next()) {
                replaced.put(row.getString(1), row.getLong(2));
            }
        }
        return replaced;
    }

    static void forgetReplaced(Connection connection, Collection<String> paths) throws SQLException {
        for (String path : paths) {
            execute(connection, "DELETE FROM fieldback_replaced_files WHERE path = ?", path);
        }
    }

    static void deleteEpoch(Connection connection, long number) throws SQLException {
        execute(connection, "DELETE FROM fieldback_epochs WHERE number = ?", number);
    }

    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
