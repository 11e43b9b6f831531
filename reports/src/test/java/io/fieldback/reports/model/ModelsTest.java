// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.fixture.Events;
import io.fieldback.reports.fixture.JournalFixture;
import io.fieldback.schemas.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private static final ReportContext ALL = ReportContext.of(JournalFixture.ZONE, Language.EN);

    @Test
    void everyModelOpensWithItsQuestionGrainAndParameters() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/io/fieldback/reports/models"))) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file);
                assertThat(lines.get(0))
                        .as(file.toString())
                        .startsWith("-- question:   ")
                        .endsWith("?");
                assertThat(lines).as(file.toString()).anyMatch(line -> line.startsWith("-- grain:      "));
                assertThat(lines).as(file.toString()).anyMatch(line -> line.startsWith("-- parameters: "));
                assertThat(lines).as(file.toString()).allMatch(line -> line.length() <= 120);
            }
        }
    }

    @Test
    void modelsCanBeDefinedAsViewsForQueriesOfPeople() throws SQLException {
        try (Connection connection = new JournalFixture()
                .with(Events.repair("R-1", "SN-1", "KF-72", "VALVE", Events.day("2026-01-05")))
                .open()) {
            String query = "select * from Units_Current";
            Models.define(connection, ALL, query);
            Row unit = new Database(connection).row(query);
            assertThat(unit.text("serial_no")).isEqualTo("SN-1");
            assertThat(unit.flag("recorded")).isFalse();
            assertThat(views(connection)).contains("unit_facts", "units").doesNotContain("exposure", "r_per_1000");
            Models.define(connection, ALL, "select table_name from information_schema.tables");
            assertThat(views(connection)).containsAll(Models.SHARED);
        }
    }

    private static List<String> views(Connection connection) {
        return new Database(connection)
                .rows("select view_name from duckdb_views() where not internal and temporary").stream()
                        .map(view -> view.text("view_name"))
                        .toList();
    }

    @Test
    void installedWinsOverSoldAndSoldOverProduced() throws SQLException {
        LocalDate produced = Events.day("2025-01-10");
        try (Connection connection = new JournalFixture()
                .with(
                        Events.unit("SN-1", "M", produced, Events.day("2025-02-01"), List.of()),
                        Events.installation("SN-1", "M", Events.day("2025-03-01")),
                        Events.unit("SN-2", "M", produced, Events.day("2025-02-09"), List.of()),
                        Events.unit("SN-3", "M", produced, null, List.of()),
                        Events.repair("R-1", "SN-1", "M", "C", Events.day("2025-05-01")))
                .open()) {
            Database database = Models.load(connection, ALL);
            List<Row> units = database.rows("select * from units order by serial_no");
            assertThat(units)
                    .extracting(unit -> unit.text("in_service_basis"))
                    .containsExactly("installed", "sold", "produced + lag");
            assertThat(units.get(0).day("in_service_on")).isEqualTo("2025-03-01");
            // The lag of the third is the median of the other two, 50 and 30 days.
            assertThat(units.get(2).day("in_service_on")).isEqualTo(produced.plusDays(40));
        }
    }

    @Test
    void aMonthOfAgeEndsOnTheLastDayOfAShorterMonth() throws SQLException {
        assertAge("2025-01-31", "2025-02-27", 1);
        assertAge("2025-01-31", "2025-02-28", 2);
        assertAge("2025-01-15", "2025-02-14", 1);
        assertAge("2025-01-15", "2025-02-15", 2);
        assertAge("2025-01-15", "2025-01-14", 0);
    }

    @Test
    void aQualityReturnIsAFailureUnlessItsUnitWasRepairedWithin30Days() throws SQLException {
        assertThat(failures(Events.qualityReturn("RT-1", "SN-1", "M", "C", Events.day("2025-02-01"))))
                .isEqualTo(1);
        assertThat(failures(
                        Events.repair("R-1", "SN-1", "M", "C", Events.day("2025-01-02")),
                        Events.qualityReturn("RT-1", "SN-1", "M", "C", Events.day("2025-02-01"))))
                .isEqualTo(1);
        assertThat(failures(
                        Events.repair("R-1", "SN-1", "M", "C", Events.day("2025-01-01")),
                        Events.qualityReturn("RT-1", "SN-1", "M", "C", Events.day("2025-02-01"))))
                .isEqualTo(2);
        assertThat(failures(
                        Events.repair("R-1", "SN-2", "M", "C", Events.day("2025-02-01")),
                        Events.qualityReturn("RT-1", "SN-1", "M", "C", Events.day("2025-02-01"))))
                .isEqualTo(2);
    }

    @Test
    void maintenanceIsNoFailureAndAnUntoldKindIs() throws SQLException {
        assertThat(failures(
                        Events.event("{'type':'repair','id':'R-1','serviceKind':'maintenance','failedOn':'2025-01-01',"
                                + "'recordedAt':'2025-01-01T10:00:00+08:00'}")))
                .isZero();
        assertThat(failures(Events.event("{'type':'repair','id':'R-1','failedOn':'2025-01-01',"
                        + "'recordedAt':'2025-01-01T10:00:00+08:00'}")))
                .isEqualTo(1);
    }

    @Test
    void exposureLevelFollowsFromTheData() throws SQLException {
        Event failure = Events.repair("R-1", "SN-1", "M", "C", Events.day("2025-06-15"));
        LocalDate produced = Events.day("2025-01-10");
        assertThat(level(failure)).isZero();
        assertThat(level(failure, Events.population("M", "2025-06", 1000))).isEqualTo(1);
        assertThat(level(failure, Events.sales("M", "2025-03", 500), Events.sales("M", "2025-04", 500)))
                .isEqualTo(2);
        assertThat(level(failure, Events.unit("SN-1", "M", produced, null, List.of())))
                .isEqualTo(3);
        assertThat(level(failure, Events.unit("SN-1", "M", produced, Events.day("2025-02-01"), List.of())))
                .isEqualTo(4);
        // A few registered units do not stand for the thousand that were sold.
        assertThat(level(
                        failure,
                        Events.unit("SN-1", "M", produced, Events.day("2025-02-01"), List.of()),
                        Events.sales("M", "2025-03", 1000)))
                .isEqualTo(2);
    }

    private static void assertAge(String inService, String failed, long age) throws SQLException {
        try (Connection connection = new JournalFixture()
                .with(
                        Events.installation("SN-1", "M", Events.day(inService)),
                        Events.repair("R-1", "SN-1", "M", "C", Events.day(failed)))
                .open()) {
            Database database = Models.load(connection, ALL);
            assertThat(database.row("select age_month from unit_failures").count("age_month"))
                    .as(inService + " to " + failed)
                    .isEqualTo(age);
        }
    }

    private static long failures(Event... events) throws SQLException {
        try (Connection connection = new JournalFixture().with(events).open()) {
            return Models.load(connection, ALL)
                    .row("select count(*) as n from failures")
                    .count("n");
        }
    }

    private static long level(Event... events) throws SQLException {
        try (Connection connection = new JournalFixture().with(events).open()) {
            return Models.load(connection, ALL)
                    .row("select level from exposure_levels where month = date '2025-06-01'")
                    .count("level");
        }
    }
}
