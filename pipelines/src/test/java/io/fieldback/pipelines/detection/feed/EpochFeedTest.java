// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import static io.fieldback.pipelines.detection.feed.TestTables.fault;
import static io.fieldback.pipelines.detection.feed.TestTables.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.reading.EpochViews;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What detection is told, by the day on which it became known. */
class EpochFeedTest {
    private static final String PUMP = "2025-01-10";

    @TempDir
    Path folder;

    private TestTables tables;

    @BeforeEach
    void empty() {
        tables = new TestTables(folder);
    }

    @Test
    void aRepairCountsOnceForEachComponentWithItsOwnCost() throws Exception {
        tables.content(
                "repairs",
                "R-1",
                "h1",
                PUMP,
                Map.of(
                        "service_kind",
                        "failure",
                        "product_model",
                        "KF",
                        "labour_minor",
                        7L,
                        "faults",
                        List.of(
                                fault("pump", "leak", "c1", null, 100),
                                fault("pump", "noise", "c2", null, 10),
                                fault("fan", "noise", "c3", null, 1))));
        assertThat(told("occurrences", "component, symptom_code, cause_code, cases, cost_minor"))
                .containsExactlyInAnyOrder("fan noise c3 1 1", "pump leak c1 1 117");
    }

    @Test
    void aCorrectionTakesBackOnItsDayAndAVoidTakesBackAll() throws Exception {
        tables.content("repairs", "R-1", "h1", "2025-01-10", repair("pump"))
                .superseded("repair", "R-1", "h1", "2025-02-01")
                .content("repairs", "R-1", "h2", "2025-02-01", repair("fan"))
                .superseded("repair", "R-1", "h2", "2025-03-01")
                .content("repairs", "R-1", "h3", "2025-03-01", Map.of("voided", true));
        assertThat(told("occurrences", "known_on, component, cases"))
                .containsExactlyInAnyOrder(
                        "2025-01-10 pump 1", "2025-02-01 pump -1", "2025-02-01 fan 1", "2025-03-01 fan -1");
    }

    @Test
    void anInstallationThatComesLateGivesTheFailureItsAgeOnThatDay() throws Exception {
        tables.content("unit_records", "U-1", "u1", "2024-12-01", unit())
                .content("repairs", "R-1", "h1", "2025-03-20", repair("pump"))
                .content(
                        "installations",
                        "I-1",
                        "i1",
                        "2025-04-02",
                        Map.of(
                                "serial_nos", List.of((Object) new Object[] {"S1", null}),
                                "event_on", "2025-01-15",
                                "event_on_basis", "completedAt"));
        assertThat(told("occurrences", "known_on, cases, production_month, in_service_month, age_month"))
                .containsExactlyInAnyOrder(
                        "2025-03-20 1 658 null null", "2025-04-02 -1 658 null null", "2025-04-02 1 658 660 3");
        assertThat(told("exposures", "known_on, units, basis, production_month, in_service_month"))
                .containsExactlyInAnyOrder(
                        "2024-12-01 1 SERIAL 658 null", "2025-04-02 -1 SERIAL 658 null", "2025-04-02 1 SERIAL 658 660");
    }

    @Test
    void theLotIsThatOfTheUnitsOwnPartElseOfThePartThatWasChanged() throws Exception {
        tables.content("unit_records", "U-1", "u1", "2024-12-01", unit())
                .content("repairs", "R-1", "h1", "2025-03-20", repair("pump"))
                .content("repairs", "R-2", "h2", "2025-03-21", Map.of("serial_no", "S9", "faults", List.of((Object)
                        fault("pump", "leak", "c", "L-changed", 1))));
        assertThat(told("occurrences", "supplier, lot, recorded"))
                .containsExactlyInAnyOrder("S104 L-built true", "S104 L-changed false");
        assertThat(told("lots", "known_on, units, product_model, component, supplier, lot"))
                .containsExactly("2024-12-01 1 KF pump S104 L-built");
    }

    @Test
    void casesOfOneUnitHaveOneNumberAndThoseOfNoUnitNone() throws Exception {
        for (String[] repair : new String[][] {{"R-1", "S1"}, {"R-2", "S1"}, {"R-3", "S2"}}) {
            tables.content(
                    "repairs",
                    repair[0],
                    "h" + repair[0],
                    PUMP,
                    Map.of("serial_no", repair[1], "faults", List.of((Object) fault("pump", "leak", "c", null, 1))));
        }
        tables.content(
                "repairs", "R-4", "h4", PUMP, Map.of("faults", List.of((Object) fault("pump", "leak", "c", null, 1))));
        assertThat(told("occurrences", "unit = 0, cases")).containsExactlyInAnyOrder("false 2", "false 1", "true 1");
    }

