// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * The database file of a warehouse. It has the tables of Iceberg's JDBC catalog, schema version 1, so that any Iceberg
 * client reads it, and Fieldback's own beside them.
 */
final class Catalog {
    /** Name of the file in the warehouse folder. */
    static final String FILE = "catalog.db";
    /** Name that an Iceberg client gives the catalog. */
    static final String NAME = "fieldback";
    /** Namespace of the tables. */
    static final String NAMESPACE = "fieldback";

    private static final int BUSY_MILLIS = 60_000;
    private static final int PAUSE_MILLIS = 20;

    private final Path file;

    Catalog(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads; each statement sees whole transactions only. {@code what} completes "Cannot …" should it fail. */
    <T> T read(String what, Work<T> work) {
        try (Connection connection = connect()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(what, e);
        }
    }

    /** Reads and writes in one transaction, which excludes other writers from its start. */
    <T> T write(String what, Work<T> work) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(what, e);
        }
    }

    private Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        for (int attempt = 1; ; attempt++) {
            try {
                return config.createConnection("jdbc:sqlite:" + file);
            } catch (SQLException e) {
                // While another makes the file SQLite refuses at once, whatever the busy time.
                if (e.getErrorCode() != SQLiteErrorCode.SQLITE_BUSY.code || attempt * PAUSE_MILLIS >= BUSY_MILLIS) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
            }
        }
    }

    private LakeException failure(String what, SQLException e) {
        return new LakeException("Cannot " + what + " in " + file + ": " + e.getMessage(), e);
    }
}
