// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import io.fieldback.cli.terminal.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Columns for people. */
final class TableAnswer implements Answer {
    @Override
    public void write(Rows rows, PrintWriter out) throws SQLException, IOException {
        List<String> heads = rows.names();
        List<Boolean> figures = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            figures.add(rows.isFigure(i));
        }
        TextTable table = TextTable.of(heads, figures);
        while (rows.next()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                Object value = rows.value(i);
                // A line break inside a cell would break the table.
                cells.add(
                        value == null ? "" : Cells.text(value).replace("\r", "").replace('\n', ' '));
            }
            table.add(cells);
        }
        table.print(out);
    }
}
