// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.reading;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochAccounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** What the catalog tells of epochs, as tables: which one this is, and the accounts up to it. */
final class EpochTables {
    private EpochTables() {}

    /** {@code fieldback_epoch}, one row: the epoch that is open and what it is seen as of. */
    static void epoch(Connection connection, Epoch epoch, Optional<LocalDate> asOf) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE fieldback_epoch (
                        number BIGINT,
                        committed_at TIMESTAMP WITH TIME ZONE,
                        as_of DATE,
                        zone VARCHAR,
                        lineage VARCHAR,
                        checkpoint_id BIGINT,
                        generation BIGINT,
                        rules_version VARCHAR,
                        key_fingerprint VARCHAR,
                        program_version VARCHAR,
                        positions JSON)
                    """);
        }
        try (PreparedStatement row =
                connection.prepareStatement("INSERT INTO fieldback_epoch VALUES (?,?,?,?,?,?,?,?,?,?,?)")) {
            row.setLong(1, epoch.number());
            row.setObject(2, epoch.committedAt().atOffset(ZoneOffset.UTC));
            row.setObject(3, asOf.orElse(null));
            row.setString(4, epoch.zone());
            row.setString(5, epoch.lineage());
            row.setLong(6, epoch.checkpointId());
            row.setLong(7, epoch.generation());
            row.setString(8, epoch.rulesVersion());
            row.setString(9, epoch.keyFingerprint());
            row.setString(10, epoch.programVersion());
            row.setString(11, epoch.positionsJson());
            row.execute();
        }
    }

    /** {@code intake_accounts}: the accounts of these epochs. */
    static void accounts(Connection connection, List<EpochAccounts> epochs) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + AsKnown.INTERNAL
                    + ".accounts (lineage VARCHAR, checkpoint_id BIGINT, accounts VARCHAR)");
        }
        try (DuckDBAppender rows =
                connection.unwrap(DuckDBConnection.class).createAppender(AsKnown.INTERNAL, "accounts")) {
            for (EpochAccounts epoch : epochs) {
                rows.beginRow();
                rows.append(epoch.lineage());
                rows.append(epoch.checkpointId());
                rows.append(epoch.accountsJson());
                rows.endRow();
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE VIEW intake_accounts AS
                    SELECT
                        account.source,
                        account.seen_in,
                        checkpoint_id AS epoch,
                        lineage,
                        account.read_records,
                        account.new_contents,
                        account.duplicates,
                        account.rejected
                    FROM (
                        SELECT
                            lineage,
                            checkpoint_id,
                            unnest(json_transform(accounts, '[{
                                "source": "VARCHAR",
                                "seen_in": "VARCHAR",
                                "read_records": "BIGINT",
                                "new_contents": "BIGINT",
                                "duplicates": "BIGINT",
                                "rejected": "BIGINT"
                            }]')) AS account
                        FROM %s.accounts
                    )
                    """.formatted(AsKnown.INTERNAL));
        }
    }
}
