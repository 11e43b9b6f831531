// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of generations and epochs in the catalog. */
final class EpochRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSERT = """
            INSERT INTO fieldback_epochs (number, kind, lineage, checkpoint_id, generation, committed_at, snapshots,
                positions, accounts, rules_version, zone, key_fingerprint, program_version)
            VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)
            """;
    /** What an older program wrote has no kind: there was but one. */
    private static final String WITHOUT_KIND =
            "(SELECT *, '" + EpochKind.WRITTEN.code() + "' AS kind FROM fieldback_epochs) ";

    private EpochRows() {}

    static List<Epoch> all(Connection connection) throws SQLException {
        return epochs(connection, "ORDER BY number");
    }

    /** Number, kind and time of all epochs, oldest first. */
    static List<KeptEpochs.Age> ages(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT number, kind, committed_at FROM " + from(connection) + "ORDER BY number")) {
            List<KeptEpochs.Age> ages = new ArrayList<>();
            while (row.next()) {
                ages.add(new KeptEpochs.Age(
                        row.getLong(1), EpochKind.of(row.getString(2)), Instant.parse(row.getString(3))));
            }
            return ages;
        }
    }

    /** The snapshots of every epoch. */
    static Map<Long, Map<String, Long>> snapshots(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT number, snapshots FROM fieldback_epochs")) {
            Map<Long, Map<String, Long>> snapshots = new TreeMap<>();
            while (row.next()) {
                snapshots.put(row.getLong(1), snapshots(row.getString(2)));
            }
            return snapshots;
        }
    }

    /**
     * Only these columns: positions name every file ever read, in every epoch. Those of expired epochs come as one for
     * the kept epoch after them.
     */
    static List<EpochAccounts> accounts(Connection connection, long upTo) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT number, lineage, checkpoint_id, accounts FROM fieldback_epochs
                WHERE number <= ? AND accounts <> '[]' ORDER BY number
                """)) {
            fill(statement, upTo);
            List<EpochAccounts> accounts = new ArrayList<>();
            RetentionRows.folded(connection).forEach((epoch, sum) -> {
                if (epoch <= upTo) {
                    accounts.add(new EpochAccounts(epoch, AccountFolding.LINEAGE, epoch, sum));
                }
            });
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    accounts.add(new EpochAccounts(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)));
                }
            }
            return accounts;
        }
    }

    /** The accounts that stand in the rows of epochs. */
    static Map<Long, String> accounts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT number, accounts FROM fieldback_epochs WHERE accounts <> '[]'")) {
            Map<Long, String> accounts = new TreeMap<>();
            while (row.next()) {
                accounts.put(row.getLong(1), row.getString(2));
            }
            return accounts;
        }
    }

    static Optional<Epoch> newest(Connection connection) throws SQLException {
        return epochs(connection, "ORDER BY number DESC LIMIT 1").stream().findFirst();
    }

    /** The newest that a state of the job is compared with. */
    static Optional<Epoch> newestWritten(Connection connection) throws SQLException {
        String kinds = Stream.of(EpochKind.values())
                .filter(EpochKind::knownToState)
                .map(kind -> "'" + kind.code() + "'")
                .collect(Collectors.joining(","));
        return epochs(connection, "WHERE kind IN (" + kinds + ") ORDER BY number DESC LIMIT 1").stream()
                .findFirst();
    }

    static Optional<Epoch> numbered(Connection connection, long number) throws SQLException {
        return epochs(connection, "WHERE number = ?", number).stream().findFirst();
    }

    static Optional<Epoch> of(Connection connection, String lineage, long checkpointId) throws SQLException {
        return epochs(connection, "WHERE lineage = ? AND checkpoint_id = ?", lineage, checkpointId).stream()
                .findFirst();
    }

    static void insert(Connection connection, Epoch epoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            fill(
                    statement,
                    epoch.number(),
                    epoch.kind().code(),
                    epoch.lineage(),
                    epoch.checkpointId(),
                    epoch.generation(),
                    epoch.committedAt().toString(),
                    json(epoch.snapshots()),
                    epoch.positionsJson(),
                    epoch.accountsJson(),
                    epoch.rulesVersion(),
                    epoch.zone(),
                    epoch.keyFingerprint(),
                    epoch.programVersion());
            statement.executeUpdate();
        }
    }

    static Optional<Generation> newestGeneration(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT generation, who, taken_at FROM fieldback_generations"
                        + " ORDER BY generation DESC LIMIT 1")) {
            return row.next()
                    ? Optional.of(new Generation(row.getLong(1), row.getString(2), Instant.parse(row.getString(3))))
                    : Optional.empty();
        }
    }

    /** Throws {@link FencedException} if another process has taken the warehouse over. */
    static void checkOwner(Connection connection, Generation own) throws SQLException {
        Optional<Generation> owner = newestGeneration(connection);
        if (owner.isPresent() && owner.get().number() != own.number()) {
            throw new FencedException(owner.get());
        }
    }

    static void insert(Connection connection, Generation generation) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO fieldback_generations VALUES (?,?,?)")) {
            fill(
                    statement,
                    generation.number(),
                    generation.who(),
                    generation.takenAt().toString());
            statement.executeUpdate();
        }
    }

    private static String from(Connection connection) throws SQLException {
        return CatalogTables.hasColumn(connection, "fieldback_epochs", "kind") ? "fieldback_epochs " : WITHOUT_KIND;
    }

    private static List<Epoch> epochs(Connection connection, String which, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + from(connection) + which)) {
            fill(statement, values);
            List<Epoch> epochs = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    epochs.add(epoch(row));
                }
            }
            return epochs;
        }
    }

    private static Epoch epoch(ResultSet row) throws SQLException {
        return new Epoch(
                row.getLong("number"),
                EpochKind.of(row.getString("kind")),
                row.getString("lineage"),
                row.getLong("checkpoint_id"),
                row.getLong("generation"),
                Instant.parse(row.getString("committed_at")),
                snapshots(row.getString("snapshots")),
                row.getString("positions"),
                row.getString("accounts"),
                row.getString("rules_version"),
                row.getString("zone"),
                row.getString("key_fingerprint"),
                row.getString("program_version"));
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static String json(Map<String, Long> snapshots) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(snapshots));
        } catch (JsonProcessingException e) {
            throw new LakeException("Cannot write snapshots " + snapshots + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Long> snapshots(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new LakeException("Cannot read snapshots " + json + ": " + e.getMessage(), e);
        }
    }
}
