// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.reading;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.LakeException;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Opens an epoch in DuckDB: each table as a view of its name, the newest contents of each journal as
 * {@code <journal>_current}, {@code alert_changes} and {@code alerts_current}, {@code intake_accounts}, and
 * {@code fieldback_epoch} with the epoch itself. Rows stay in their files until a query wants them.
 */
public final class EpochViews {
    private final Connection connection;
    private final Warehouse warehouse;
    private final Epoch epoch;
    private final AsKnown known;

    private EpochViews(Connection connection, Warehouse warehouse, Epoch epoch, Optional<LocalDate> asOf) {
        this.connection = connection;
        this.warehouse = warehouse;
        this.epoch = epoch;
        this.known = new AsKnown(asOf);
    }

    /**
     * A connection to a DuckDB of its own, in memory, to be closed by the caller.
     *
     * @param asOf shows what was known on that day; all that is known if empty
     */
    public static Connection open(Warehouse warehouse, Epoch epoch, Optional<LocalDate> asOf) {
        try {
            Connection connection = PlainTables.database();
            try {
                new EpochViews(connection, warehouse, epoch, asOf).create(asOf);
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new LakeException(
                    "Cannot open epoch " + epoch.number() + " of " + warehouse.folder() + ": " + e.getMessage(), e);
        }
    }

    private void create(Optional<LocalDate> asOf) throws SQLException {
        execute("SET TimeZone = " + DuckTypes.text(epoch.zone()));
        execute("CREATE SCHEMA " + AsKnown.INTERNAL);
        Map<String, Table> tables = tables();
        Map<String, EventType> journals = new TreeMap<>();
        for (EventType type : EventType.values()) {
            journals.put(type.table(), type);
        }
        for (Table table : tables.values()) {
            if (!journals.containsKey(table.name())) {
                rows(table);
            }
        }
        execute(known.resighted());
        execute(known.superseded());
        Set<String> resighted = resightedTypes();
        for (Map.Entry<String, EventType> journal : journals.entrySet()) {
            EventType type = journal.getValue();
            journal(Objects.requireNonNull(tables.get(journal.getKey())), type, resighted.contains(type.wire()));
        }
        execute(AlertViews.CHANGES);
        execute(AlertViews.current(LastDay.of(warehouse, epoch, asOf)));
        EpochTables.epoch(connection, epoch, asOf);
        EpochTables.accounts(connection, warehouse.accounts(epoch.number()));
    }

    /** The tables of the warehouse, and those that this program knows and the warehouse does not have yet. */
    private Map<String, Table> tables() {
        Map<String, Table> tables = new TreeMap<>();
        Tables.all().forEach(table -> tables.put(table.name(), table));
        warehouse.tables().forEach(table -> tables.put(table.name(), table));
        return tables;
    }

    private void rows(Table table) throws SQLException {
        List<Path> files = warehouse.files(epoch, table.name());
        if (files.isEmpty()) {
            execute(TableScan.empty(table));
        } else {
            view(table.name(), known.rows(scan(table, files), dayColumn(table.name())));
        }
    }

    private void journal(Table table, EventType type, boolean resighted) throws SQLException {
        List<Path> files = warehouse.files(epoch, table.name());
        if (files.isEmpty()) {
            execute(TableScan.empty(table));
            view(table.name() + "_current", "SELECT * FROM " + table.name());
            return;
        }
        String scan = scan(table, files);
        view(table.name(), resighted ? known.journal(scan, type) : known.journal(scan));
        view(table.name() + "_current", AsKnown.current(type));
    }

    private String scan(Table table, List<Path> files) {
        return TableScan.sql(table, warehouse.fieldIds(table.name()), files);
    }

    /** The column that says from which day on a row is known. */
    private static String dayColumn(String table) {
        return table.equals(Tables.SUPERSESSIONS.name()) ? "superseded_on" : "known_on";
    }

    private Set<String> resightedTypes() throws SQLException {
        Set<String> types = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT DISTINCT type FROM " + AsKnown.INTERNAL + ".resighted")) {
            while (rows.next()) {
                types.add(rows.getString(1));
            }
        }
        return types;
    }

    private void view(String name, String query) throws SQLException {
        execute("CREATE VIEW " + DuckTypes.name(name) + " AS " + query);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
