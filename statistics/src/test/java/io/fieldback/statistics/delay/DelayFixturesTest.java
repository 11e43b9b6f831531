// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.delay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixture;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Delays and nowcasts against R's {@code weibulltools} and {@code surveillance}. */
class DelayFixturesTest {
    private static final int LONGEST = 15;
    private static final String NOW = "2011-06-10";

    @Test
    void lognormalDelaysEqualTheirMaximumLikelihood() {
        Fixture dates = Fixture.present("delay/field_data_dates.csv");
        Fixture expected = Fixture.present("delay/expected.csv");
        Agreement agreement = new Agreement("delay");
        for (int row = 0; row < expected.size(); row++) {
            String[] ends = expected.text(row, "delay").split("_to_");
            double[] delays = dates.numbers(ends[1]);
            double[] starts = dates.numbers(ends[0]);
            for (int i = 0; i < delays.length; i++) {
                delays[i] -= starts[i];
            }
            LognormalDelay delay = LognormalDelay.of(delays);
            agreement.same("n", delay.used(), (int) expected.number(row, "n"));
            agreement.check("meanlog", delay.meanLog(), expected.number(row, "meanlog"), 1e-12);
            agreement.check("sdlog", delay.deviationLog(), expected.number(row, "sdlog_mle"), 1e-12);
            agreement.check("sd n-1", delay.sampleDeviationLog(), expected.number(row, "sdlog_n1"), 1e-12);
        }
        agreement.report();
    }

    @Test
    void triangleAndNowcastEqualR() {
        Fixture list = Fixture.present("nowcast/husO104Hosp_linelist.csv");
        Fixture triangleOfR = Fixture.present("nowcast/hus_2011-06-10_D15_triangle.csv");
        Fixture expected = Fixture.present("nowcast/hus_2011-06-10_D15_lawless.csv");
        int[] events = days(list, "event");
        int[] reports = days(list, "report");
        int first = day(triangleOfR.text(0, "event"));
        ReportingTriangle triangle = ReportingTriangle.of(events, reports, first, day(NOW), LONGEST);
        Agreement cells = new Agreement("nowcast triangle");
        for (int t = 0; t < triangle.days(); t++) {
            for (int x = 0; x < triangle.counts()[t].length; x++) {
                cells.check("row " + t + " delay " + x, triangle.counts()[t][x], triangleOfR.number(t, "delay" + x), 0);
            }
        }
        cells.report();
        List<LawlessNowcast.Estimate> estimates =
                new LawlessNowcast(0.05, LawlessNowcast.Variance.CHANCE_ONLY).of(triangle);
        Agreement nowcast = new Agreement("nowcast lawless");
        for (int row = 0; row < expected.size(); row++) {
            LawlessNowcast.Estimate estimate = estimates.get(day(expected.text(row, "event")) - first);
            nowcast.check("observed " + row, estimate.reported(), expected.number(row, "observed_so_far"), 0);
            nowcast.check("nowcast " + row, estimate.median(), expected.number(row, "nowcast_lawless"), 0);
            nowcast.check("lower " + row, estimate.lower(), expected.number(row, "pi_lo"), 0);
            nowcast.check("upper " + row, estimate.upper(), expected.number(row, "pi_hi"), 0);
        }
        nowcast.report();
        assertThat(new LawlessNowcast(0.05, LawlessNowcast.Variance.WITH_DELAYS).of(triangle))
                .as("doubt about delays makes intervals wider")
                .allSatisfy(wide -> assertThat(wide.upper())
                        .isGreaterThanOrEqualTo(estimates.get(wide.day()).upper()));
    }

    private static int[] days(Fixture table, String column) {
        int[] days = new int[table.size()];
        for (int row = 0; row < days.length; row++) {
            days[row] = day(table.text(row, column));
        }
        return days;
    }

    private static int day(String text) {
        return (int) LocalDate.parse(text).toEpochDay();
    }
}
