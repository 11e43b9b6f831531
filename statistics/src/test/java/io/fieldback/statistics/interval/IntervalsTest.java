// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    @Test
    void garwoodOf18EventsIsTheBookValue() {
        Interval interval = new PoissonRate(18, 1).interval(0.95);
        assertThat(interval.lower()).isCloseTo(10.66794, within(5e-6));
        assertThat(interval.upper()).isCloseTo(28.44776, within(5e-6));
    }

    @Test
    void noEventsStillHaveAnUpperEnd() {
        Interval interval = new PoissonRate(0, 100).interval(0.95);
        assertThat(interval.lower()).isZero();
        assertThat(interval.upper()).isCloseTo(0.036888794541139354, within(1e-12));
    }

    @Test
    void wilsonOf92In100IsTheBookValue() {
        Interval interval = new Share(92, 100).interval(0.95);
        assertThat(interval.lower()).isCloseTo(0.8500, within(5e-5));
        assertThat(interval.upper()).isCloseTo(0.9589, within(5e-5));
    }

    @Test
    void atRiskSumIsTheBookValue() {
        List<AtRiskSum.Point> curve = AtRiskSum.curve(new long[] {1500, 1300, 1300}, new long[] {10, 5, 3}, 0.95);
        assertThat(curve)
                .extracting(AtRiskSum.Point::per1000)
                .satisfiesExactly(
                        first -> assertThat(first).isCloseTo(6.6667, within(5e-5)),
                        second -> assertThat(second).isCloseTo(10.5128, within(5e-5)),
                        third -> assertThat(third).isCloseTo(12.8205, within(5e-5)));
    }

    @Test
    void atRiskSumEndsWhereNoUnitIsOldEnough() {
        assertThat(AtRiskSum.curve(new long[] {10, 0, 0}, new long[] {1, 0, 0}, 0.95))
                .hasSize(1);
    }

    @Test
    void atRiskIntervalIsLogNormal() {
        AtRiskSum.Point point =
                AtRiskSum.curve(new long[] {1000}, new long[] {10}, 0.95).get(0);
        double spread = Math.exp(1.959963984540054 / Math.sqrt(10));
        assertThat(point.interval().lower()).isCloseTo(10 / spread, within(1e-9));
        assertThat(point.interval().upper()).isCloseTo(10 * spread, within(1e-9));
    }

    @Test
    void poissonTailIsTheBookValue() {
        assertThat(PoissonRate.chanceOfAtLeast(8, 4.2)).isCloseTo(0.063943, within(5e-7));
        assertThat(PoissonRate.chanceOfAtLeast(12, 4.2)).isCloseTo(0.001374, within(5e-7));
    }

    @Test
    void aRateNeedsExposure() {
        assertThatThrownBy(() -> new PoissonRate(1, 0))
                .hasMessage("Cannot compute rate of 1 events over exposure 0.0: events must not be negative and"
                        + " exposure must be positive");
    }

    @Test
    void aShareLiesBetweenNothingAndAll() {
        assertThatThrownBy(() -> new Share(3, 2))
                .hasMessage("Cannot compute share of 3 in 2: it must lie between 0 and 1");
    }
}
