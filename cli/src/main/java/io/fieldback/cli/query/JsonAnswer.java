// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;

/** An array of objects, one a line. */
final class JsonAnswer implements Answer {
    @Override
    public void write(ResultSet rows, PrintWriter out) throws SQLException, IOException {
        int columns = rows.getMetaData().getColumnCount();
        out.print('[');
        String before = "";
        while (rows.next()) {
            out.print(before + "\n");
            before = ",";
            try (JsonGenerator json = Cells.json(out)) {
                json.writeStartObject();
                for (int i = 1; i <= columns; i++) {
                    json.writeFieldName(rows.getMetaData().getColumnLabel(i));
                    Cells.write(json, rows.getObject(i));
                }
                json.writeEndObject();
            }
        }
        out.println("\n]");
    }
}
