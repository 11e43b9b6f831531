// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.reports.Overview;
import io.fieldback.reports.Reports;
import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.content.State;
import io.fieldback.reports.fixture.Events;
import io.fieldback.reports.fixture.JournalFixture;
import io.fieldback.reports.render.TerminalReport;
import io.fieldback.schemas.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final ReportContext ENGLISH = ReportContext.of(JournalFixture.ZONE, Language.EN);
    private static final ReportContext CHINESE = ReportContext.of(JournalFixture.ZONE, Language.ZH);

    @Test
    void atRiskSumOverUnitsIsTheBookValue() {
        Report report = run("mis", ENGLISH, goldenUnits());
        Block.Grid models = grid(report, "by_model");
        assertThat(models.rows()).hasSize(2);
        assertThat((Double) models.rows().get(0).get(4)).isCloseTo(6.6667, within(5e-5));
        assertThat((Double) models.rows().get(1).get(4)).isCloseTo(12.8205, within(5e-5));
        assertThat(models.rows().get(1)).startsWith("M", 3L, 1300L, 3L);
        assertThat(report.takeaway())
                .isEqualTo("M has had 12.8 failures per 1,000 units after 3 months in service (95 % interval 8.07–20.4,"
                        + " 1,300 units so old)");
    }

    @Test
    void aCountOf18HasTheBookInterval() {
        List<Event> events = new ArrayList<>();
        events.add(Events.population("M", "2026-01", 1000));
        for (int i = 0; i < 18; i++) {
            events.add(Events.repair("R-" + i, "SN-" + i, "M", "C", Events.day("2026-01-10")));
        }
        events.add(Events.repair("R-late", "SN-1", "M", "C", Events.day("2026-02-10")));
        Report report = run("rates", ENGLISH, events);
        assertThat(report.takeaway())
                .isEqualTo(
                        "From 2026-01 to 2026-01: 18.0 failures per 1,000 units in the field and month (95 % interval"
                                + " 10.7–28.4; 18 failures in 1,000 unit-months).");
        assertThat(report.note("exposure_level")).isEqualTo("E1: units in the field are known by month");
        assertThat(report.note("matched"))
                .startsWith("18 of 19 failures (95 %) belong to units the denominator holds; unmatched 1");
        assertThat((Double) grid(report, "products").rows().get(0).get(6)).isCloseTo(10.66794, within(5e-6));
        assertThat((Double) grid(report, "products").rows().get(0).get(7)).isCloseTo(28.44776, within(5e-6));
    }

    @Test
    void withoutSalesARateIsRefusedInASentenceThatSaysWhatToBring() {
        List<Event> events = List.of(Events.repair("R-1", "SN-1", "KF-72", "VALVE", Events.day("2026-01-05")));
        assertThat(run("rates", ENGLISH, events).takeaway())
                .isEqualTo("Cannot show a rate for KF-72: no sales, shipments, registrations or units in field. Import"
                        + " monthly sales by model, or give them with --sales FILE.");
        assertThat(run("mis", ENGLISH, events).takeaway())
                .isEqualTo("Cannot show R/1000 for KF-72: no sales, shipments or registrations. Import monthly sales by"
                        + " model, or give them with --sales FILE.");
        assertThat(run("mis", CHINESE, events).takeaway())
                .isEqualTo("无法给出KF-72的 R/1000:没有销量、发货或产品档案。请导入各型号月销量,或用 --sales FILE 提供。");
        assertThat(run("mis", ENGLISH, events).refused()).isTrue();
    }

    @Test
    void populationsGiveRatesButNoAgeCurves() {
        List<Event> events = List.of(
                Events.population("M", "2026-01", 1000),
                Events.repair("R-1", "SN-1", "M", "C", Events.day("2026-01-31")));
        assertThat(run("mis", ENGLISH, events).takeaway())
                .startsWith("Cannot show R/1000 for all products: units in field");
        assertThat(run("rates", ENGLISH, events).refused()).isFalse();
    }

    @Test
    void monthlySalesTurnCountsIntoRatesAndEstimatedCurves() {
        List<Event> events = new ArrayList<>();
        events.add(Events.sales("M", "2025-01", 1000));
        events.add(Events.sales("M", "2025-02", 1000));
        for (int i = 0; i < 4; i++) {
            events.add(Events.event("{'type':'repair','id':'R-" + i + "','productModel':'M','producedOn':'2025-01-05',"
                    + "'failedOn':'2025-04-10','receivedAt':'2025-04-11T10:00:00+08:00'}"));
        }
        events.add(Events.complaint("C-1", "ANNA", "M", "C", Events.day("2025-04-30")));
        Report rates = run("rates", ENGLISH, events);
        assertThat(rates.note("exposure_level"))
                .isEqualTo("E2: sales or shipments are known by model and month; ages are estimated");
        List<List<Object>> months = new ArrayList<>(grid(rates, "months").rows());
        // 2,000 units in the field all April long; four failures.
        assertThat(months.get(0)).startsWith(LocalDate.of(2025, 4, 1), 4L, "complete", 4L, 2000L, 2.0);
        Report mis = run("mis", ENGLISH, events);
        assertThat(mis.findings())
                .extracting(Finding::sentence)
                .anyMatch(it -> it.startsWith("Estimated: units count"));
        // In service from the middle of January, so in the third month; 1,000 units completed three months by the end.
        assertThat(grid(mis, "by_model").rows().get(1)).startsWith("M", 3L, 1000L, 4L, 4.0);
    }

    @Test
    void atLevelE0NothingIsCalledARate() {
        List<Event> events = steady();
        for (String name : List.of("fault-trend", "pareto", "repeats")) {
            String text = TerminalReport.render(run(name, ENGLISH, events), 100);
            assertThat(text.toLowerCase(java.util.Locale.ROOT)).as(name).doesNotContain(" rate");
        }
    }

    @Test
    void aJumpIsToldAgainstOwnHistoryAndSalesAreNamedAsAReason() {
        List<Event> events = steady();
        for (int i = 0; i < 26; i++) {
            events.add(Events.repair("J-" + i, "J" + i, "KF-72", "VALVE", Events.day("2026-09-10")));
        }
        assertThat(run("fault-trend", ENGLISH, events).takeaway())
                .isEqualTo("2026-09: 36 failures against 10.0 expected from its own history; more than chance explains."
                        + " Sales are unknown: more units in use could explain a rise.");
        assertThat(run("fault-trend", CHINESE, events).takeaway())
                .isEqualTo("2026-09:故障 36 件,按自身历史预期 10.0 件;高于随机波动。销量未知:在用台数增加也可能造成上升。");
    }

    @Test
    void aMonthThatIsNotOverIsMarkedAndLeftOutOfTheComparison() {
        Report report = run("fault-trend", ENGLISH, steady());
        List<List<Object>> rows = new ArrayList<>(grid(report, "months").rows());
        assertThat(rows.get(rows.size() - 1).get(2)).isEqualTo("not over: 3.2 % of its days");
        assertThat(report.findings())
                .extracting(Finding::sentence)
                .contains("Not complete yet, hatched in the chart and left out of the comparison: 2026-10.");
        assertThat(report.takeaway()).startsWith("2026-09: 10 failures");
    }

    @Test
    void aLateInstallationMovesAFailureToItsAgeMonthAndAsOfShowsItBefore() throws SQLException {
        LocalDate installed = Events.day("2025-01-10");
        Event installation = Events.event(
                "{'type':'installation','id':'I-1','productModel':'M','serialNos':[{'serialNo':"
                        + "'SN-1'}],'completedAt':'2025-01-10T12:00:00+08:00','receivedAt':'2025-05-10T12:00:00+08:00'}");
        JournalFixture fixture = new JournalFixture()
                .with(
                        Events.unit("SN-1", "M", Events.day("2024-12-01"), Events.day("2025-02-25"), List.of()),
                        Events.repair("R-1", "SN-1", "M", "C", Events.day("2025-03-11")),
                        installation,
                        Events.repair("R-2", "SN-2", "M", "C", Events.day("2025-08-01")));
        assertThat(age(fixture.open(Events.day("2025-05-09")))).isEqualTo(1);
        assertThat(age(fixture.open())).isEqualTo(3);
        assertThat(installed.plusMonths(2)).isEqualTo(Events.day("2025-03-10"));
    }

    @Test
    void aDayBeforeGoLiveIsRefused() throws SQLException {
        Event history = Events.event("{'type':'repair','id':'R-1','source':'erp','failedOn':'2014-06-01','goLiveOn':"
                + "'2026-03-01','receivedAt':'2026-03-02T10:00:00+08:00'}");
        LocalDate asOf = Events.day("2015-01-01");
        try (Connection connection = new JournalFixture().with(history).open(asOf)) {
            assertThat(Reports.run("pareto", connection, ENGLISH.knownOn(asOf)).takeaway())
                    .isEqualTo(
                            "Cannot show as of 2015-01-01: source erp went live on 2026-03-01, and what it knew before"
                                    + " that day was not recorded.");
        }
    }

    @Test
    void repairsWithin30DaysAndComplaintsWithin90DaysAreRepeats() {
        List<Event> events = List.of(
                Events.repair("R-1", "SN-1", "M", "C", Events.day("2026-01-01")),
                Events.repair("R-2", "SN-1", "M", "C", Events.day("2026-01-31")),
                Events.repair("R-3", "SN-1", "M", "D", Events.day("2026-03-03")),
                Events.repair("R-4", "SN-2", "M", "C", Events.day("2026-01-31")),
                Events.complaint("C-1", "ANNA", "M", "C", Events.day("2026-01-01")),
                Events.complaint("C-2", "ANNA", "M", "C", Events.day("2026-04-01")),
                Events.complaint("C-3", "BERT", "M", "C", Events.day("2026-01-01")),
                Events.complaint("C-4", "BERT", "M", "C", Events.day("2026-04-02")));
        Report report = run("repeats", ENGLISH, events);
        assertThat(report.takeaway()).startsWith("1 of 4 repairs (25 %,").contains("1 at the same component");
        assertThat(grid(report, "repairs").rows()).hasSize(1);
        assertThat(grid(report, "repairs").rows().get(0)).contains("R-1", "R-2", 30L);
        assertThat(grid(report, "customers").rows()).hasSize(1);
        assertThat(grid(report, "customers").rows().get(0)).startsWith("ANNA", 2L, 1L);
    }

    @Test
    void anEmptyWarehouseIsRefused() {
        for (String name : List.of("fault-trend", "pareto", "rates", "mis", "batches", "repeats")) {
            assertThat(run(name, ENGLISH, List.of()).takeaway())
                    .startsWith("Cannot show a report: the warehouse holds no");
        }
    }

    @Test
    void anUnknownReportIsAnError() {
        assertThatThrownBy(() -> run("secrets", ENGLISH, List.of()))
                .hasMessageStartingWith(
                        "Cannot run report secrets: there are [fault-trend, trend, pareto, rates, mis, life, mcf,");
    }

    @Test
    void theOverviewOfAFewOrdersSaysWhatToBringAndNothingStandsOut() throws SQLException {
        try (Connection connection = new JournalFixture().withDistinct(steady()).open()) {
            Report report = Overview.of(connection, ENGLISH);
            assertThat(report.findings()).noneMatch(finding -> finding.state() == State.STANDS_OUT);
            assertThat(report.findings()).extracting(Finding::headline).contains("Monthly sales by model");
        }
    }

    /** 1,500 units in service for one month, 1,300 of them for three; 10, 5 and 3 failures. */
    private static List<Event> goldenUnits() {
        List<Event> events = new ArrayList<>();
        LocalDate last = Events.day("2026-04-30");
        for (int i = 0; i < 1500; i++) {
            LocalDate sold = i < 1300 ? Events.day("2026-01-10") : Events.day("2026-03-10");
            events.add(Events.unit("SN-" + i, "M", Events.day("2025-12-01"), sold, List.of()));
        }
        int unit = 0;
        int[] failures = {10, 5, 3};
        for (int month = 0; month < 3; month++) {
            for (int i = 0; i < failures[month]; i++) {
                LocalDate day = Events.day("2026-01-15").plusMonths(month);
                events.add(Events.repair("R-" + unit, "SN-" + unit++, "M", "C", day));
            }
        }
        events.add(Events.complaint("C-1", "ANNA", "M", "C", last.minusDays(20)));
        return events;
    }

    /** Ten failures in each month from 2025-09 to 2026-09, and one on 2026-10-01. */
    private static List<Event> steady() {
        List<Event> events = new ArrayList<>();
        for (int month = 0; month < 13; month++) {
            for (int i = 0; i < 10; i++) {
                LocalDate day = Events.day("2025-09-01").plusMonths(month).plusDays(2L * i);
                String component = i % 2 == 0 ? "VALVE" : "BOARD";
                events.add(Events.repair("S-" + month + "-" + i, "SN" + month + i, "KF-72", component, day));
            }
        }
        events.add(Events.repair("S-last", "SNL", "KF-72", "VALVE", Events.day("2026-10-01")));
        return events;
    }

    private static long age(Connection opened) throws SQLException {
        try (Connection connection = opened) {
            return Asking.over(connection, ENGLISH)
                    .database()
                    .row("select age_month from unit_failures where id = 'R-1'")
                    .count("age_month");
        }
    }

    private static Report run(String name, ReportContext context, List<Event> events) {
        try (Connection connection = new JournalFixture().withDistinct(events).open()) {
            return Reports.run(name, connection, context);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Block.Grid grid(Report report, String key) {
        return report.grids().stream()
                .filter(grid -> grid.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
