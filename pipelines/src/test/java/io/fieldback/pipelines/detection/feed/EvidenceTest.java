// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.reading.EpochViews;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an alert says was observed is what its own SQL finds in the epoch. */
class EvidenceTest {
    private static final long SEED = 20261122;
    private static final int BEGIN = day("2024-01-01");

    @Test
    void theSqlOfEachAlertCountsWhatTheAlertSays(@TempDir Path folder) throws Exception {
        TestTables tables = new TestTables(folder);
        TroubledField.fill(tables, SEED);
        Epoch epoch = tables.warehouse.newestEpoch().orElseThrow();
        List<AlertChange> changes;
        try (Backtest backtest = new Backtest(tables.warehouse, epoch, TroubledField.REFERENCE, 1)) {
            changes = backtest.run(WatchRules.standard(), BEGIN, day("2024-09-30"))
                    .changes();
        }
        Set<String> covered = new TreeSet<>();
        try (Connection views = EpochViews.open(tables.warehouse, epoch, Optional.empty());
                Statement statement = views.createStatement()) {
            WatchedCases.make(views);
            for (AlertChange change : changes) {
                if (change.kind().family() == AlertKind.Family.QUALITY) {
                    JsonNode evidence = JsonMapper.builder().build().readTree(change.evidence());
                    String sql = evidence.get("sql").asText();
                    try (ResultSet row = statement.executeQuery(sql)) {
                        row.next();
                        assertThat(row.getLong(1))
                                .as("seed " + SEED + ": " + change.english() + "\n" + sql)
                                .isEqualTo(change.figures().observed());
                    }
                    try (ResultSet row = statement.executeQuery(units(sql))) {
                        row.next();
                        assertThat(evidence.path("units").asLong())
                                .as("seed " + SEED + ": units of " + change.english())
                                .isEqualTo(row.getLong(1));
                    }
                    if (evidence.has("ages_from")) {
                        String older = sql + " and service_months >= " + evidence.get("ages_from");
                        try (ResultSet row = statement.executeQuery(older)) {
                            row.next();
                            assertThat(row.getLong(1))
                                    .as("seed " + SEED + ": " + change.english() + "\n" + older)
                                    .isEqualTo(evidence.get("ages_observed").asLong());
                        }
                    }
                    covered.add(change.change().code() + ' ' + counted(change, evidence));
                }
            }
        }
        assertThat(covered)
                .as("seed " + SEED)
                .contains(
                        "opened incident lot",
                        "opened incident production-month",
                        "opened incident in-service-month",
                        "opened incident region",
                        "opened incident wear",
                        "opened complaint series",
                        "worsened incident lot",
                        "worsened incident region");
    }

    @Test
    void whoAsksWhatThereIsIsToldOfTheModel(@TempDir Path folder) throws Exception {
        TestTables tables = new TestTables(folder);
        try (Connection views = EpochViews.open(tables.warehouse, tables.epoch(), Optional.empty());
                Statement statement = views.createStatement()) {
            WatchedCases.announce(views);
            try (ResultSet row = statement.executeQuery("select string_agg(column_name) from"
                    + " information_schema.columns where table_name = 'watched_cases'")) {
                row.next();
                assertThat(row.getString(1)).contains("known_on", "cases", "service_months");
            }
        }
    }

    /** The units that still have a case, by the same rows. */
    private static String units(String sql) {
        return "select count(*) from (select serial_no " + sql.substring(sql.indexOf("from watched_cases"))
                + " and serial_no is not null group by serial_no having sum(cases) > 0)";
    }

    /** What was counted: complaints of a series, failures of a lot, of wear, of a product. */
    private static String counted(AlertChange change, JsonNode evidence) {
        String measure = evidence.get("measure").asText();
        String of = change.kind() == AlertKind.WEAR_OUT
                ? "wear"
                : evidence.has("part")
                        ? evidence.get("part").asText().replaceAll("=.*", "")
                        : change.scope().component() == null ? "product" : "series";
        return measure + ' ' + of;
    }

    private static int day(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }
}
