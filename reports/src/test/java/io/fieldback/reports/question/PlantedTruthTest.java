// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.reports.Overview;
import io.fieldback.reports.Reports;
import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.content.State;
import io.fieldback.reports.fixture.JournalFixture;
import io.fieldback.reports.fixture.PlantedMaker;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.Repair;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A maker with planted faults: the overview names them and nothing else, and counts equal a recount in plain Java. */
class PlantedTruthTest {
    private static final ReportContext ALL = ReportContext.of(JournalFixture.ZONE, Language.EN);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 20261121})
    void overviewNamesThePlantedFaultsAndNothingElse(long seed) throws SQLException {
        List<Event> events = PlantedMaker.events(seed, 12_000);
        try (Connection connection = new JournalFixture().withDistinct(events).open()) {
            Report report = Overview.of(connection, ALL);
            List<String> standouts = report.findings().stream()
                    .filter(finding -> finding.state() == State.STANDS_OUT)
                    .map(Finding::headline)
                    .filter(headline -> !headline.isEmpty())
                    .toList();
            assertThat(standouts)
                    .containsExactlyInAnyOrder(
                            "VALVE, supplier B, lot B-2503", "PUMP of WH-90", "SENSOR in winter", "Customer C-ANGRY");
            assertThat(report.findings())
                    .filteredOn(finding -> finding.headline().equals("PUMP of WH-90"))
                    .allMatch(finding -> finding.sentence().contains("It rises with age, as wear does"));
            countsEqualARecount(connection, events);
        }
    }

    private static void countsEqualARecount(Connection connection, List<Event> events) {
        List<Repair> repairs = events.stream()
                .filter(Repair.class::isInstance)
                .map(Repair.class::cast)
                .toList();
        Map<LocalDate, Long> byMonth = repairs.stream()
                .collect(Collectors.groupingBy(
                        repair -> Objects.requireNonNull(repair.failedOn()).withDayOfMonth(1),
                        TreeMap::new,
                        Collectors.counting()));
        Map<String, Long> byComponent = repairs.stream()
                .collect(Collectors.groupingBy(
                        repair -> Objects.requireNonNull(repair.faults().get(0).component()),
                        TreeMap::new,
                        Collectors.counting()));
        Block.Grid months = Reports.run("fault-trend", connection, ALL).grids().get(0);
        assertThat(months.rows().stream()
                        .filter(row -> (Long) row.get(1) > 0)
                        .collect(Collectors.toMap(row -> (LocalDate) row.get(0), row -> (Long) row.get(1))))
                .isEqualTo(byMonth);
        Block.Grid components = Reports.run("pareto", connection, ALL).grids().get(0);
        assertThat(components.rows().stream()
                        .collect(Collectors.toMap(row -> (String) row.get(0), row -> (Long) row.get(1))))
                .isEqualTo(byComponent);
    }
}
