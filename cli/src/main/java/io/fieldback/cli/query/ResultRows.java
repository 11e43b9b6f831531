// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that DuckDB answers. */
record ResultRows(ResultSet rows) implements Rows {
    private static final Set<Integer> FIGURES = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.NUMERIC,
            Types.DECIMAL,
            Types.REAL,
            Types.FLOAT,
            Types.DOUBLE);

    @Override
    public List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            names.add(rows.getMetaData().getColumnLabel(i));
        }
        return names;
    }

    @Override
    public boolean isFigure(int column) throws SQLException {
        ResultSetMetaData head = rows.getMetaData();
        return FIGURES.contains(head.getColumnType(column + 1))
                || head.getColumnTypeName(column + 1).endsWith("INT");
    }

    @Override
    public boolean next() throws SQLException {
        return rows.next();
    }

    @Override
    public @Nullable Object value(int column) throws SQLException {
        return rows.getObject(column + 1);
    }
}
