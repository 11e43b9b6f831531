// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelayTest {
    private static final long SEED = 4006;

    @Test
    void nowcastsFindTheShareReportedSoFar() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        int days = 200;
        int[] events = new int[days * 50];
        int[] reports = new int[events.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = i / 50;
            reports[i] = events[i] + random.nextInt(5);
        }
        ReportingTriangle triangle = ReportingTriangle.of(events, reports, 0, days - 1, 6);
        List<LawlessNowcast.Estimate> estimates =
                new LawlessNowcast(0.05, LawlessNowcast.Variance.WITH_DELAYS).of(triangle);
        for (int back = 0; back < 5; back++) {
            LawlessNowcast.Estimate estimate = estimates.get(days - 1 - back);
            assertThat(estimate.completeness()).isCloseTo((back + 1) / 5.0, within(0.02));
            assertThat(estimate.lower()).isGreaterThanOrEqualTo(estimate.reported());
            assertThat(estimate.upper()).isGreaterThanOrEqualTo(estimate.median());
        }
        assertThat(estimates.get(0).completeness()).isEqualTo(1);
        assertThat(estimates.get(0).median()).isEqualTo(50);
    }

    @Test
    void longerDelaysStandAtTheLongest() {
        ReportingTriangle triangle = ReportingTriangle.of(new int[] {0, 0, 1, 3}, new int[] {0, 9, 5, 2}, 0, 9, 2);
        assertThat(triangle.counts()[0]).containsExactly(1, 0, 1);
        assertThat(triangle.counts()[1]).containsExactly(0, 0, 1);
        assertThat(triangle.reported(3)).isZero();
        assertThat(triangle.counts()[9]).hasSize(1);
    }

    @Test
    void lognormalQuantilesAreThoseOfTheFit() {
        LognormalDelay delay = LognormalDelay.of(new double[] {1, Math.E, Math.E * Math.E, 0, -3, Double.NaN});
        assertThat(delay.used()).isEqualTo(3);
        assertThat(delay.meanLog()).isCloseTo(1, within(1e-12));
        assertThat(delay.deviationLog()).isCloseTo(Math.sqrt(2.0 / 3), within(1e-12));
        assertThat(delay.quantile(0.5)).isCloseTo(Math.E, within(1e-9));
        assertThat(delay.atMost(delay.quantile(0.9))).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void whatSaysNothingOfDelaysIsRefused() {
        assertThatThrownBy(() -> LognormalDelay.of(new double[] {3, 0, 3}))
                .hasMessage("Cannot fit delays of 3 cases, 2 of them above 0: it needs two that differ");
        assertThatThrownBy(() -> new ReportingTriangle(new long[2][3], 2))
                .hasMessage("Cannot form reporting triangle of 2 days and longest delay 2: delays must reach at least 1"
                        + " and there must be more days than that");
    }
}
