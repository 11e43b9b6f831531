// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of an alert about a product of how many units its cases are. The watch counts cases: a unit that comes back six
 * times is six of them, and whoever reads the alert has to know that before a lot is blocked.
 */
final class UnitsConcerned {
    private static final String COUNT = "select coalesce(sum(cases), 0) as observed from watched_cases where ";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connection views;
    private boolean kept;

    /** Asks the tables that a feed made. */
    UnitsConcerned(Connection views) {
        this.views = views;
    }

    /**
     * Units behind a count.
     *
     * @param units that are known
     * @param most cases of one of them
     * @param cases of all
     * @param nameless cases of which nobody said which unit it was
     */
    private record Units(long units, long most, long cases, long nameless) {
        /** Whether units that came again are a third of the cases or more. */
        boolean areFew() {
            return 3 * (units + nameless) <= 2 * cases;
        }
    }

    /** The same changes, in the same order; those about a product say of how many units they are. */
    List<AlertChange> in(List<AlertChange> changes) throws SQLException {
        List<AlertChange> told = new ArrayList<>(changes.size());
        for (AlertChange change : changes) {
            told.add(change.kind().family() == AlertKind.Family.QUALITY ? in(change) : change);
        }
        return told;
    }

    private AlertChange in(AlertChange change) throws SQLException {
        ObjectNode evidence = evidence(change);
        String sql = evidence == null ? "" : evidence.path("sql").asText();
        if (evidence == null || !sql.startsWith(COUNT)) {
            return change;
        }
        Units units = count(sql.substring(COUNT.length()));
        if (units.units == 0) {
            return change;
        }
        evidence.put("units", units.units);
        evidence.put("most_of_one_unit", units.most);
        if (units.nameless > 0) {
            evidence.put("of_no_known_unit", units.nameless);
        }
        return new AlertChange(
                change.changeId(),
                change.alertId(),
                change.kind(),
                change.change(),
                change.knownOn(),
                change.changedAt(),
                change.openedOn(),
                change.severity(),
                change.scope(),
                change.figures(),
                change.cause(),
                change.by(),
                change.verdict(),
                change.linkedId(),
                change.cases(),
                units.areFew() ? ended(change.english(), ".", english(units)) : change.english(),
                units.areFew() ? ended(change.chinese(), "。", chinese(units)) : change.chinese(),
                evidence.toString(),
                change.rules(),
                change.answers());
    }

    /** Its evidence; null if it has none. */
    private static @Nullable ObjectNode evidence(AlertChange change) {
        String text = change.evidence();
        try {
            JsonNode evidence = text == null ? null : JSON.readTree(text);
            return evidence instanceof ObjectNode parts ? parts : null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Cannot read the evidence of alert " + change.alertId() + ": " + e.getOriginalMessage(), e);
        }
    }

    private Units count(String where) throws SQLException {
        try (Statement statement = views.createStatement()) {
            if (!kept) {
                statement.execute("create temp table watch_cases_kept as " + FeedTables.sql(WatchedCases.MODEL));
                kept = true;
            }
            try (ResultSet row = statement.executeQuery("select count(serial_no), coalesce(max(cases) filter ("
                    + "where serial_no is not null), 0), coalesce(sum(cases), 0), coalesce(sum(cases) filter (where"
                    + " serial_no is null), 0) from (select serial_no, sum(cases) as cases from watch_cases_kept where "
                    + where + " group by serial_no having sum(cases) > 0)")) {
                row.next();
                return new Units(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    private static String ended(String sentence, String stop, String more) {
        String open = sentence.endsWith(stop) ? sentence.substring(0, sentence.length() - stop.length()) : sentence;
        return open + more + stop;
    }

    private static String english(Units units) {
        long all = units.units + units.nameless;
        return all == 1 ? "; all of one unit" : "; of only " + all + " units, " + units.most + " of one of them";
    }

    private static String chinese(Units units) {
        long all = units.units + units.nameless;
        return all == 1 ? "；均为同一台产品" : "；仅涉及 " + all + " 台产品，其中一台 " + units.most + " 件";
    }
}
