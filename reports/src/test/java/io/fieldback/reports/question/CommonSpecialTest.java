// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.reports.Reports;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.fixture.Events;
import io.fieldback.reports.fixture.JournalFixture;
import io.fieldback.reports.fixture.PlantedMaker;
import io.fieldback.schemas.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That the fault which is bound to a lot is special, and the others common. */
class CommonSpecialTest {
    private static final ReportContext ENGLISH = ReportContext.of(JournalFixture.ZONE, Language.EN);

    @Test
    void thePlantedLotIsSpecialAndWhatIsSpreadIsCommon() throws SQLException {
        try (Connection connection =
                new JournalFixture().withDistinct(PlantedMaker.events(7, 6_000)).open()) {
            Report report = Reports.run(CommonSpecial.NAME, connection, ENGLISH);
            List<List<@Nullable Object>> rows = report.grids().get(0).rows();
            assertThat(rows).filteredOn(row -> "special".equals(row.get(4))).isNotEmpty();
            assertThat(rows).filteredOn(row -> "special".equals(row.get(4))).allSatisfy(row -> {
                assertThat(row.get(1)).isEqualTo("VALVE");
                assertThat(row.get(5)).isIn("lot B B-2503", "produced 2025-03");
            });
            assertThat(rows)
                    .filteredOn(row -> "common".equals(row.get(4)))
                    .extracting(row -> row.get(1))
                    .contains("FAN", "VALVE");
            assertThat(report.note("exposure_level")).isNotEmpty();
        }
    }

    @Test
    void withoutUnitsItIsRefusedInASentenceThatSaysWhatToBring() throws SQLException {
        JournalFixture fixture =
                new JournalFixture().with(Events.repair("R-1", "SN-1", "KF-72", "VALVE", Events.day("2026-01-05")));
        try (Connection connection = fixture.open()) {
            Report report = Reports.run(CommonSpecial.NAME, connection, ENGLISH);
            assertThat(report.refused()).isTrue();
            assertThat(report.takeaway())
                    .isEqualTo("Cannot tell common from special faults for all products: no shipments or registrations"
                            + " by serial number, so nobody knows how a fault should spread. Import either.");
        }
    }

    @Test
    void aSiteIsHeldAgainstAllProductsThatItRepairs() throws SQLException {
        // Of each fault of each product one site has four and the next has one: each site has as many of each fault.
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int product = i / 50;
            int component = i % 10;
            int site = (7 * product + 3 * component + (i % 50 < 40 ? 0 : 1)) % 10;
            events.addAll(unit("SN-" + i, "M" + product));
            events.add(repair("R-" + i, "SN-" + i, "M" + product, "C" + component, "S" + site, 1 + i % 28));
        }
        assertThat(special(events)).isEmpty();
    }

    @Test
    void aUnitThatComesBackAndBackMakesNoSiteSpecial() throws SQLException {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            events.addAll(unit("SN-" + i, "M"));
            events.add(repair("R-" + i, "SN-" + i, "M", "C" + i % 4, "S" + i / 4 % 10, 1 + i % 28));
        }
        for (int i = 0; i < 12; i++) {
            events.add(repair("AGAIN-" + i, "SN-0", "M", "C0", "S0", 2 + 2 * i));
        }
        assertThat(special(events)).isEmpty();
        for (int i = 0; i < 24; i++) {
            events.addAll(unit("MORE-" + i, "M"));
            events.add(repair("MORE-" + i, "MORE-" + i, "M", "C0", "S0", 1 + i));
        }
        assertThat(special(events)).containsExactly("C0 site S0");
    }

    private static List<String> special(List<Event> events) throws SQLException {
        try (Connection connection = new JournalFixture().withDistinct(events).open()) {
            return Reports.run(CommonSpecial.NAME, connection, ENGLISH).grids().get(0).rows().stream()
                    .filter(row -> "special".equals(row.get(4)))
                    .map(row -> row.get(1) + " " + row.get(5))
                    .toList();
        }
    }

    private static List<Event> unit(String serial, String model) {
        return List.of(
                Events.unit(serial, model, Events.day("2025-06-01"), null, List.of()),
                Events.installation(serial, model, Events.day("2025-07-01")));
    }

    private static Event repair(String id, String serial, String model, String component, String site, int day) {
        return Events.event(("{'type':'repair','schemaVersion':1,'id':'%s','recordedAt':'2026-02-%02dT08:00:00Z',"
                        + "'receivedAt':'2026-02-%02dT08:00:00Z','source':'test','serialNo':'%s','productModel':'%s',"
                        + "'siteId':'%s','serviceKind':'failure','failedOn':'2026-02-%02d',"
                        + "'faults':[{'component':'%s','symptomCode':'S1'}]}")
                .formatted(id, day, day, serial, model, site, day, component));
    }
}
