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
import java.sql.Connection;
import java.sql.SQLException;
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
}
