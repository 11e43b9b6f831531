// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final int DRAWS = 2000;

    @Test
    void curveIsTheBookValue() {
        List<UnitHistory> units = List.of(
                new UnitHistory(List.of(5.0, 8.0), 12),
                new UnitHistory(List.of(1.0, 8.0, 16.0), 20),
                new UnitHistory(List.of(4.0), 10));
        List<MeanCumulativeFunction.Point> curve = curve(units);
        assertThat(at(curve, 1)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(at(curve, 4)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(at(curve, 5)).isCloseTo(1, within(1e-12));
        assertThat(at(curve, 8)).isCloseTo(5 / 3.0, within(1e-12));
        assertThat(at(curve, 16)).isCloseTo(8 / 3.0, within(1e-12));
    }

    @Test
    void twoFailuresOfOneUnitAtOneAgeCountTwice() {
        List<UnitHistory> units = List.of(new UnitHistory(List.of(3.0, 3.0), 5), new UnitHistory(List.of(), 5));
        MeanCumulativeFunction.Point point = curve(units).get(0);
        assertThat(point.value()).isEqualTo(1);
        // Each unit is one failure from the mean of one: 2 (1 / 2)^2.
        assertThat(point.standardError()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void likeHistoriesAreOneWithTheirNumber() {
        List<UnitHistory> one = List.of(
                new UnitHistory(List.of(2.0), 5),
                new UnitHistory(List.of(2.0), 5),
                new UnitHistory(List.of(), 4),
                new UnitHistory(List.of(), 4),
                new UnitHistory(List.of(1.0, 3.0), 6));
        List<UnitHistory> like = List.of(
                new UnitHistory(List.of(2.0), 5, 2),
                new UnitHistory(List.of(), 4, 2),
                new UnitHistory(List.of(1.0, 3.0), 6, 1));
        for (MeanCumulativeFunction.Variance variance : MeanCumulativeFunction.Variance.values()) {
            assertThat(MeanCumulativeFunction.curve(like, variance, MeanCumulativeFunction.Scale.NORMAL, 0.95))
                    .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                            .withComparatorForType(Comparator.comparing(it -> Math.round(it * 1e12)), Double.class)
                            .build())
                    .isEqualTo(MeanCumulativeFunction.curve(one, variance, MeanCumulativeFunction.Scale.NORMAL, 0.95));
        }
        List<UnitHistory> other = List.of(new UnitHistory(List.of(4.0), 7, 3), new UnitHistory(List.of(), 7));
        assertThat(GroupComparison.of(like, other).statistic())
                .isCloseTo(GroupComparison.of(one, other).statistic(), within(1e-12));
        assertThat(LaplaceTrend.of(like).statistic())
                .isCloseTo(LaplaceTrend.of(one).statistic(), within(1e-12));
        assertThatThrownBy(() -> new UnitHistory(List.of(), 5, 0))
                .hasMessage("Cannot follow 0 units: at least 1 must have a history");
    }

    @Test
    void intervalsHoldTheTruthThoughSomeUnitsFailMoreThanOthers() {
        long seed = 20261122;
        SplittableRandom random = new SplittableRandom(seed);
        int held = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            List<MeanCumulativeFunction.Point> curve = curve(fleet(random, 120, 2));
            held += last(curve, 1.0).interval().contains(2) ? 1 : 0;
        }
        System.out.printf("MCF: interval of 95 %% holds the truth in %d of %d (seed %d)%n", held, DRAWS, seed);
        assertThat((double) held / DRAWS).isBetween(0.935, 0.965);
    }

    @Test
    void equalGroupsAreFoundDifferentAsOftenAsTheLevelSays() {
        long seed = 9;
        System.out.println("groups drawn with seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        int found = 0;
        for (int draw = 0; draw < 1000; draw++) {
            GroupComparison comparison = GroupComparison.of(fleet(random, 60, 2), fleet(random, 40, 2));
            found += comparison.chanceIfEqual() < 0.05 ? 1 : 0;
        }
        assertThat(found).isBetween(30, 75);
    }

    @Test
    void aGroupThatFailsTwiceAsOftenIsFound() {
        SplittableRandom random = new SplittableRandom(4);
        List<UnitHistory> bad = fleet(random, 80, 4);
        List<UnitHistory> good = fleet(random, 80, 2);
        GroupComparison comparison = GroupComparison.of(bad, good);
        assertThat(comparison.score()).isPositive();
        assertThat(comparison.chanceIfEqual()).isLessThan(1e-3);
        assertThat(GroupComparison.of(good, bad).statistic()).isCloseTo(comparison.statistic(), within(1e-9));
        assertThat(GroupComparison.difference(bad, good, 1, 0.95).lower()).isPositive();
    }

    @Test
    void failuresThatComeFasterWithAgeAreATrend() {
        LaplaceTrend trend = LaplaceTrend.of(
                List.of(new UnitHistory(List.of(6.0, 9.0), 10), new UnitHistory(List.of(4.0, 7.0, 8.0), 8)));
        // (34 - (2 * 10 + 3 * 8) / 2) / sqrt((2 * 100 + 3 * 64) / 12)
        assertThat(trend.statistic()).isCloseTo(12 / Math.sqrt(392 / 12.0), within(1e-12));
        assertThat(trend.chanceIfSteady()).isBetween(0.03, 0.04);
        assertThatThrownBy(() -> LaplaceTrend.of(List.of(new UnitHistory(List.of(), 5))))
                .hasMessage("Cannot test trend of failures: there are none");
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        List<UnitHistory> silent = List.of(new UnitHistory(List.of(), 5));
        assertThatThrownBy(() -> GroupComparison.of(silent, silent))
                .hasMessage("Cannot compare groups of units: there is no variance, they had 0 ages at failure while"
                        + " both were observed");
        assertThatThrownBy(() -> GroupComparison.difference(silent, silent, 6, 0.95))
                .hasMessage("Cannot compare groups of units at age 6.0: the oldest of one is 5.0");
        assertThatThrownBy(() -> GroupComparison.of(silent, List.of()))
                .hasMessage("Cannot compare groups of units: one has no units");
        assertThatThrownBy(() -> curve(List.of()))
                .hasMessage("Cannot estimate mean cumulative function: there are no units");
        assertThatThrownBy(() -> new UnitHistory(List.of(7.0), 5))
                .hasMessage("Cannot follow unit with a failure at age 7.0: it is observed from 0 to 5.0");
    }

    private static List<MeanCumulativeFunction.Point> curve(List<UnitHistory> units) {
        return MeanCumulativeFunction.curve(
                units, MeanCumulativeFunction.Variance.LAWLESS_NADEAU, MeanCumulativeFunction.Scale.LOGNORMAL, 0.95);
    }

    private static double at(List<MeanCumulativeFunction.Point> curve, double age) {
        return last(curve, age).value();
    }

    private static MeanCumulativeFunction.Point last(List<MeanCumulativeFunction.Point> curve, double age) {
        return curve.stream()
                .filter(point -> point.age() <= age)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Units that fail by a Poisson process each, at rates from half to one and a half of the mean, seen 1 to 2 ages. */
    private static List<UnitHistory> fleet(SplittableRandom random, int units, double mean) {
        List<UnitHistory> fleet = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            double rate = mean * random.nextDouble(0.5, 1.5);
            double end = random.nextDouble(0.5, 2);
            List<Double> failures = new ArrayList<>();
            double age = -Math.log1p(-random.nextDouble()) / rate;
            while (age <= end) {
                failures.add(age);
                age -= Math.log1p(-random.nextDouble()) / rate;
            }
            fleet.add(new UnitHistory(failures, end));
        }
        return fleet;
    }
}