    @Test
    void otherVisitsComplaintsAndReturnsAreOfTheirOwnMeasure() throws Exception {
        tables.content("repairs", "R-1", "h1", PUMP, Map.of("service_kind", "campaign"))
                .content("complaints", "C-1", "h2", PUMP, Map.of("component", "pump", "aspect", "delivery"))
                .content("returns", "T-1", "h3", PUMP, Map.of("reason_class", "quality", "credit_minor", 9L))
                .content("returns", "T-2", "h4", PUMP, Map.of("reason_class", "overstock"));
        assertThat(told("occurrences", "measure, component, cause_code, cost_minor, non_quality"))
                .containsExactlyInAnyOrder(
                        "OTHER_VISIT null campaign 0 false",
                        "COMPLAINT pump null 0 true",
                        "QUALITY_RETURN null null 9 false");
    }

    @Test
    void unitsKnownByQuantityAndPopulationsAreExposureOfTheirOwnBasis() throws Exception {
        tables.content("shipments", "H-1", "h1", PUMP, Map.of("product_model", "KF", "quantity", 40L))
                .content(
                        "populations",
                        "P-1",
                        "p1",
                        PUMP,
                        Map.of("product_model", "KF", "month", LocalDate.parse("2025-02-01"), "units_in_field", 900L));
        assertThat(told("exposures", "basis, units, product_model, in_service_month"))
                .containsExactlyInAnyOrder("BULK 40 KF 660", "POPULATION 900 KF 661");
    }

    @Test
    void aReturnWithdrawsItsUnit() throws Exception {
        tables.content("unit_records", "U-1", "u1", "2024-12-01", unit())
                .content("returns", "T-1", "h3", "2025-05-05", Map.of("serial_no", "S1", "event_on", "2025-05-02"));
        assertThat(told("exposures", "known_on, units, withdrawn_month"))
                .containsExactlyInAnyOrder("2024-12-01 1 null", "2025-05-05 -1 null", "2025-05-05 1 664");
    }

    @Test
    void whatBecomesKnownLaterChangesNothingOfWhatWasKnown() {
        tables.content("unit_records", "U-1", "u1", "2024-12-01", unit())
                .content("repairs", "R-1", "h1", "2025-03-20", repair("pump"));
        long first = fingerprint(tables.epoch());
        tables.superseded("repair", "R-1", "h1", "2025-03-22")
                .content("repairs", "R-1", "h2", "2025-03-22", repair("fan"))
                .content(
                        "installations",
                        "I-1",
                        "i1",
                        "2025-04-02",
                        Map.of(
                                "serial_nos",
                                List.of((Object) new Object[] {"S1", null}),
                                "event_on_basis",
                                "completedAt"));
        assertThat(fingerprint(tables.epoch())).isEqualTo(first);
        tables.content("repairs", "R-2", "h3", "2025-03-21", repair("fan"));
        assertThat(fingerprint(tables.epoch())).isNotEqualTo(first);
    }

    private long fingerprint(Epoch epoch) {
        try (EpochFeed feed = EpochFeed.open(tables.warehouse, epoch, 1)) {
            return feed.fingerprint(
                    Math.toIntExact(LocalDate.parse("2025-03-21").toEpochDay()));
        }
    }

    private static Map<String, Object> repair(String component) {
        return Map.of("serial_no", "S1", "faults", List.of((Object) fault(component, "leak", "c", null, 1)));
    }

    private static Map<String, Object> unit() {
        return Map.of(
                "serial_no",
                "S1",
                "product_model",
                "KF",
                "produced_on",
                LocalDate.parse("2024-11-05"),
                "parts",
                List.of((Object) part("pump", "S104", "L-built")));
    }

    private List<String> told(String table, String columns) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection views = EpochViews.open(tables.warehouse, tables.epoch(), Optional.empty());
                Statement statement = views.createStatement()) {
            FeedTables.make(views);
            String days = columns.replace("known_on", "date '1970-01-01' + cast(known_on as integer)");
            try (ResultSet row = statement.executeQuery("select " + nulls(days) + " from watch_" + table)) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
        }
        return rows;
    }

    /** Each column as a text, {@code null} where there is none. */
    private static String nulls(String columns) {
        List<String> texts = new ArrayList<>();
        for (String column : columns.split(", ")) {
            texts.add("coalesce(cast(" + column + " as varchar), 'null')");
        }
        return "concat_ws(' ', " + String.join(", ", texts) + ") as row";
    }
}
