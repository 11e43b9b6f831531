// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of the catalog, but for generations and epochs: what Iceberg reads, and the settings. */
final class CatalogTables {
    private static final List<String> CREATE = List.of("""
            CREATE TABLE IF NOT EXISTS iceberg_tables (
                catalog_name VARCHAR(255) NOT NULL,
                table_namespace VARCHAR(255) NOT NULL,
                table_name VARCHAR(255) NOT NULL,
                metadata_location VARCHAR(1000),
                previous_metadata_location VARCHAR(1000),
                iceberg_type VARCHAR(5),
                PRIMARY KEY (catalog_name, table_namespace, table_name))
            """, """
            CREATE TABLE IF NOT EXISTS iceberg_namespace_properties (
                catalog_name VARCHAR(255) NOT NULL,
                namespace VARCHAR(255) NOT NULL,
                property_key VARCHAR(255),
                property_value VARCHAR(1000),
                PRIMARY KEY (catalog_name, namespace, property_key))
            """, """
            CREATE TABLE IF NOT EXISTS fieldback_settings (
                name TEXT PRIMARY KEY,
                value TEXT NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS fieldback_generations (
                generation INTEGER PRIMARY KEY,
                who TEXT NOT NULL,
                taken_at TEXT NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS fieldback_epochs (
                number INTEGER PRIMARY KEY,
                lineage TEXT NOT NULL,
                checkpoint_id INTEGER NOT NULL,
                generation INTEGER NOT NULL,
                committed_at TEXT NOT NULL,
                snapshots TEXT NOT NULL,
                positions TEXT NOT NULL,
                accounts TEXT NOT NULL,
                rules_version TEXT NOT NULL,
                zone TEXT NOT NULL,
                key_fingerprint TEXT NOT NULL,
                program_version TEXT NOT NULL,
                kind TEXT NOT NULL DEFAULT 'written',
                UNIQUE (lineage, checkpoint_id))
            """);

    private CatalogTables() {}

    /** Makes what is not there, in a new catalog and in one of an older program. */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : CREATE) {
                statement.execute(sql);
            }
            statement.execute(SnapshotRows.CREATE);
            for (String sql : RetentionRows.CREATE) {
                statement.execute(sql);
            }
        }
        if (!hasColumn(connection, "fieldback_epochs", "kind")) {
            update(connection, "ALTER TABLE fieldback_epochs ADD COLUMN kind TEXT NOT NULL DEFAULT 'written'");
        }
        update(
                connection,
                "INSERT OR IGNORE INTO iceberg_namespace_properties VALUES (?, ?, 'exists', 'true')",
                Catalog.NAME,
                Catalog.NAMESPACE);
    }

    /** Whether a table has a column: an older program made it without. */
    static boolean hasColumn(Connection connection, String table, String column) throws SQLException {
        return pairs(connection, "SELECT name, type FROM pragma_table_info('" + table + "')")
                .containsKey(column);
    }

    /** The settings; none of a catalog that another program began and nobody finished. */
    static Map<String, String> settingsIfAny(Connection connection) throws SQLException {
        return hasColumn(connection, "fieldback_settings", "name") ? settings(connection) : Map.of();
    }

    static Map<String, String> settings(Connection connection) throws SQLException {
        return pairs(connection, "SELECT name, value FROM fieldback_settings");
    }

    static void setting(Connection connection, String name, String value) throws SQLException {
        update(connection, "INSERT OR REPLACE INTO fieldback_settings VALUES (?, ?)", name, value);
    }

    /** Metadata file of each table. */
    static Map<String, String> pointers(Connection connection) throws SQLException {
        return pairs(
                connection,
                "SELECT table_name, metadata_location FROM iceberg_tables WHERE catalog_name = '" + Catalog.NAME
                        + "' AND table_namespace = '" + Catalog.NAMESPACE + "'");
    }

    /** Metadata file that each table had before. */
    static Map<String, String> previousPointers(Connection connection) throws SQLException {
        return pairs(
                connection,
                "SELECT table_name, previous_metadata_location FROM iceberg_tables WHERE catalog_name = '"
                        + Catalog.NAME + "' AND previous_metadata_location IS NOT NULL");
    }

    static void addPointer(Connection connection, String table, String location) throws SQLException {
        update(
                connection,
                "INSERT INTO iceberg_tables VALUES (?, ?, ?, ?, NULL, 'TABLE')",
                Catalog.NAME,
                Catalog.NAMESPACE,
                table,
                location);
    }

    /** Points a table to its new metadata file. Throws if it no longer names the one it was staged from. */
    static void swapPointer(Connection connection, StagedTable table) throws SQLException {
        int swapped = update(
                connection,
                """
                UPDATE iceberg_tables SET metadata_location = ?, previous_metadata_location = ?
                WHERE catalog_name = ? AND table_namespace = ? AND table_name = ? AND metadata_location = ?
                """,
                table.newLocation(),
                table.oldLocation(),
                Catalog.NAME,
                Catalog.NAMESPACE,
                table.name(),
                table.oldLocation());
        if (swapped != 1) {
            throw new LakeException("Cannot point table " + table.name() + " to its new metadata: it was changed");
        }
    }

    private static Map<String, String> pairs(Connection connection, String sql) throws SQLException {
        Map<String, String> pairs = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }

    private static int update(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
