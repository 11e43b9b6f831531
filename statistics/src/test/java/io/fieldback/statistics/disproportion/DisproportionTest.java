// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.statistics.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DisproportionTest {
    private static final long SEED = 4004;

    @Test
    void ratiosAreTheBookValues() {
        TwoByTwo table = new TwoByTwo(20, 180, 50, 1750);
        assertThat(table.proportionalReportingRatio()).isCloseTo(3.6, within(1e-12));
        assertThat(table.proportionalReportingRatioInterval(0.95).lower()).isCloseTo(2.1888, within(1e-4));
        assertThat(table.proportionalReportingRatioInterval(0.95).upper()).isCloseTo(5.9210, within(1e-4));
        assertThat(table.reportingOddsRatio()).isCloseTo(3.8889, within(5e-5));
        assertThat(table.reportingOddsRatioInterval(0.95).lower()).isCloseTo(2.2645, within(5e-5));
        assertThat(table.yatesChiSquared()).isCloseTo(25.7011, within(5e-5));
    }

    @Test
    void emptyCellsLeaveTheIntervalOpenAndAHalfClosesIt() {
        TwoByTwo table = new TwoByTwo(5, 0, 10, 100);
        assertThat(table.reportingOddsRatio()).isInfinite();
        assertThat(table.reportingOddsRatioInterval(0.95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(table.plusHalf().reportingOddsRatioInterval(0.95).upper()).isFinite();
        assertThat(table.informationComponent()).isFinite().isPositive();
        TwoByTwo none = new TwoByTwo(0, 40, 30, 100);
        assertThat(none.proportionalReportingRatio()).isZero();
        assertThat(none.proportionalReportingRatioInterval(0.95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(none.informationComponentInterval(0.95).upper()).isNegative();
    }

    @Test
    void rowsAndColumnsMayChangePlaces() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            TwoByTwo table = new TwoByTwo(
                    1 + random.nextInt(50), 1 + random.nextInt(500), 1 + random.nextInt(500), 1 + random.nextInt(5000));
            TwoByTwo turned = new TwoByTwo(table.both(), table.columnOnly(), table.rowOnly(), table.neither());
            assertThat(turned.reportingOddsRatio()).isEqualTo(table.reportingOddsRatio());
            assertThat(turned.informationComponent()).isCloseTo(table.informationComponent(), within(1e-12));
            double chi = table.yatesChiSquared();
            assertThat(turned.yatesChiSquared()).isCloseTo(chi, within(1e-9 * (1 + chi)));
        }
    }

    @Test
    void empiricalBayesShrinksAndItsQuantilesAreThose() {
        Random random = new Random(SEED + 1);
        for (int i = 0; i < 300; i++) {
            long count = random.nextInt(40);
            double expected = Math.exp(random.nextDouble() * 8 - 4);
            RatioPosterior pair = RatioPrior.duMouchel().posterior(count, expected);
            assertThat(pair.eb05()).isLessThan(pair.eb95());
            assertThat(pair.atMost(pair.eb05())).isCloseTo(0.05, within(1e-10));
            assertThat(pair.atMost(pair.eb95())).isCloseTo(0.95, within(1e-10));
            if (count > 5 && count / expected > 10) {
                assertThat(pair.geometricMean()).isLessThan(count / expected);
            }
        }
    }

    @Test
    void aPriorIsFoundAgainFromDrawsOfIt() {
        Random random = new Random(SEED + 2);
        List<WeightedPair> pairs = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            double ratio = (-Math.log(random.nextDouble()) - Math.log(random.nextDouble())) / 2;
            double expected = 1 + 9 * random.nextDouble();
            long count = 0;
            double time = -Math.log(random.nextDouble());
            while (time < ratio * expected) {
                count++;
                time -= Math.log(random.nextDouble());
            }
            pairs.add(new WeightedPair(count, expected, 1));
        }
        PriorFit fit = PriorFit.ofOne(pairs, EmptyPairs.COUNTED);
        System.out.println("seed " + (SEED + 2) + ": " + fit);
        assertThat(fit.identified()).isTrue();
        assertThat(fit.prior().first().shape()).isCloseTo(2, within(0.25));
        assertThat(fit.prior().first().rate()).isCloseTo(2, within(0.25));
    }

    @Test
    void squashingKeepsWeightAndExpectation() {
        Random random = new Random(SEED + 3);
        List<WeightedPair> pairs = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            pairs.add(new WeightedPair(random.nextInt(5), random.nextDouble() + 0.01, 1));
        }
        List<WeightedPair> few = Squashing.of(pairs);
        assertThat(few.size()).isLessThan(1000);
        assertThat(few.stream().mapToLong(WeightedPair::weight).sum()).isEqualTo(3000);
        double before = pairs.stream().mapToDouble(WeightedPair::expected).sum();
        double after = few.stream().mapToDouble(p -> p.expected() * p.weight()).sum();
        assertThat(after).isCloseTo(before, within(1e-9 * before));
    }

    @Test
    void exposureSeesARowThatFailsInEveryWay() {
        long[][] counts = {{20, 20}, {10, 10}};
        assertThat(Expectation.ofMargins(counts)[0]).containsExactly(20, 20);
        assertThat(Expectation.ofExposure(counts, new double[] {100, 100})[0]).containsExactly(15, 15);
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> TwoByTwo.ofMargins(5, 3, 9, 20))
                .hasMessage("Cannot form table of 5.0, -2.0, 4.0 and 13.0: cells must not be negative");
        assertThatThrownBy(() -> RatioPrior.duMouchel().posterior(1, 0))
                .hasMessage("Cannot compute ratio of 1 cases to 0.0 expected: cases must not be negative and some must"
                        + " be expected");
        assertThatThrownBy(() -> PriorFit.ofTwo(List.of(new WeightedPair(1, 1, 1)), EmptyPairs.COUNTED))
                .hasMessage("Cannot fit prior to 1 pairs: at least 6 are needed");
        assertThatThrownBy(() -> Expectation.ofExposure(new long[][] {{1}}, new double[] {0}))
                .hasMessage("Cannot compute expectation of 1 rows with 1 exposures of sum 0.0: they must be as many and"
                        + " not all 0");
    }
}
