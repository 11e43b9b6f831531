// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void limitsStayWhereTheBaselinePutThem() {
        UChart chart = UChart.frozenOn(new long[] {10, 12, 8, 10}, new double[] {100, 100, 100, 100});
        assertThat(chart.centre()).isCloseTo(0.1, within(1e-15));
        assertThat(chart.point(19, 100, 3).side()).isEqualTo(Limits.Side.WITHIN);
        assertThat(chart.point(20, 100, 3).side()).isEqualTo(Limits.Side.ABOVE);
        assertThat(chart.point(0, 100, 3).side()).isEqualTo(Limits.Side.BELOW);
        assertThat(chart.point(0, 50, 3).side()).isEqualTo(Limits.Side.WITHIN);
    }

    @Test
    void sharesHaveBinomialLimitsWithinNoneAndAll() {
        PChart chart = PChart.frozenOn(new long[] {45, 55}, new long[] {100, 100});
        assertThat(chart.limits(100, 3).upper()).isCloseTo(0.65, within(1e-12));
        assertThat(chart.limits(100, 3).lower()).isCloseTo(0.35, within(1e-12));
        assertThat(chart.limits(1, 3)).isEqualTo(new Limits(0, 0.5, 1));
        PChart laney = PChart.laney(new long[] {45, 55}, new long[] {100, 100});
        assertThat(laney.sigmaZ()).isCloseTo(2 / 1.128, within(1e-12));
        assertThat(laney.point(60, 100, 3).standardised()).isCloseTo(2, within(1e-12));
    }

    @Test
    void averageForgetsByItsWeight() {
        List<EwmaChart.Point> points = new EwmaChart(10, 1, 0.1, 2.7).points(new double[] {9.45, 7.99, 9.29});
        // Montgomery, Introduction to Statistical Quality Control, example 9.2.
        assertThat(points.get(0).average()).isCloseTo(9.945, within(1e-9));
        assertThat(points.get(1).average()).isCloseTo(9.7495, within(1e-9));
        assertThat(points.get(2).average()).isCloseTo(9.70355, within(1e-9));
        assertThat(points.get(0).limits().upper()).isCloseTo(10.27, within(1e-9));
        assertThat(points.get(1).limits().upper()).isCloseTo(10.36, within(5e-3));
        assertThat(points.get(0).side()).isEqualTo(Limits.Side.WITHIN);
    }

    @Test
    void averageOfWeightOneIsTheValueItself() {
        EwmaChart chart = EwmaChart.frozenOn(new double[] {1, 3}, 1, 3);
        EwmaChart.Point point = chart.points(new double[] {7}).get(0);
        assertThat(point.average()).isEqualTo(7);
        assertThat(point.limits().upper()).isCloseTo(2 + 3 * Math.sqrt(2), within(1e-12));
        assertThat(point.side()).isEqualTo(Limits.Side.ABOVE);
        assertThat(EwmaChart.ofStandardised(1.5, 0.2, 3).sigma()).isEqualTo(1.5);
    }

    @Test
    void aBaselineThatTellsNothingIsRefused() {
        assertThatThrownBy(() -> UChart.frozenOn(new long[] {0, 0}, new double[] {10, 10}))
                .hasMessage("Cannot freeze u chart: the baseline has no events, so it has no spread");
        assertThatThrownBy(() -> UChart.frozenOn(new long[] {1}, new double[] {0}))
                .hasMessage("Cannot put period with exposure 0.0 on u chart: it must be positive");
        assertThatThrownBy(() -> UChart.laney(new long[] {1}, new double[] {10}))
                .hasMessage("Cannot freeze Laney u chart: 1 period, at least 2 are needed for a moving range");
        assertThatThrownBy(() -> PChart.frozenOn(new long[] {10}, new long[] {10}))
                .hasMessage("Cannot freeze p chart: all cases of the baseline are of the kind");
        assertThatThrownBy(() -> EwmaChart.frozenOn(new double[] {2, 2}, 0.2, 3))
                .hasMessage("Cannot freeze EWMA chart: all values are equal, there is no variance");
        assertThatThrownBy(() -> new EwmaChart(0, 1, 0, 3))
                .hasMessage("Cannot draw EWMA chart with sigma 1.0, lambda 0.0 and width 3.0: all must be positive, and"
                        + " lambda at most 1");
    }

    @Test
    void laneyAlarmsLittleWherePlainLimitsAlarmOften() {
        long seed = 7;
        System.out.println("restless periods drawn with seed " + seed);
        SplittableRandom seeds = new SplittableRandom(seed);
        UniformRandomProvider random = seeds::nextLong;
        int periods = 2000;
        long[] counts = new long[periods];
        double[] exposures = new double[periods];
        Arrays.fill(exposures, 100_000);
        for (int i = 0; i < periods; i++) {
            double level = 0.01 * Math.exp(0.15 * (seeds.nextDouble() + seeds.nextDouble() - 1));
            counts[i] = PoissonDistribution.of(level * exposures[i])
                    .createSampler(random)
                    .sample();
        }
        assertThat(alarms(UChart.frozenOn(counts, exposures), counts, exposures))
                .isGreaterThan(periods / 20);
        assertThat(alarms(UChart.laney(counts, exposures), counts, exposures)).isLessThan(periods / 100);
    }

    private static long alarms(UChart chart, long[] counts, double[] exposures) {
        long alarms = 0;
        for (int i = 0; i < counts.length; i++) {
            alarms += chart.point(counts[i], exposures[i], 3).side() == Limits.Side.WITHIN ? 0 : 1;
        }
        return alarms;
    }
}
