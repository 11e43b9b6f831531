// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import io.fieldback.cli.terminal.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Columns for people. */
final class TableAnswer implements Answer {
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
    public void write(ResultSet rows, PrintWriter out) throws SQLException, IOException {
        ResultSetMetaData head = rows.getMetaData();
        List<String> heads = new ArrayList<>();
        List<Boolean> figures = new ArrayList<>();
        for (int i = 1; i <= head.getColumnCount(); i++) {
            heads.add(head.getColumnLabel(i));
            figures.add(FIGURES.contains(head.getColumnType(i))
                    || head.getColumnTypeName(i).endsWith("INT"));
        }
        TextTable table = TextTable.of(heads, figures);
        while (rows.next()) {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i <= heads.size(); i++) {
                Object value = rows.getObject(i);
                // A line break inside a cell would break the table.
                cells.add(
                        value == null ? "" : Cells.text(value).replace("\r", "").replace('\n', ' '));
            }
            table.add(cells);
        }
        table.print(out);
    }
}
