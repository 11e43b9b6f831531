// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.spool;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** The file of a spool, {@code delivery.db} in the folder of a warehouse. */
public final class SpoolFile {
    /** Its name. */
    public static final String NAME = "delivery.db";

    private static final int BUSY_MILLIS = 10_000;

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS reading (
                one INTEGER PRIMARY KEY CHECK (one = 1),
                epoch INTEGER NOT NULL,
                committed_at INTEGER NOT NULL,
                news_since INTEGER NOT NULL,
                held_until INTEGER NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS changes (
                change_id TEXT PRIMARY KEY,
                alert_id TEXT NOT NULL,
                change TEXT NOT NULL,
                seen_at INTEGER NOT NULL,
                content TEXT NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS tellings (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                change_id TEXT NOT NULL,
                channel TEXT NOT NULL,
                told_at INTEGER,
                tries INTEGER NOT NULL DEFAULT 0,
                next_at INTEGER NOT NULL DEFAULT 0,
                problem TEXT,
                UNIQUE (change_id, channel))
            """, "CREATE INDEX IF NOT EXISTS waiting ON tellings (channel, number) WHERE told_at IS NULL");

    private SpoolFile() {}

    /** What delivery added to the alerts of a warehouse: superiors that were told. Nothing if it never delivered. */
    public static List<AlertChange> escalations(Path folder) {
        if (!Files.isRegularFile(folder.resolve(NAME))) {
            return List.of();
        }
        try (Connection connection = connect(folder);
                PreparedStatement query =
                        connection.prepareStatement("SELECT content FROM changes WHERE change = ? ORDER BY seen_at")) {
            query.setString(1, Change.ESCALATED.code());
            try (ResultSet row = query.executeQuery()) {
                List<AlertChange> changes = new ArrayList<>();
                while (row.next()) {
                    changes.add(ChangeJson.read(row.getString(1)));
                }
                return changes;
            }
        } catch (SQLException e) {
            throw failure("read", folder, e);
        }
    }

    static Connection open(Path folder) {
        try {
            Connection connection = connect(folder);
            for (String table : TABLES) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(table);
                }
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw failure("open", folder, e);
        }
    }

    static IllegalStateException failure(String what, Path folder, SQLException e) {
        return new IllegalStateException(
                "Cannot " + what + " spool " + folder.resolve(NAME) + ": " + e.getMessage(), e);
    }

    /** A note that a power cut takes back costs a repeat, never a loss: so no note waits for the disk. */
    private static Connection connect(Path folder) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        return config.createConnection("jdbc:sqlite:" + folder.resolve(NAME));
    }
}
