// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import io.fieldback.pipelines.rules.RepairVisit;
import io.fieldback.pipelines.rules.RepeatRepairs;
import io.fieldback.pipelines.rules.UsualRepeats;
import io.fieldback.schemas.alert.AlertChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Repairs that were repeated, as the feed's tables know them on some days: only units of which something became known on
 * these days are looked at, one after another, so that a day costs what came on it.
 */
final class RepairFeed {
    private RepairFeed() {}

    /** What changes on the days after one up to another, by day since 1970. */
    static Map<Integer, List<AlertChange>> changes(
            Connection views, List<AlertChange> past, int after, int upTo, String rules) throws SQLException {
        RepeatRepairs repeats = new RepeatRepairs(usual(views, after, upTo), past, after, upTo, rules);
        Map<Integer, List<AlertChange>> changes = new HashMap<>();
        String touched = FeedTables.sql("repairs_of_touched")
                .replace("{after}", Integer.toString(after - RepeatRepairs.LATE))
                .replace("{up_to}", Integer.toString(upTo));
        List<RepairVisit> unit = new ArrayList<>();
        try (Statement statement = views.createStatement();
                ResultSet row = statement.executeQuery(touched)) {
            while (row.next()) {
                RepairVisit visit = visit(row);
                if (!unit.isEmpty() && !isSame(unit.get(0), visit)) {
                    add(repeats.of(unit), changes);
                    unit.clear();
                }
                unit.add(visit);
            }
        }
        if (!unit.isEmpty()) {
            add(repeats.of(unit), changes);
        }
        return changes;
    }

    private static void add(List<AlertChange> ofUnit, Map<Integer, List<AlertChange>> changes) {
        for (AlertChange change : ofUnit) {
            changes.computeIfAbsent(Math.toIntExact(change.knownOn().toEpochDay()), day -> new ArrayList<>())
                    .add(change);
        }
    }

    private static UsualRepeats usual(Connection views, int after, int upTo) throws SQLException {
        UsualRepeats usual = new UsualRepeats();
        String question = FeedTables.sql("usual_repeats")
                .replace("{first}", month(after - RepeatRepairs.LATE))
                .replace("{last}", month(upTo));
        try (Statement statement = views.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                usual.add(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getInt(6));
            }
        }
        return usual;
    }

    private static String month(int day) {
        return LocalDate.ofEpochDay(day).withDayOfMonth(1).toString();
    }

    private static boolean isSame(RepairVisit one, RepairVisit other) {
        return one.serialNo().equals(other.serialNo()) && one.component().equals(other.component());
    }

    private static RepairVisit visit(ResultSet row) throws SQLException {
        int until = row.getInt(7);
        int untilOn = row.wasNull() ? Integer.MAX_VALUE : until;
        return new RepairVisit(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getInt(6),
                untilOn,
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }
}
