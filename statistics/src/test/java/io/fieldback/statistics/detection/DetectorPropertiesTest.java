// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DetectorPropertiesTest {
    private static final long SEED = 4003;

    @Test
    void deltaBoundIsTheBookValue() {
        double error = Math.sqrt(0.3);
        assertThat(bound(4.2, error, 0.05, 13)).isCloseTo(9.573325, within(5e-7));
        assertThat(bound(4.2, error, 0.01, 13)).isCloseTo(12.194838, within(5e-7));
        assertThat(bound(4.2, error, 0.001, 13)).isCloseTo(15.374326, within(5e-7));
    }

    @Test
    void poissonCusumIsTheBookValue() {
        double reference = Cusum.poissonReference(4, 6);
        assertThat(reference).isCloseTo(4.932607, within(5e-7));
        long[] counts = {4, 3, 5, 4, 7, 8, 6, 9, 5, 8};
        double[] means = new double[counts.length];
        Arrays.fill(means, 4);
        List<Cusum.Point> points =
                new Cusum(CountTransform.NONE, reference, 10, 0, Cusum.AfterAlarm.CONTINUE).of(counts, 0, means);
        assertThat(points.stream().mapToDouble(Cusum.Point::statistic).toArray())
                .containsExactly(
                        new double[] {0, 0, .0674, 0, 2.0674, 5.1348, 6.2022, 10.2696, 10.3370, 13.4044}, within(5e-5));
        assertThat(points).filteredOn(Cusum.Point::alarm).hasSize(3);
    }

    @Test
    void exposureInOtherUnitsChangesNothing() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        FarringtonOptions options = FarringtonOptions.noufaily();
        for (int round = 0; round < 20; round++) {
            CountSeries units = growing(random, 1);
            CountSeries thousands = new CountSeries(
                    units.counts(),
                    Arrays.stream(units.exposure()).map(e -> e / 1000).toArray(),
                    units.axis());
            FarringtonPoint first = new FarringtonFlexible(withExposure(options)).at(units, 299);
            FarringtonPoint second = new FarringtonFlexible(withExposure(options)).at(thousands, 299);
            assertThat(first.chance()).isCloseTo(second.chance(), within(1e-9));
            assertThat(first.upperBound()).isEqualTo(second.upperBound());
            assertThat(first.phi()).isCloseTo(second.phi(), within(1e-9));
        }
    }

    @Test
    void greaterCountsAreNeverLessSurprising() {
        Random random = new Random(SEED + 1);
        for (int round = 0; round < 20; round++) {
            CountSeries series = growing(random, 1);
            double before = 1.1;
            for (int y = 0; y < 30; y += 3) {
                series.counts()[299] = y;
                FarringtonPoint point = new FarringtonFlexible(FarringtonOptions.noufaily()).at(series, 299);
                assertThat(point.chance()).isLessThanOrEqualTo(before);
                assertThat(point.alarm()).isEqualTo(y > point.upperBound());
                before = point.chance();
            }
        }
    }

    @Test
    void earsBoundsMoveWithTheCounts() {
        Random random = new Random(SEED + 2);
        long[] counts = random.ints(60, 0, 9).asLongStream().toArray();
        long[] more = Arrays.stream(counts).map(count -> count + 5).toArray();
        Ears ears = new Ears(7, 0.2, 0.001);
        List<Ears.Point> low = ears.c2(counts);
        List<Ears.Point> high = ears.c2(more);
        for (int i = 0; i < low.size(); i++) {
            assertThat(high.get(i).upperBound()).isCloseTo(low.get(i).upperBound() + 5, within(1e-12));
            assertThat(high.get(i).alarm()).isEqualTo(low.get(i).alarm());
        }
    }

    @Test
    void c3OfRIsBlindToTheFirstWeekAlone() {
        long[] counts = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 9};
        PublishedC3.Point published = PublishedC3.standard().of(counts).get(1);
        Ears.Point ofR = new Ears(7, 0.2, 0.025).c3OfR(counts).get(1);
        assertThat(published.alarm()).isTrue();
        assertThat(ofR.upperBound()).isGreaterThan(9);
    }

    @Test
    void negativeBinomialChartOfLittleSpreadIsThePoissonChart() {
        Random random = new Random(SEED + 3);
        long[] counts = random.ints(60, 0, 9).asLongStream().toArray();
        double[] means = new double[60];
        Arrays.fill(means, 3.5);
        List<LikelihoodRatioChart.Point> poisson =
                chart(0, OptionalDouble.empty()).of(counts, 0, means);
        List<LikelihoodRatioChart.Point> spread =
                chart(1e-9, OptionalDouble.empty()).of(counts, 0, means);
        for (int i = 0; i < counts.length; i++) {
            assertThat(spread.get(i).statistic()).isCloseTo(poisson.get(i).statistic(), within(1e-5));
        }
    }

    @Test
    void decreasesAreFoundWhenAskedFor() {
        long[] counts = {5, 4, 6, 5, 0, 0, 0, 0, 0, 0};
        double[] means = new double[10];
        Arrays.fill(means, 5);
        for (double alpha : new double[] {0, 0.1}) {
            LikelihoodRatioChart down = new LikelihoodRatioChart(
                    5, alpha, OptionalDouble.empty(), LikelihoodRatioChart.Direction.DECREASE, -1, 1);
            assertThat(down.of(counts, 0, means))
                    .filteredOn(LikelihoodRatioChart.Point::alarm)
                    .isNotEmpty();
            assertThat(chart(alpha, OptionalDouble.empty()).of(counts, 0, means))
                    .noneMatch(LikelihoodRatioChart.Point::alarm);
        }
    }

    @Test
    void weeksByDateStayInTheirSeason() {
        LocalDate first = LocalDate.of(2004, 1, 5);
        TimeAxis weeks = new TimeAxis.Weeks(first);
        for (int t = 560; t < 700; t++) {
            for (int year = 1; year <= 10; year++) {
                LocalDate then = first.plusWeeks(weeks.yearsBefore(t, year));
                LocalDate same = first.plusWeeks(t).minusYears(year);
                assertThat(Math.abs(then.toEpochDay() - same.toEpochDay())).isLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void whatCannotBeLookedAtIsRefused() {
        CountSeries series = CountSeries.of(new long[300], new TimeAxis.Periods(52));
        FarringtonFlexible detector = new FarringtonFlexible(FarringtonOptions.standard());
        assertThatThrownBy(() -> detector.at(series, 200))
                .hasMessage("Cannot form baseline of position 200: the same season 4 years before lies 8 periods before"
                        + " the series begins");
        assertThatThrownBy(() -> detector.at(series, 300))
                .hasMessage("Cannot look at position 300 of a series of 300 periods: there is no such position");
        assertThatThrownBy(() -> new Ears(2, 0, 0.01))
                .hasMessage("Cannot form EARS of baseline 2, least deviation 0.0 and alpha 0.01: it needs 3 periods, a"
                        + " deviation not negative and alpha between 0 and 1");
        assertThatThrownBy(() -> new CountSeries(new long[1], new double[1], new TimeAxis.Periods(52)))
                .hasMessage(
                        "Cannot form series with count 0 and exposure 0.0 at position 0: counts must not be negative"
                                + " and exposure must be positive");
        assertThatThrownBy(() -> new Bayes(1, 6, true, 0.05).at(series, 30))
                .hasMessage("Cannot form reference of position 30: it would begin 28 periods before the series does");
    }

    @Test
    void aSilentSeriesIsNoAlarmAndNoFailure() {
        CountSeries silent = CountSeries.of(new long[300], new TimeAxis.Periods(52));
        FarringtonPoint point = new FarringtonFlexible(FarringtonOptions.noufaily()).at(silent, 299);
        assertThat(point.alarm()).isFalse();
        assertThat(point.upperBound()).isNaN();
        assertThat(new Bayes(1, 6, true, 0.05).at(silent, 299).alarm()).isFalse();
    }

    private static double bound(double mean, double error, double alpha, long observed) {
        return Bound.delta(PowerTransform.TWO_THIRDS, mean, error, 1.8, Bound.normal(alpha), observed)
                .upper();
    }

    private static LikelihoodRatioChart chart(double alpha, OptionalDouble kappa) {
        return new LikelihoodRatioChart(5, alpha, kappa, LikelihoodRatioChart.Direction.INCREASE, -1, 1);
    }

    private static CountSeries growing(Random random, double level) {
        long[] counts = new long[300];
        double[] exposure = new double[300];
        for (int t = 0; t < 300; t++) {
            exposure[t] = 1000 + 10 * t;
            counts[t] = random.nextInt((int) (2 + level * exposure[t] / 500));
        }
        return new CountSeries(counts, exposure, new TimeAxis.Periods(52));
    }

    private static FarringtonOptions withExposure(FarringtonOptions from) {
        return new FarringtonOptions(
                from.years(),
                from.halfWindow(),
                from.reweight(),
                from.weightsThreshold(),
                from.alpha(),
                from.trend(),
                from.trendLevel(),
                from.leastCases(),
                from.leastWithin(),
                from.transform(),
                true,
                from.seasonBlocks(),
                from.excluded(),
                from.method());
    }
}
