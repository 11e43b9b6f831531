// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Lets one SELECT pass and nothing else. The sandbox alone does not: it still lets {@code COPY … TO} write into the
 * warehouse. DuckDB's own parser decides, as only it knows what a text is.
 */
final class SelectOnly {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SelectOnly() {}

    /** Throws {@link IllegalArgumentException} if the text is anything but one SELECT. */
    static void check(Connection connection, String sql) throws SQLException {
        JsonNode parsed;
        try (PreparedStatement statement =
                connection.prepareStatement("select json_serialize_sql(?::varchar)::varchar")) {
            statement.setString(1, sql);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                parsed = JSON.readTree(answer.getString(1));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read query: DuckDB does not say what it is", e);
        }
        if (parsed.path("error").asBoolean()) {
            String why = parsed.path("error_message").asText();
            throw new IllegalArgumentException(
                    why.contains("SELECT statements")
                            ? "Cannot run query: only SELECT is allowed, the warehouse is read only"
                            : "Cannot read query: " + why);
        }
        int statements = parsed.path("statements").size();
        if (statements != 1) {
            throw new IllegalArgumentException("Cannot run query: it has " + statements + " statements, give one");
        }
    }
}
