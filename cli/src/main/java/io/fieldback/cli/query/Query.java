// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import io.fieldback.cli.query.Answer.Format;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Answers one SELECT over an opened epoch. */
public final class Query {
    private Query() {}

    /**
     * Writes the answer. The connection is confined to the warehouse, for good.
     *
     * @param format {@code table}, {@code csv} or {@code json}
     * @throws IllegalArgumentException with a sentence if the text is no SELECT or cannot be answered
     */
    public static void answer(Connection epoch, Path warehouse, String sql, Format format, PrintWriter out)
            throws SQLException, IOException {
        Sandbox.confine(epoch, warehouse);
        SelectOnly.check(epoch, sql);
        try (Statement statement = epoch.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            format.answer().write(new ResultRows(rows), out);
        } catch (SQLException e) {
            throw new IllegalArgumentException("Cannot answer query: " + e.getMessage(), e);
        }
    }
}
