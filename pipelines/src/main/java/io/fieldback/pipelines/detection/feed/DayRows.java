// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import io.fieldback.pipelines.detection.Occurrence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of one of the feed's tables in the order of their known days, handed out day by day. */
final class DayRows<T> implements AutoCloseable {
    private static final int KNOWN_ON = 1;

    private final Statement statement;
    private final ResultSet rows;
    private final Form<T> form;
    private boolean more;

    private DayRows(Statement statement, ResultSet rows, Form<T> form) throws SQLException {
        this.statement = statement;
        this.rows = rows;
        this.form = form;
        this.more = rows.next();
    }

    /** What a row becomes. */
    @FunctionalInterface
    interface Form<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The rows of a table that became known after a day. Equal days come in one order, so that sums do. */
    static <T> DayRows<T> after(Connection views, String table, int day, Form<T> form) throws SQLException {
        Statement statement = views.createStatement();
        try {
            return new DayRows<>(
                    statement,
                    statement.executeQuery("select * from " + table + " where known_on > " + day + " order by all"),
                    form);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Hands out those of a day and before that were not handed out yet. */
    void until(int day, Consumer<T> to) throws SQLException {
        while (more && rows.getInt(KNOWN_ON) <= day) {
            to.accept(form.of(rows));
            more = rows.next();
        }
    }

    /** A month or age, or {@link Occurrence#UNKNOWN}. */
    static int orUnknown(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Occurrence.UNKNOWN : value;
    }

    /** A text; null where there is none or an empty one. */
    static @Nullable String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
