// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.wholejob;

import io.fieldback.schemas.event.EventType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the tables of a warehouse say, without what may differ between two ways to the same knowledge: positions, epochs
 * and what hangs on which sighting came first. A digest and a row count for each table, and for some days as
 * known on them.
 */
final class LogicalContent {
    private static final int FIRST_DAY = 10;
    private static final int DAYS_APART = 15;
    private static final String FIRST_SEEN = "seen_in, seen_partition, seen_at, warnings, extras";
    private static final String LEDGER = "select product_model, component, symptom_code, cause_code, cause_class,"
            + " region, event_on, %s sum(orders) o, sum(incidents) i, sum(fault_lines) f, sum(complaints) c,"
            + " sum(quality_returns) q, sum(cost_minor) m, sum(downtime_minutes) d from failure_ledger group by all"
            + " having o <> 0 or i <> 0 or f <> 0 or c <> 0 or q <> 0 or m <> 0 or d <> 0";

    private static final String COHORTS = "select product_model, component, production_month, in_service_month,"
            + " age_month, recorded, %s sum(failures) f, sum(incidents) i, sum(first_of_unit) u,"
            + " sum(first_of_component) c, sum(first_of_symptom) s, sum(cost_minor) m from cohort_ledger group by all"
            + " having f <> 0 or i <> 0 or u <> 0 or c <> 0 or s <> 0 or m <> 0";
    private static final String EXPOSURE = "select product_model, production_month, in_service_month, shipped_month,"
            + " withdrawn_month, region, %s sum(units) u from exposure_ledger group by all having u <> 0";

    private LogicalContent() {}

    static Map<String, String> of(WarehouseRun run) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        try (Connection now = run.open(Optional.empty())) {
            for (EventType type : EventType.values()) {
                String table = type.table();
                content.put(table, digest(now, "select * exclude (" + FIRST_SEEN + ") from " + table));
                content.put(
                        table + "_current",
                        digest(now, "select * exclude (" + FIRST_SEEN + ") from " + table + "_current"));
            }
            content.put("failure_ledger", digest(now, LEDGER.formatted("known_on,")));
            content.put("cohort_ledger", digest(now, COHORTS.formatted("known_on,")));
            content.put("exposure_ledger", digest(now, EXPOSURE.formatted("known_on,")));
            content.put(
                    "supersessions",
                    digest(
                            now,
                            "select type, id, content_hash, superseded_on, sum(delta) s from supersessions group by all"
                                    + " having s <> 0"));
            content.put(
                    "rejected_records",
                    digest(now, "select hash, reason, field, original_sealed, original_length from rejected_records"));
            content.put(
                    "accounts",
                    digest(
                            now,
                            "select source, sum(read_records), sum(new_contents), sum(duplicates), sum(rejected)"
                                    + " from intake_accounts group by all"));
        }
        // What was known on which day stands in the rows already; a few days show that the views read it.
        for (int day = FIRST_DAY; day <= RandomCases.DAYS; day += DAYS_APART) {
            LocalDate asOf = RandomCases.START.plusDays(day);
            try (Connection then = run.open(Optional.of(asOf))) {
                content.put("ledger as of " + asOf, digest(then, LEDGER.formatted("")));
                content.put("cohorts as of " + asOf, digest(then, COHORTS.formatted("")));
                content.put("exposure as of " + asOf, digest(then, EXPOSURE.formatted("")));
                content.put(
                        "repairs as of " + asOf,
                        digest(then, "select * exclude (" + FIRST_SEEN + ") from repairs_current"));
            }
        }
        return content;
    }

    static String digest(Connection connection, String select) throws SQLException {
        String sql = "select count(*) || ' rows ' || coalesce(md5(string_agg(line, chr(10) order by line)), '')"
                + " from (select cast(r as varchar) as line from (" + select + ") r)";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
