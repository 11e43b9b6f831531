// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import io.fieldback.schemas.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * The questions of the feed, each a file of this package, answered once for an epoch as temporary tables
 * {@code watch_…} of its connection. They read the journals and never the ledgers, so they say the same whatever rules
 * made those.
 */
final class FeedTables {
    private static final List<EventType> JOURNALS = List.of(
            EventType.UNIT,
            EventType.SHIPMENT,
            EventType.POPULATION,
            EventType.INSTALLATION,
            EventType.REPAIR,
            EventType.COMPLAINT,
            EventType.RETURN);

    /** Case by case: the watch asks it once, for its failures, and again only for what it tells of. */
    private static final String COUNTED = "counted";

    /** In the order in which they need each other. */
    private static final List<String> ANSWERS =
            List.of("told", "unit_steps", "built_in", "cases", COUNTED, "occurrences", "exposures", "lots", "repairs");

    /** Those of them that lead to the failures. */
    private static final List<String> OF_CASES = List.of("told", "unit_steps", "built_in", "cases", COUNTED);

    private FeedTables() {}

    /** Makes them all. */
    static void make(Connection views) throws SQLException {
        make(views, "table", "view", ANSWERS);
    }

    /** Makes what tells of failures, each as a {@code table} or as a {@code view}. */
    static void makeCases(Connection views, String as) throws SQLException {
        make(views, as, as, OF_CASES);
    }

    private static void make(Connection views, String as, String counted, List<String> answers) throws SQLException {
        try (Statement statement = views.createStatement()) {
            statement.execute("create temp " + as + " watch_superseded as " + sql("superseded"));
            for (EventType type : JOURNALS) {
                statement.execute("create temp view standing_" + type.table() + " as "
                        + sql("standing").replace("{journal}", type.table()).replace("{type}", type.wire()));
            }
            for (String answer : answers) {
                String its = answer.equals(COUNTED) ? counted : as;
                statement.execute("create temp " + its + " watch_" + answer + " as " + sql(answer));
            }
        }
    }

    /** The text of a question. */
    static String sql(String question) {
        String file = question + ".sql";
        try (InputStream in = FeedTables.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read question " + question + " of the feed: " + e.getMessage(), e);
        }
    }
}
