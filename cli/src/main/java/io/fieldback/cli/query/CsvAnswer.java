// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;

/** RFC 4180 with a line of names; null is an empty field, an empty text is {@code ""}. */
final class CsvAnswer implements Answer {
    @Override
    public void write(ResultSet rows, PrintWriter out) throws SQLException, IOException {
        int columns = rows.getMetaData().getColumnCount();
        for (int i = 1; i <= columns; i++) {
            out.print((i == 1 ? "" : ",") + field(rows.getMetaData().getColumnLabel(i)));
        }
        out.print("\r\n");
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                Object value = rows.getObject(i);
                out.print((i == 1 ? "" : ",") + (value == null ? "" : field(Cells.text(value))));
            }
            out.print("\r\n");
        }
    }

    private static String field(String text) {
        boolean quoted = text.isEmpty() || text.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0);
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
