// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;

/** An array of objects, one a line. */
final class JsonAnswer implements Answer {
    @Override
    public void write(Rows rows, PrintWriter out) throws SQLException, IOException {
        List<String> names = rows.names();
        out.print('[');
        String before = "";
        while (rows.next()) {
            out.print(before + "\n");
            before = ",";
            try (JsonGenerator json = Cells.json(out)) {
                json.writeStartObject();
                for (int i = 0; i < names.size(); i++) {
                    json.writeFieldName(names.get(i));
                    Cells.write(json, rows.value(i));
                }
                json.writeEndObject();
            }
        }
        out.println("\n]");
    }
}
