// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks DuckDB. Each question is a statement of its own, because a failed one closes its statement. */
public final class Database {
    private final Connection connection;

    /** Asks over a connection that the caller closes. */
    public Database(Connection connection) {
        this.connection = connection;
    }

    /** The rows of a query; {@code ?} stand for the parameters. */
    public List<Row> rows(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet answer = statement.executeQuery()) {
                return rows(answer);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot answer " + first(sql) + ": " + e.getMessage(), e);
        }
    }

    /** The only row of a query that has one. */
    public Row row(String sql, @Nullable Object... parameters) {
        List<Row> rows = rows(sql, parameters);
        if (rows.size() != 1) {
            throw new IllegalStateException(
                    "Cannot answer " + first(sql) + ": it has " + rows.size() + " rows where one is expected");
        }
        return rows.get(0);
    }

    /** Runs a statement that answers nothing. */
    public void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot run " + first(sql) + ": " + e.getMessage(), e);
        }
    }

    /** Whether there is a table or view of this name. */
    public boolean has(String table) {
        return !rows("select 1 from information_schema.tables where table_name = ? limit 1", table)
                .isEmpty();
    }

    private static List<Row> rows(ResultSet answer) throws SQLException {
        ResultSetMetaData head = answer.getMetaData();
        List<Row> rows = new ArrayList<>();
        while (answer.next()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 1; i <= head.getColumnCount(); i++) {
                values.put(head.getColumnLabel(i), answer.getObject(i));
            }
            rows.add(new Row(values));
        }
        return rows;
    }

    /** The first line: of a model its question. */
    private static String first(String sql) {
        return sql.lines().findFirst().orElse("").replaceFirst("^-- ", "");
    }
}
