// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.fixture.Ask.ENGLISH;
import static io.fieldback.reports.fixture.Ask.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.content.State;
import io.fieldback.reports.fixture.Ask;
import io.fieldback.reports.fixture.Events;
import io.fieldback.reports.fixture.JournalFixture;
import io.fieldback.reports.fixture.Lives;
import io.fieldback.schemas.event.Event;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.life.LifeDistribution;
import io.fieldback.statistics.life.LifeFit;
import io.fieldback.statistics.life.MaximumLikelihood;
import io.fieldback.statistics.life.NevadaChart;
import io.fieldback.statistics.life.ReturnForecast;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final ReportContext MODEL = ENGLISH.ofProduct("M");

    /** The textbook's chart: 100, 140 and 150 sold; 3, 3, 5 and 2, 4 and 4 returned. */
    private static final NevadaChart BOOK = new NevadaChart(
            List.of(100L, 140L, 150L), List.of(List.of(3L, 3L, 5L), List.of(0L, 2L, 4L), List.of(0L, 0L, 4L)));

    @Test
    void monthlySalesAndReturnsGiveTheBookFit() {
        Report report = Ask.of("life", MODEL, bookSales());
        assertThat(report.note("exposure_level")).startsWith("E2");
        assertBookFit(report);
        assertThat(report.findings())
                .extracting(Finding::sentence)
                .anyMatch(sentence -> sentence.startsWith("Estimated: units count"));
    }

    @Test
    void unitsBySerialNumberGiveTheSameFit() {
        Report report = Ask.of("life", MODEL.ofComponent("C"), bookUnits());
        assertThat(report.note("exposure_level")).startsWith("E4");
        assertBookFit(report);
    }

    @Test
    void theForecastIsThatOfTheUnitsThatWork() {
        Report report = Ask.of("life", MODEL, bookUnits());
        LifeFit fit = MaximumLikelihood.fit(LifeDistribution.WEIBULL, BOOK.observations());
        // In service on the 15th, looked at on the last day of September: half a month older than the chart has it.
        List<ReturnForecast.Group> fleet = List.of(
                new ReturnForecast.Group(89, 3.5),
                new ReturnForecast.Group(134, 2.5),
                new ReturnForecast.Group(146, 1.5));
        List<ReturnForecast.Period> expected =
                new ReturnForecast(fit, fleet, Double.POSITIVE_INFINITY).periods(12, Interval.DEFAULT_CONFIDENCE);
        Block.Grid forecast = Ask.grid(report, "forecast");
        for (int i = 0; i < 12; i++) {
            assertThat(number(forecast, i, "expected"))
                    .isCloseTo(expected.get(i).expected(), within(1e-9));
            assertThat(number(forecast, i, "seen_to"))
                    .isEqualTo(expected.get(i).prediction().upper());
        }
        assertThat(Ask.value(forecast, 0, "month")).hasToString("2026-10-01");
    }

    @Test
    void theCurveIsThatOfMonthsInService() {
        Block.Grid life = Ask.grid(Ask.of("life", MODEL, bookUnits()), "by_month");
        Block.Grid mis = Ask.grid(Ask.of("mis", MODEL, bookUnits()), "by_model");
        // Months 1 and 3 are those of the other report.
        assertThat(life.rows()).hasSize(3);
        assertThat(life.rows().get(0)).isEqualTo(mis.rows().get(0));
        assertThat(life.rows().get(2)).isEqualTo(mis.rows().get(1));
    }

    @Test
    void aPlantedWeibullIsRecoveredAndItsWearIsSaid() {
        long seed = 20260801;
        Report report = Ask.of("life", MODEL, Lives.weibull(new Random(seed), 2_500, 2.5, 40));
        Block.Grid weibull = Ask.grid(report, "weibull");
        assertThat(2.5).as("seed " + seed).isBetween(number(weibull, 0, "lower_95"), number(weibull, 0, "upper_95"));
        assertThat(40.0).as("seed " + seed).isBetween(number(weibull, 1, "lower_95"), number(weibull, 1, "upper_95"));
        assertThat(report.findings().get(0).state()).isEqualTo(State.STANDS_OUT);
        assertThat(report.findings().get(0).headline()).isEqualTo("Wears out");
        assertThat(report.takeaway()).contains("Units wear out").doesNotContain("no single Weibull");
    }

    @Test
    void wearBesideFailuresByChanceIsTakenApart() {
        long seed = 20260803;
        List<Event> events = Lives.chanceAndWear(new Random(seed), 3_000, 0.005, 3, 28);
        Report report = Ask.of("life", MODEL, events);
        assertThat(report.takeaway()).as("seed " + seed).contains("Units wear out (Weibull shape of the wear");
        ObservedLives lives = lives(events);
        WearApart apart = LifeAnswer.of(lives, Optional.empty())
                .flatMap(LifeAnswer::apart)
                .orElseThrow();
        assertThat(apart.shape().contains(3)).as("seed " + seed + ", " + apart).isTrue();
        assertThat(number(Ask.grid(report, "weibull"), 0, "upper_95")).isLessThan(3);
        // What the planted lives bring in the next year, given the ages of the units that work.
        double planted = lives.fleet().stream()
                .mapToDouble(group -> group.units()
                        * -Math.expm1(
                                -0.005 * 12 - Math.pow((group.age() + 12) / 28, 3) + Math.pow(group.age() / 28, 3)))
                .sum();
        assertThat(apart.bounds().contains(planted))
                .as(planted + " in " + apart.bounds())
                .isTrue();
    }

    @Test
    void weakUnitsAmongUnitsThatWearOutAreAMixture() {
        long seed = 20260802;
        Report report = Ask.of("life", MODEL, Lives.weakAmongSound(new Random(seed), 2_500));
        assertThat(report.findings())
                .as("seed " + seed)
                .extracting(Finding::headline)
                .contains("Two kinds of failures are mixed");
        assertThat(report.takeaway()).contains("no single Weibull distribution describes them");
    }

    @Test
    void fewerThanFiveFailuresBoundTheFailuresInsteadOfAFit() {
        List<Event> events = new ArrayList<>(Lives.sold(300));
        for (int i = 0; i < 4; i++) {
            events.add(Events.repair("R-" + i, "SN-" + i, "M", "C", Lives.START.plusDays(30L * (i + 1))));
        }
        Report report = Ask.of("life", MODEL, events);
        assertThat(report.refused()).isFalse();
        assertThat(report.takeaway()).endsWith(". 4 first failures: no Weibull distribution is fitted.");
        assertThat(report.findings().get(0).sentence())
                .startsWith("Cannot fit a Weibull distribution: 4 failures of 300 units, at least 5 are needed.")
                .contains("Weibayes");
        assertThat(report.grids()).extracting(Block.Grid::key).containsExactly("by_month");
    }

    @Test
    void levelsBelowE2AreRefusedAndSayWhatToBring() {
        Event failure = Events.repair("R-1", "SN-1", "M", "C", Events.day("2026-01-31"));
        assertThat(Ask.of("life", MODEL, List.of(failure)).takeaway())
                .isEqualTo("Cannot fit lives of M: no sales, shipments or registrations, so the units that have not"
                        + " failed are unknown. Import monthly sales by model, shipments or registrations.");
        assertThat(Ask.of("life", MODEL, List.of(failure, Events.population("M", "2026-01", 1000)))
                        .takeaway())
                .startsWith("Cannot fit lives of M: units in field are known by month only");
        assertThat(Ask.of("life", ENGLISH, bookUnits()).takeaway())
                .startsWith("Cannot fit lives of several products at once: give one with --product MODEL.");
        assertThat(Ask.of("life", ENGLISH.ofProduct("X"), bookUnits()).takeaway())
                .isEqualTo("Cannot show X: no event names this product. There are M.");
    }

    @Test
    void curvesEndWhereTheWarrantyDoes() {
        List<Event> events = Lives.coveredFor(12);
        Report report = Ask.of("life", MODEL, events);
        assertThat(Ask.grid(report, "by_month").rows()).hasSize(12);
        assertThat(report.findings())
                .extracting(Finding::sentence)
                .anyMatch(sentence -> sentence.startsWith("The age curve of M ends at month 12 in service"));
        assertThat(Ask.grid(Ask.of("life", MODEL.withWarranty(6), events), "by_month")
                        .rows())
                .hasSize(6);
        Block.Grid mis = Ask.grid(Ask.of("mis", MODEL, events), "by_model");
        assertThat(number(mis, mis.rows().size() - 1, "months_in_service")).isEqualTo(12);
    }

    private static ObservedLives lives(List<Event> events) {
        try (Connection connection = new JournalFixture().withDistinct(events).open()) {
            return ObservedLives.of(Asking.over(connection, MODEL), Optional.empty());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertBookFit(Report report) {
        Block.Grid weibull = Ask.grid(report, "weibull");
        assertThat(number(weibull, 0, "value")).isCloseTo(1.39370, within(5e-6));
        assertThat(number(weibull, 1, "value")).isCloseTo(15.35112, within(5e-5));
        assertThat(report.takeaway()).startsWith("M");
    }

    private static List<Event> bookSales() {
        List<Event> events = new ArrayList<>();
        for (int sale = 0; sale < 3; sale++) {
            events.add(Events.sales("M", "2026-0" + (6 + sale), BOOK.sold().get(sale)));
        }
        int id = 0;
        for (int sale = 0; sale < 3; sale++) {
            for (int month = sale; month < 3; month++) {
                for (long i = 0; i < BOOK.returned().get(sale).get(month); i++) {
                    events.add(Events.event("{'type':'repair','id':'R-" + id++
                            + "','productModel':'M','producedOn':'2026-0" + (6 + sale) + "-02','failedOn':'2026-0"
                            + (6 + month) + "-20','receivedAt':'2026-0" + (6 + month) + "-21T10:00:00+08:00'}"));
                }
            }
        }
        events.add(Events.complaint("C-1", "ANNA", "M", "C", Events.day("2026-09-30")));
        return events;
    }

    private static List<Event> bookUnits() {
        List<Event> events = new ArrayList<>();
        int serial = 0;
        for (int sale = 0; sale < 3; sale++) {
            String sold = "2026-0" + (6 + sale);
            int first = serial;
            for (long i = 0; i < BOOK.sold().get(sale); i++) {
                events.add(Events.unit(
                        "SN-" + serial++, "M", Events.day("2026-05-01"), Events.day(sold + "-15"), List.of()));
            }
            int failed = first;
            for (int month = sale; month < 3; month++) {
                for (long i = 0; i < BOOK.returned().get(sale).get(month); i++) {
                    String day = "2026-0" + (6 + month) + "-20";
                    events.add(Events.repair("R-" + failed, "SN-" + failed, "M", "C", Events.day(day)));
                    failed++;
                }
            }
        }
        events.add(Events.complaint("C-1", "ANNA", "M", "C", Events.day("2026-09-30")));
        return events;
    }
}
