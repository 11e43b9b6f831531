// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.LakeException;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.reading.EpochViews;
import io.fieldback.pipelines.detection.Exposure;
import io.fieldback.pipelines.detection.LotExposure;
import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Watch;
import io.fieldback.schemas.alert.AlertChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the tables of an epoch tell a watch, by known day. A case and a unit are seen as they were known on each day: a
 * correction, a void or an installation that comes late takes back what was said and says it anew, on its own day.
 */
public final class EpochFeed implements AutoCloseable {
    private static final String MEMORY = "1GB";

    private final Epoch epoch;
    private final Connection views;
    private final UnitsConcerned units;

    private EpochFeed(Epoch epoch, Connection views) {
        this.epoch = epoch;
        this.views = views;
        this.units = new UnitsConcerned(views);
    }

    /** Opens an epoch; {@code threads} is how many the queries may take. */
    public static EpochFeed open(Warehouse warehouse, Epoch epoch, int threads) {
        try {
            Connection views = EpochViews.open(warehouse, epoch, Optional.empty());
            try (Statement settings = views.createStatement()) {
                settings.execute("set threads = " + threads);
                settings.execute("set memory_limit = '" + MEMORY + "'");
                settings.execute("set temp_directory = '"
                        + System.getProperty("java.io.tmpdir", ".").replace("'", "''") + "'");
                FeedTables.make(views);
                return new EpochFeed(epoch, views);
            } catch (SQLException | RuntimeException e) {
                views.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(epoch, e);
        }
    }

    /** The first day on which anything with a day became known, days since 1970; empty if nothing did. */
    public OptionalInt firstDay() {
        // Day 0 stands for records that nobody can date.
        return day("select min(known_on) from (select known_on from watch_occurrences union all select known_on from"
                + " watch_exposures) where known_on > 0");
    }

    /** The last day on which anything became known. */
    public OptionalInt lastDay() {
        return day("select max(known_on) from (select known_on from watch_occurrences union all select known_on from"
                + " watch_exposures) where known_on > 0");
    }

    /** All that became known after a day. */
    public News after(int day) {
        try {
            return new News(day);
        } catch (SQLException e) {
            throw failure(epoch, e);
        }
    }

    /**
     * What is to be told of repairs that were repeated, by day since 1970.
     *
     * @param past changes of alerts that were told before
     * @param after days after this one
     * @param upTo up to this one
     * @param rules fingerprint of the rules of the look
     */
    Map<Integer, List<AlertChange>> repeatRepairs(List<AlertChange> past, int after, int upTo, String rules) {
        try {
            return RepairFeed.changes(views, past, after, upTo, rules);
        } catch (SQLException e) {
            throw failure(epoch, e);
        }
    }

    /** The same findings of a day, those about products with the number of units that their cases are of. */
    List<AlertChange> withUnits(List<AlertChange> changes) {
        try {
            return units.in(changes);
        } catch (SQLException e) {
            throw failure(epoch, e);
        }
    }

    /** A number that tells whether what was known by the end of a day is still what it was at another epoch. */
    public long fingerprint(int day) {
        long fingerprint = 0;
        for (String table : new String[] {"watch_occurrences", "watch_exposures", "watch_lots"}) {
            try (Statement statement = views.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select cast(coalesce(bit_xor(hash(rows)), 0) % 4611686018427387904 as bigint) from "
                                    + table + " as rows where known_on <= " + day)) {
                row.next();
                fingerprint = fingerprint * 31 + row.getLong(1);
            } catch (SQLException e) {
                throw failure(epoch, e);
            }
        }
        return fingerprint;
    }

    private OptionalInt day(String query) {
        try (Statement statement = views.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            int day = row.getInt(1);
            return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(day);
        } catch (SQLException e) {
            throw failure(epoch, e);
        }
    }

    @Override
    public void close() {
        try {
            views.close();
        } catch (SQLException e) {
            throw failure(epoch, e);
        }
    }

    private static LakeException failure(Epoch epoch, SQLException e) {
        return new LakeException("Cannot watch epoch " + epoch.number() + ": " + e.getMessage(), e);
    }

    /** What became known, handed out in the order of the days. */
    public final class News implements AutoCloseable {
        private final DayRows<Exposure> exposures;
        private final DayRows<LotExposure> lots;
        private final DayRows<Occurrence> occurrences;

        private News(int day) throws SQLException {
            exposures = DayRows.after(views, "watch_exposures", day, FeedRows::exposure);
            lots = DayRows.after(views, "watch_lots", day, FeedRows::lot);
            occurrences = DayRows.after(views, "watch_occurrences", day, FeedRows::occurrence);
        }

        /** Tells a watch what became known up to a day and was not told yet. */
        public void until(int day, Watch watch) {
            try {
                exposures.until(day, watch::know);
                lots.until(day, watch::know);
                occurrences.until(day, watch::know);
            } catch (SQLException e) {
                throw failure(epoch, e);
            }
        }

        @Override
        public void close() {
            try (exposures;
                    lots;
                    occurrences) {
                // Each closes its own statement, whatever becomes of the others.
            } catch (SQLException e) {
                throw failure(epoch, e);
            }
        }
    }
}
