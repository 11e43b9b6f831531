// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.query.QueryViews;
import io.fieldback.schemas.alert.AlertChange;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cases that an alert counted, as a Parquet file: its column {@code cases} sums up to what was observed. */
public final class AlertSlice {
    private static final Pattern COUNT =
            Pattern.compile("select coalesce\\(sum\\(cases\\), 0\\) as observed (from watched_cases where [^;]+)");

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertSlice() {}

    /**
     * Writes the cases behind the figures that an alert was last told with.
     *
     * @throws IllegalArgumentException if its evidence has no count to write
     */
    public static void write(Connection epoch, ZoneId zone, AlertState state, Path file) throws SQLException {
        AlertChange finding = state.finding();
        Matcher count = COUNT.matcher(sql(finding.evidence()));
        if (!count.matches()) {
            throw new IllegalArgumentException("Cannot write what alert " + state.alertId()
                    + " counted: its evidence has no SQL over watched_cases");
        }
        String rows = "select * " + count.group(1) + " order by all";
        QueryViews.define(epoch, zone, Optional.empty(), rows);
        try (Statement statement = epoch.createStatement()) {
            String quoted = file.toAbsolutePath().toString().replace("'", "''");
            statement.execute("copy (" + rows + ") to '" + quoted + "' (format parquet)");
        }
    }

    private static String sql(@Nullable String evidence) {
        try {
            return evidence == null ? "" : JSON.readTree(evidence).path("sql").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
