// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.spool;

import io.fieldback.schemas.alert.AlertChange;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is to be told to each channel, and what was. A change and all it must be told to are put in with the epoch it was
 * read from, in one transaction; it is struck out for a channel after the channel has taken it. A crash between the two
 * gives a repeat with the same id. Thread-safe; one process at a time.
 */
public final class Spool implements AutoCloseable {
    private final Path folder;
    private final SpoolLock lock;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Spool(Path folder, SpoolLock lock, Connection connection) {
        this.folder = folder;
        this.lock = lock;
        this.connection = connection;
    }

    /**
     * A change to be told.
     *
     * @param change what happened
     * @param seenAt when delivery read it
     * @param channels that are to be told; may be none
     */
    public record Entry(AlertChange change, Instant seenAt, List<String> channels) {
        /** Copies the list. */
        public Entry {
            channels = List.copyOf(channels);
        }
    }

    /** The spool of a warehouse, made if there is none. Throws if another process has it open. */
    public static Spool open(Path folder) {
        SpoolLock lock = SpoolLock.take(folder);
        try {
            return new Spool(folder, lock, SpoolFile.open(folder));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The last epoch that was read; empty before the first. */
    public synchronized OptionalLong epoch() {
        return reading().map(reading -> OptionalLong.of(reading.epoch())).orElse(OptionalLong.empty());
    }

    /** What stands in the spool of its reader. */
    public synchronized Optional<Reading> reading() {
        return ask(
                "SELECT epoch, committed_at, news_since, held_until FROM reading",
                row -> row.next()
                        ? Optional.of(new Reading(
                                row.getLong(1),
                                Instant.ofEpochMilli(row.getLong(2)),
                                Instant.ofEpochMilli(row.getLong(3)),
                                Instant.ofEpochMilli(row.getLong(4))))
                        : Optional.empty());
    }

    /** Puts in what an epoch brought and how far reading has come, all of it or nothing; known changes stay as they are. */
    public synchronized void take(Reading reading, List<Entry> entries) {
        write(() -> {
            entries.forEach(this::put);
            run(
                    "INSERT OR REPLACE INTO reading VALUES (1, ?, ?, ?, ?)",
                    reading.epoch(),
                    reading.committedAt().toEpochMilli(),
                    reading.newsSince().toEpochMilli(),
                    reading.heldUntil().toEpochMilli());
        });
    }

    /** Puts in what delivery itself decided. */
    public synchronized void add(Entry entry) {
        write(() -> put(entry));
    }

    /** Whether a change was put in. */
    public synchronized boolean knows(String changeId) {
        return ask("SELECT 1 FROM changes WHERE change_id = ?", ResultSet::next, changeId);
    }

    /** All changes that were put in, with nothing of channels, in the order in which they came. */
    public synchronized List<Entry> entries() {
        return ask("SELECT content, seen_at FROM changes ORDER BY seen_at, rowid", row -> {
            List<Entry> entries = new ArrayList<>();
            while (row.next()) {
                entries.add(
                        new Entry(ChangeJson.read(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)), List.of()));
            }
            return entries;
        });
    }

    /** What a channel is to be told now, in the order in which it came; what it refused only when that is due again. */
    public synchronized List<AlertChange> waiting(String channel, Instant now, int limit) {
        return ask(
                "SELECT content FROM tellings JOIN changes USING (change_id)"
                        + " WHERE channel = ? AND told_at IS NULL AND next_at <= ? ORDER BY number LIMIT ?",
                row -> {
                    List<AlertChange> changes = new ArrayList<>();
                    while (row.next()) {
                        changes.add(ChangeJson.read(row.getString(1)));
                    }
                    return changes;
                },
                channel,
                now.toEpochMilli(),
                limit);
    }

    /** How many changes wait for a channel, those it refused among them. */
    public synchronized long count(String channel) {
        return ask(
                "SELECT count(*) FROM tellings WHERE channel = ? AND told_at IS NULL",
                row -> row.next() ? row.getLong(1) : 0L,
                channel);
    }

    /** Notes that a channel has taken changes. */
    public synchronized void told(String channel, List<AlertChange> changes, Instant at) {
        write(() -> changes.forEach(change -> run(
                "UPDATE tellings SET told_at = ?, problem = NULL WHERE channel = ? AND change_id = ?",
                at.toEpochMilli(),
                channel,
                change.changeId())));
    }

    /** Notes that a channel refused this one change, which is tried again at a time. Gives how often it did. */
    public synchronized int refused(String channel, AlertChange change, String problem, Instant next) {
        write(() -> run(
                "UPDATE tellings SET tries = tries + 1, next_at = ?, problem = ? WHERE channel = ? AND change_id = ?",
                next.toEpochMilli(),
                problem,
                channel,
                change.changeId()));
        return ask(
                "SELECT tries FROM tellings WHERE channel = ? AND change_id = ?",
                row -> row.next() ? row.getInt(1) : 0,
                channel,
                change.changeId());
    }

    /** Alerts of which a channel has taken a change. */
    public synchronized Set<String> alertsTold(String channel) {
        return ask(
                "SELECT DISTINCT alert_id FROM tellings JOIN changes USING (change_id)"
                        + " WHERE channel = ? AND told_at IS NOT NULL",
                row -> {
                    Set<String> alerts = new HashSet<>();
                    while (row.next()) {
                        alerts.add(row.getString(1));
                    }
                    return alerts;
                },
                channel);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SpoolFile.failure("close", folder, e);
        } finally {
            lock.close();
        }
    }

    private void put(Entry entry) {
        AlertChange change = entry.change();
        run(
                "INSERT OR IGNORE INTO changes VALUES (?, ?, ?, ?, ?)",
                change.changeId(),
                change.alertId(),
                change.change().code(),
                entry.seenAt().toEpochMilli(),
                ChangeJson.write(change));
        for (String channel : entry.channels()) {
            run("INSERT OR IGNORE INTO tellings (change_id, channel) VALUES (?, ?)", change.changeId(), channel);
        }
    }

    private void write(Runnable work) {
        try {
            try {
                work.run();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw SpoolFile.failure("write", folder, e);
        }
    }

    private void run(String sql, Object... values) {
        try {
            PreparedStatement statement = statement(sql);
            fill(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw SpoolFile.failure("write", folder, e);
        }
    }

    /** What is made of the rows of an answer. */
    private interface Answer<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T ask(String sql, Answer<T> answer, Object... values) {
        try {
            PreparedStatement statement = statement(sql);
            fill(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                T result = answer.of(rows);
                connection.commit();
                return result;
            }
        } catch (SQLException e) {
            throw SpoolFile.failure("read", folder, e);
        }
    }

    /** Each is asked many times and prepared once; the connection closes them. */
    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
