// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;

/** RFC 4180 with a line of names; null is an empty field, an empty text is {@code ""}. */
final class CsvAnswer implements Answer {
    @Override
    public void write(Rows rows, PrintWriter out) throws SQLException, IOException {
        List<String> names = rows.names();
        for (int i = 0; i < names.size(); i++) {
            out.print((i == 0 ? "" : ",") + field(names.get(i)));
        }
        out.print("\r\n");
        while (rows.next()) {
            for (int i = 0; i < names.size(); i++) {
                Object value = rows.value(i);
                out.print((i == 0 ? "" : ",") + (value == null ? "" : field(Cells.text(value))));
            }
            out.print("\r\n");
        }
    }

    private static String field(String text) {
        boolean quoted = text.isEmpty() || text.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0);
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
