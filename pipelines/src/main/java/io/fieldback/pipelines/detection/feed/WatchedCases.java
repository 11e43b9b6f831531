// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import io.fieldback.lake.epoch.LakeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Model {@code watched_cases}: the failures as the watch counts them, for queries of people. What an alert counted is
 * counted again in it by the SQL of its evidence.
 */
public final class WatchedCases {
    /** Its name. */
    public static final String MODEL = "watched_cases";

    private WatchedCases() {}

    /** Answers it for an opened epoch, for a query that reads it: all it is made of is computed once. */
    public static void make(Connection epoch) {
        make(epoch, "table");
    }

    /** Lets an opened epoch know of it, for who asks what there is. */
    public static void announce(Connection epoch) {
        make(epoch, "view");
    }

    private static void make(Connection epoch, String as) {
        try (Statement statement = epoch.createStatement()) {
            FeedTables.makeCases(epoch, as);
            statement.execute("create temp view " + MODEL + " as " + FeedTables.sql(MODEL));
        } catch (SQLException e) {
            throw new LakeException("Cannot make model " + MODEL + ": " + e.getMessage(), e);
        }
    }
}
