// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import static io.fieldback.pipelines.detection.feed.DayRows.orUnknown;
import static io.fieldback.pipelines.detection.feed.DayRows.text;

import io.fieldback.pipelines.detection.Exposure;
import io.fieldback.pipelines.detection.LotExposure;
import io.fieldback.pipelines.detection.Occurrence;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of the feed's tables, in the order of their columns. */
final class FeedRows {
    private FeedRows() {}

    static Occurrence occurrence(ResultSet row) throws SQLException {
        return new Occurrence(
                row.getInt(1),
                row.getInt(2),
                Occurrence.Measure.valueOf(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                text(row, 6),
                text(row, 7),
                text(row, 8),
                text(row, 9),
                text(row, 10),
                text(row, 11),
                text(row, 12),
                text(row, 13),
                text(row, 14),
                orUnknown(row, 15),
                orUnknown(row, 16),
                orUnknown(row, 17),
                row.getBoolean(18),
                row.getBoolean(19),
                row.getInt(20));
    }

    static Exposure exposure(ResultSet row) throws SQLException {
        return new Exposure(
                row.getInt(1),
                row.getLong(2),
                Exposure.Basis.valueOf(row.getString(3)),
                text(row, 4),
                orUnknown(row, 5),
                orUnknown(row, 6),
                orUnknown(row, 7),
                text(row, 8));
    }

    static LotExposure lot(ResultSet row) throws SQLException {
        return new LotExposure(
                row.getInt(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                orUnknown(row, 7),
                orUnknown(row, 8));
    }
}
