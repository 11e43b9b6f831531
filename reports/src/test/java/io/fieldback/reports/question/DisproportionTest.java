// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.fixture.Ask.ENGLISH;
import static io.fieldback.reports.fixture.Ask.number;
import static io.fieldback.reports.fixture.Ask.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.GroupBy;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.content.State;
import io.fieldback.reports.fixture.Ask;
import io.fieldback.reports.fixture.Events;
import io.fieldback.reports.fixture.JournalFixture;
import io.fieldback.reports.fixture.PlantedMaker;
import io.fieldback.reports.render.TerminalReport;
import io.fieldback.schemas.event.Event;
import io.fieldback.statistics.disproportion.Expectation;
import io.fieldback.statistics.disproportion.RatioPosterior;
import io.fieldback.statistics.disproportion.RatioPrior;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DisproportionTest {
    @Test
    void casesAloneGiveTheBookValuesAndNothingIsCalledARate() {
        List<Event> events = new ArrayList<>();
        cases(events, "A", "VALVE", 20);
        cases(events, "A", "BOARD", 180);
        cases(events, "B", "VALVE", 50);
        cases(events, "B", "BOARD", 1750);
        Report report = Ask.of("disproportion", ENGLISH.groupedBy(GroupBy.SITE), events);
        Block.Grid pairs = Ask.grid(report, "pairs");
        assertThat(value(pairs, 0, "group")).isEqualTo("A");
        assertThat(value(pairs, 0, "component")).isEqualTo("VALVE");
        assertThat(number(pairs, 0, "prr")).isCloseTo(3.6, within(1e-9));
        assertThat(number(pairs, 0, "prr_lower_95")).isCloseTo(2.1888, within(1e-4));
        assertThat(number(pairs, 0, "prr_upper_95")).isCloseTo(5.9210, within(1e-4));
        assertThat(number(pairs, 0, "ror")).isCloseTo(3.8889, within(1e-4));
        assertThat(number(pairs, 0, "ror_lower_95")).isCloseTo(2.2645, within(1e-4));
        assertThat(number(pairs, 0, "ror_upper_95")).isCloseTo(6.6786, within(1e-4));
        double expected = Expectation.ofMargins(new long[][] {{20, 180}, {50, 1750}})[0][0];
        assertThat(number(pairs, 0, "expected")).isCloseTo(expected, within(1e-9));
        RatioPosterior posterior = RatioPrior.duMouchel().posterior(20, expected);
        assertThat(number(pairs, 0, "ebgm")).isCloseTo(posterior.geometricMean(), within(1e-9));
        assertThat(number(pairs, 0, "eb05")).isCloseTo(posterior.eb05(), within(1e-9));
        assertThat(report.note("exposure_level")).startsWith("E0");
        assertThat(TerminalReport.render(report, 100).toLowerCase(Locale.ROOT)).doesNotContain(" rate");
    }

    @Test
    void unitsGiveTheExpectationWhereTheyAreKnown() {
        List<Event> events = new ArrayList<>();
        int failed = 0;
        for (int i = 0; i < 400; i++) {
            String region = i < 100 ? "R1" : "R2";
            events.add(Events.event("{'type':'unit','id':'U-" + i + "','serialNo':'SN-" + i
                    + "','productModel':'M','producedOn':'2025-12-01','soldOn':'2026-01-10','region':'" + region
                    + "','receivedAt':'2026-01-11T10:00:00+08:00'}"));
            // Of 100 units four, of 300 units four and eight.
            String component = i < 4 || (i >= 100 && i < 104) ? "VALVE" : i >= 200 && i < 208 ? "BOARD" : "";
            if (!component.isEmpty()) {
                events.add(Events.repair("R-" + failed++, "SN-" + i, "M", component, Events.day("2026-01-20")));
            }
        }
        events.add(Events.complaint("C-1", "ANNA", "M", "C", Events.day("2026-03-15")));
        Report report = Ask.of("disproportion", ENGLISH.groupedBy(GroupBy.REGION), events);
        Block.Grid pairs = Ask.grid(report, "pairs");
        long[][] counts = {{4, 0}, {4, 8}};
        double[][] expected = Expectation.ofExposure(counts, new double[] {100, 300});
        assertThat(pairs.rows()).hasSize(4);
        for (int row = 0; row < 4; row++) {
            int region = value(pairs, row, "group").equals("R1") ? 0 : 1;
            int component = value(pairs, row, "component").equals("VALVE") ? 0 : 1;
            assertThat(number(pairs, row, "failures")).isEqualTo(counts[region][component]);
            assertThat(number(pairs, row, "expected")).isCloseTo(expected[region][component], within(1e-9));
        }
        assertThat(report.findings())
                .extracting(Finding::sentence)
                .anyMatch(sentence -> sentence.startsWith("Expected by units"))
                .contains("16 of 16 failures (100 %) tell their group. So do 400 of 400 units (100 %).");
    }

    @Test
    void thePlantedLotAndItsSupplierComeFirst() throws java.sql.SQLException {
        long seed = 7;
        List<Event> events = PlantedMaker.events(seed, 6_000);
        try (java.sql.Connection connection =
                new JournalFixture().withDistinct(events).open()) {
            ReportContext context = ReportContext.of(JournalFixture.ZONE, Language.EN);
            Report lots = io.fieldback.reports.Reports.run("disproportion", connection, context.groupedBy(GroupBy.LOT));
            assertThat(value(Ask.grid(lots, "pairs"), 0, "group"))
                    .as("seed " + seed)
                    .isEqualTo("B-2503");
            assertThat(lots.findings())
                    .filteredOn(finding -> finding.state() == State.STANDS_OUT)
                    .extracting(Finding::headline)
                    .containsExactly("VALVE · lot B-2503");
            Report suppliers =
                    io.fieldback.reports.Reports.run("disproportion", connection, context.groupedBy(GroupBy.SUPPLIER));
            assertThat(value(Ask.grid(suppliers, "pairs"), 0, "group"))
                    .as("seed " + seed)
                    .isEqualTo("B");
            assertThat(value(Ask.grid(suppliers, "pairs"), 0, "component")).isEqualTo("VALVE");
        }
    }

    @Test
    void whatIsNotToldIsRefusedAndSaysWhatToBring() {
        List<Event> events = new ArrayList<>();
        cases(events, "A", "VALVE", 2);
        assertThat(Ask.of("disproportion", ENGLISH, events).takeaway())
                .isEqualTo("Cannot compare: nothing says by what. Give --by supplier, lot, batch, region or site.");
        assertThat(Ask.of("disproportion", ENGLISH.groupedBy(GroupBy.SUPPLIER), events)
                        .takeaway())
                .isEqualTo("Cannot compare suppliers: fewer than two are told. Import registrations of units with the"
                        + " parts they are built of.");
        assertThat(Ask.of("disproportion", ENGLISH.groupedBy(GroupBy.SITE), events)
                        .refused())
                .isTrue();
    }

    private static void cases(List<Event> events, String site, String component, int number) {
        for (int i = 0; i < number; i++) {
            events.add(Events.event("{'type':'repair','id':'R-" + site + component + i + "','serviceKind':'failure',"
                    + "'productModel':'M','siteId':'" + site + "','component':'" + component
                    + "','failedOn':'2026-01-05','receivedAt':'2026-01-06T10:00:00+08:00'}"));
        }
    }
}
