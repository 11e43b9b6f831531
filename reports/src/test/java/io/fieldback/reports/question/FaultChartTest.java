// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.fixture.Ask.ENGLISH;
import static io.fieldback.reports.fixture.Ask.number;
import static io.fieldback.reports.fixture.Ask.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Phase;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.fixture.Ask;
import io.fieldback.reports.fixture.Events;
import io.fieldback.schemas.event.Event;
import io.fieldback.statistics.chart.Limits;
import io.fieldback.statistics.chart.UChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultChartTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int[] FAULTS = {9, 16, 7, 14, 12, 6, 15, 10, 17, 8, 13, 11, 12, 14, 9, 13, 60, 12, 11, 10};

    @Test
    void limitsAreThoseOfTheFirstTwelveMonthsAndAJumpLiesOutside() {
        Report report = Ask.of("trend", ENGLISH, months(FAULTS));
        long[] counts = Arrays.stream(FAULTS).limit(12).asLongStream().toArray();
        double[] units = new double[12];
        Arrays.setAll(units, FaultChartTest::units);
        UChart chart = UChart.laney(counts, units);
        assertThat(chart.sigmaZ()).as("the baseline is restless enough for u′").isGreaterThan(1);
        Block.Grid months = Ask.grid(report, "months");
        for (int i = 0; i < FAULTS.length; i++) {
            Limits limits = chart.limits(units(i), 3);
            assertThat(number(months, i, "per_1000_month")).isCloseTo(1000 * FAULTS[i] / units(i), within(1e-9));
            assertThat(number(months, i, "upper_limit")).isCloseTo(1000 * limits.upper(), within(1e-9));
            assertThat(number(months, i, "lower_limit")).isCloseTo(1000 * limits.lower(), within(1e-9));
        }
        assertThat(value(months, 16, "verdict")).isEqualTo("above");
        assertThat(value(months, 3, "verdict")).isEqualTo("baseline: within");
        assertThat(report.takeaway())
                .startsWith("1 of 8 complete months lies outside the limits frozen on 2024-01 to 2024-12")
                .endsWith("1 above and 0 below: 2025-05 (51.7).");
        assertThat(report.note("exposure_level")).startsWith("E1");
    }

    @Test
    void aMonthThatIsNotReportedInFullIsNotJudged() {
        Report report = Ask.of("trend", ENGLISH, months(FAULTS));
        Block.Grid months = Ask.grid(report, "months");
        assertThat(months.rows()).hasSize(FAULTS.length + 1);
        assertThat(value(months, FAULTS.length, "verdict")).isEqualTo("not judged");
        assertThat(report.findings())
                .extracting(Finding::sentence)
                .contains("Reported so far: 2025-09 about 6.7 %. These months are rings in the chart and not judged.");
    }

    @Test
    void limitsAreFrozenOnTheMonthsAskedFor() {
        Report report = Ask.of("trend", ENGLISH.frozenOn(Phase.of("2024-07:2025-06")), months(FAULTS));
        assertThat(report.takeaway()).contains("frozen on 2024-07 to 2025-06");
        assertThat(report.findings())
                .extracting(Finding::sentence)
                .anyMatch(it -> it.startsWith("The baseline itself has months outside its limits: 2025-05"));
        assertThat(Ask.of("trend", ENGLISH.frozenOn(Phase.of("2020-01:2020-12")), months(FAULTS))
                        .takeaway())
                .startsWith("Cannot freeze limits: fewer than two complete months");
        assertThatThrownBy(() -> Phase.of("2024"))
                .hasMessage("Cannot use months '2024': give the first and the last as 2025-01:2025-12");
        assertThatThrownBy(() -> Phase.of("2024-02:2024-01"))
                .hasMessage("Cannot use months 2024-02 to 2024-01: the last comes before the first");
    }

    @Test
    void withoutUnitsOrMonthsNoLimitIsDrawn() {
        assertThat(Ask.of("trend", ENGLISH, List.of(Events.repair("R", "S", "M", "C", FIRST)))
                        .takeaway())
                .isEqualTo(
                        "Cannot draw faults per unit for M: units in use are unknown. Import monthly sales by model, or"
                                + " units in field by month; report fault-trend shows the counts against their own history.");
        assertThat(Ask.of("trend", ENGLISH, months(new int[] {3, 4, 5})).takeaway())
                .isEqualTo("Cannot freeze limits: 3 complete months have units in the field, at least 8 are needed."
                        + " Report rates shows the months there are.");
        assertThat(Ask.of("trend", ENGLISH, months(new int[20])).takeaway())
                .startsWith("Cannot freeze limits: no matched failure from 2024-01 to 2024-12");
    }

    @Test
    void aFleetThatOnlyGrowsOlderIsWithinAtEqualAge() {
        Report report = Ask.of("trend", ENGLISH, ageingFleet());
        assertThat(report.takeaway()).contains("outside the limits");
        assertThat(report.findings().get(0).headline()).isEqualTo("At equal age");
        assertThat(report.findings().get(0).sentence()).startsWith("None of these");
    }

    private static double units(int month) {
        return 1000 + 10 * month;
    }

    /** Months of so many faults among a growing number of units, and one fault on the second day of the next month. */
    private static List<Event> months(int[] faults) {
        List<Event> events = new ArrayList<>(List.of(Events.complaint("C-1", "ANNA", "M", "C", FIRST)));
        for (int month = 0; month <= faults.length; month++) {
            LocalDate first = FIRST.plusMonths(month);
            events.add(Events.population("M", first.toString().substring(0, 7), (long) units(month)));
            for (int i = 0; i < (month < faults.length ? faults[month] : 1); i++) {
                LocalDate day = first.plusDays(month < faults.length ? i % 28 : 1);
                events.add(Events.repair("R-" + month + "-" + i, "S-" + i, "M", "C", day));
            }
        }
        return events;
    }

    /** 4,000 units sold in one month; ever more of them fail the older they get, each age the same share. */
    private static List<Event> ageingFleet() {
        List<Event> events = new ArrayList<>();
        int id = 0;
        for (int cohort = 0; cohort < 24; cohort++) {
            LocalDate sold = FIRST.plusMonths(cohort);
            for (int i = 0; i < 100; i++) {
                events.add(Events.unit("SN-" + cohort + "-" + i, "M", sold.minusDays(20), sold, List.of()));
            }
            for (int age = 0; age < 24 - cohort; age++) {
                for (int i = 0; i < 1 + age / 2; i++) {
                    LocalDate day = sold.plusMonths(age).plusDays(7L + 3 * i % 20);
                    events.add(Events.repair("R-" + id++, "SN-" + cohort + "-" + i, "M", "C", day));
                }
            }
        }
        events.add(
                Events.complaint("C-1", "ANNA", "M", "C", FIRST.plusMonths(24).minusDays(1)));
        return events;
    }
}
