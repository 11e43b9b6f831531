// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.fixture.Ask.ENGLISH;
import static io.fieldback.reports.fixture.Ask.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.GroupBy;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.State;
import io.fieldback.reports.fixture.Ask;
import io.fieldback.reports.fixture.Events;
import io.fieldback.schemas.event.Event;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.recurrence.MeanCumulativeFunction;
import io.fieldback.statistics.recurrence.UnitHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RepeatedRepairsTest {
    private static final LocalDate END = LocalDate.of(2026, 1, 15);

    @Test
    void threeUnitsGiveTheBookCurveWithItsBounds() {
        List<UnitHistory> book = List.of(
                new UnitHistory(List.of(5.0, 8.0), 12),
                new UnitHistory(List.of(1.0, 8.0, 16.0), 20),
                new UnitHistory(List.of(4.0), 10));
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < book.size(); i++) {
            unit(events, "SN-" + i, "R1", book.get(i));
        }
        events.add(Events.complaint("C-1", "ANNA", "M", "C", END));
        Report report = Ask.of("mcf", ENGLISH, events);
        Block.Grid table = Ask.grid(report, "mcf");
        List<MeanCumulativeFunction.Point> expected = MeanCumulativeFunction.curve(
                book,
                MeanCumulativeFunction.Variance.LAWLESS_NADEAU,
                MeanCumulativeFunction.Scale.LOGNORMAL,
                Interval.DEFAULT_CONFIDENCE);
        assertThat(table.rows()).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(number(table, i, "months_in_service"))
                    .isEqualTo(expected.get(i).age());
            assertThat(number(table, i, "repairs_per_1000"))
                    .isCloseTo(1000 * expected.get(i).value(), within(1e-9));
            assertThat(number(table, i, "lower_95"))
                    .isCloseTo(1000 * expected.get(i).interval().lower(), within(1e-9));
        }
        assertThat(table.rows().stream().map(row -> (Double) row.get(3)))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 5e-2 ? 0 : Double.compare(a, b), Double.class)
                .contains(333.3, 666.7, 1000.0, 1666.7, 2666.7);
        assertThat(report.findings())
                .extracting(Finding::sentence)
                .contains("3 of 3 units were repaired, 2 of them at least twice, 1 at least three times.");
    }

    @Test
    void theCurveIsR1000AndAGroupThatFailsMoreStandsOut() {
        long seed = 11;
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            boolean bad = i % 3 == 0;
            List<Double> repairs = new ArrayList<>();
            double end = 1 + random.nextInt(18);
            for (int month = 1; month <= end; month++) {
                if (random.nextDouble() < (bad ? 0.03 : 0.01)) {
                    repairs.add((double) month);
                }
            }
            unit(events, "SN-" + i, bad ? "BAD" : i % 3 == 1 ? "R1" : "R2", new UnitHistory(repairs, end));
        }
        events.add(Events.complaint("C-1", "ANNA", "M", "C", END));
        Report report = Ask.of("mcf", ENGLISH.ofProduct("M").groupedBy(GroupBy.REGION), events);
        assertThat(report.findings())
                .as("seed " + seed)
                .filteredOn(finding -> finding.state() == State.STANDS_OUT)
                .extracting(Finding::headline)
                .containsExactly("BAD");
        Block.Grid mis = Ask.grid(Ask.of("mis", ENGLISH, events), "by_model");
        Block.Grid mcf = Ask.grid(report, "mcf");
        for (int row = 0; row < mis.rows().size(); row++) {
            int month = (int) number(mis, row, "months_in_service");
            assertThat(number(mcf, month - 1, "repairs_per_1000"))
                    .as("month " + month)
                    .isCloseTo(number(mis, row, "r_per_1000"), within(1e-9));
        }
        assertThat(Ask.grid(Ask.of("mcf", ENGLISH.withWarranty(6), events), "mcf")
                        .rows())
                .hasSize(6);
    }

    @Test
    void unitsThatAreNotKnownOneByOneAreRefused() {
        List<Event> events = List.of(
                Events.sales("M", "2025-01", 1000), Events.repair("R", "SN-1", "M", "C", Events.day("2026-01-10")));
        assertThat(Ask.of("mcf", ENGLISH, events).takeaway())
                .isEqualTo("Cannot follow the repairs of units of all products: units are not known one by one, or none"
                        + " has completed a month in service. Import shipments or registrations by serial number.");
        assertThat(Ask.of("mcf", ENGLISH, events.subList(1, 2)).takeaway())
                .startsWith("Cannot follow the repairs of units of M: no sales, shipments or registrations.");
        assertThat(Ask.of("mcf", ENGLISH.groupedBy(GroupBy.SITE), events).takeaway())
                .startsWith("Cannot compare units by service site");
        assertThat(Ask.of("mcf", ENGLISH.groupedBy(GroupBy.LOT), events).takeaway())
                .isEqualTo(
                        "Cannot compare units by the supplier or lot of a part: give the part with --component CODE.");
    }

    /** A unit that completes so many months up to the end, repaired in the middle of months in service. */
    private static void unit(List<Event> events, String serial, String region, UnitHistory history) {
        LocalDate sold = END.minusMonths((long) history.end());
        events.add(Events.event("{'type':'unit','id':'U-" + serial + "','serialNo':'" + serial
                + "','productModel':'M','producedOn':'" + sold.minusDays(10) + "','soldOn':'" + sold + "','region':'"
                + region + "','receivedAt':'" + sold + "T10:00:00+08:00'}"));
        for (double month : history.failures()) {
            LocalDate day = sold.plusMonths((long) month - 1).plusDays(12);
            events.add(Events.repair("R-" + serial + "-" + month, serial, "M", "C", day));
        }
    }
}
