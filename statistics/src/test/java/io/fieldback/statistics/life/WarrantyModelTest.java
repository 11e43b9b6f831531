// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WarrantyModelTest {
    private static final double EVER = Double.POSITIVE_INFINITY;

    @Test
    void noFailuresBoundTheScaleFromBelow() {
        Weibayes fit = Weibayes.fit(2, List.of(Observation.survived(1000).times(5)));
        assertThat(fit.scale()).isCloseTo(1000 * Math.sqrt(5), within(1e-9));
        assertThat(fit.lowerScale(0.9)).isCloseTo(Math.sqrt(5e6 / -Math.log(0.1)), within(1e-9));
        assertThat(fit.scaleInterval(0.9).upper()).isInfinite();
        assertThat(fit.failingAtMost(1000, 0.9)).isCloseTo(1 - Math.pow(0.1, 0.2), within(1e-12));
        assertThat(fit.failing(1000)).isLessThan(fit.failingAtMost(1000, 0.9));
    }

    @Test
    void withShapeOneWeibayesIsGarwoodsRate() {
        List<Observation> units = List.of(Observation.failed(10), Observation.failed(30), Observation.survived(60));
        Weibayes fit = Weibayes.fit(1, units);
        assertThat(fit.scale()).isEqualTo(50);
        double upper = new io.fieldback.statistics.interval.PoissonRate(2, 100)
                .interval(0.95)
                .upper();
        assertThat(fit.scaleInterval(0.95).lower()).isCloseTo(1 / upper, within(1e-9));
    }

    @Test
    void fewFailuresAreFittedWithAnAssumedShapeOnly() {
        List<Observation> few = new ArrayList<>(FittingTest.failed(3, 4, 5, 6));
        assertThat(LifeModel.of(few, 1.5)).isInstanceOf(LifeModel.Assumed.class);
        few.add(Observation.failedWithin(6, 7, 1));
        assertThat(LifeModel.of(few, 1.5)).isInstanceOf(LifeModel.Fitted.class);
        assertThatThrownBy(() -> LifeModel.of(List.of(), 1.5))
                .hasMessage("Cannot fit Weibayes with shape 1.5, exposure 0.0 and 0.0 failures: shape and exposure must"
                        + " be positive");
    }

    @Test
    void wearOutIsTheLikelihoodRatioTestOfShapeOne() {
        WearOut test = WearOut.test(Draws.weibull(new SplittableRandom(11), 200, 2, 100, 80));
        assertThat(test.finding(0.05)).isEqualTo(WearOut.Finding.WEAR_OUT);
        assertThat(test.chanceIfAgeless()).isLessThan(1e-6);
        WearOut early = WearOut.test(Draws.weibull(new SplittableRandom(11), 200, 0.5, 100, 80));
        assertThat(early.finding(0.05)).isEqualTo(WearOut.Finding.EARLY_FAILURES);
    }

    @Test
    void agelessFailuresAreTakenForWearOutAsOftenAsTheLevelSays() {
        long seed = 5;
        System.out.println("ageless failures drawn with seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        int found = 0;
        for (int draw = 0; draw < 1000; draw++) {
            WearOut test = WearOut.test(Draws.weibull(random, 60, 1, 100, 150));
            found += test.finding(0.05) == WearOut.Finding.NONE ? 0 : 1;
        }
        assertThat(found).isBetween(30, 75);
    }

    @Test
    void aMixtureOfWeakAndWearingUnitsIsSeen() {
        SplittableRandom random = new SplittableRandom(3);
        List<Observation> mixed = new ArrayList<>(Draws.weibull(random, 60, 0.7, 8, 120));
        mixed.addAll(Draws.weibull(random, 400, 5, 110, 120));
        assertThat(HazardCourse.of(mixed).fallsThenRises(0.025)).isTrue();
        assertThat(HazardCourse.of(Draws.weibull(random, 400, 0.6, 100, 120)).fallsThenRises(0.025))
                .isFalse();
        assertThat(HazardCourse.of(Draws.weibull(random, 400, 3, 100, 120)).fallsThenRises(0.025))
                .isFalse();
        assertThatThrownBy(() -> HazardCourse.of(FittingTest.failed(1, 2)))
                .hasMessage("Cannot tell course of hazard: 2.0 failures, at least 15 are needed");
    }

    @Test
    void unitsPastTheirWarrantyReturnNothing() {
        LifeFit fit = MaximumLikelihood.fit(LifeDistribution.WEIBULL, FittingTest.failed(16, 34, 53, 75, 93, 120));
        List<ReturnForecast.Group> fleet =
                List.of(new ReturnForecast.Group(100, 11), new ReturnForecast.Group(100, 23));
        List<ReturnForecast.Period> limited = new ReturnForecast(fit, fleet, 24).periods(2, 0.95);
        List<ReturnForecast.Period> unlimited = new ReturnForecast(fit, fleet, EVER).periods(2, 0.95);
        assertThat(limited.get(0).expected()).isEqualTo(unlimited.get(0).expected());
        double young = new ReturnForecast(fit, fleet.subList(0, 1), EVER)
                .periods(2, 0.95)
                .get(1)
                .expected();
        assertThat(limited.get(1).expected()).isCloseTo(young, within(1e-12));
        assertThat(new ReturnForecast(fit, fleet, 1).periods(1, 0.95).get(0).expected())
                .isZero();
    }

    @Test
    void boundsHoldTheExpectedAndAreWiderForWhatWillBeSeen() {
        LifeFit fit = MaximumLikelihood.fit(
                LifeDistribution.WEIBULL, Draws.weibull(new SplittableRandom(1), 500, 1.5, 60, 24));
        ReturnForecast forecast = new ReturnForecast(fit, List.of(new ReturnForecast.Group(2000, 12)), 36);
        for (ReturnForecast.Period period : forecast.periods(24, 0.95)) {
            assertThat(period.interval().contains(period.expected())).isTrue();
            assertThat(period.prediction().lower()).isLessThan(period.interval().lower());
            assertThat(period.prediction().upper())
                    .isGreaterThan(period.interval().upper());
        }
        double sum = forecast.periods(24, 0.95).stream()
                .mapToDouble(ReturnForecast.Period::expected)
                .sum();
        assertThat(forecast.total(24, 0.95).expected()).isCloseTo(sum, within(1e-9));
        assertThat(sum).isCloseTo(2000 * fit.failingWithin(12, 36), within(1e-9));
    }

    @Test
    void unitsYetToBeSoldFailFromTheirSaleOn() {
        LifeFit fit = MaximumLikelihood.fit(LifeDistribution.WEIBULL, FittingTest.failed(2, 3, 5, 7, 9, 12));
        List<ReturnForecast.Period> periods = new ReturnForecast(fit, List.of(), EVER)
                .withSales(List.of(1000L, 500L))
                .periods(2, 0.9);
        assertThat(periods.get(0).expected()).isCloseTo(1000 * fit.failing(1), within(1e-9));
        assertThat(periods.get(1).expected())
                .isCloseTo(1000 * (fit.failing(2) - fit.failing(1)) + 500 * fit.failing(1), within(1e-9));
    }

    @Test
    void aChartThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new NevadaChart(List.of(5L, 5L), List.of(List.of(0L, 0L), List.of(1L, 0L))))
                .hasMessage("Cannot read Nevada chart: 1 returns in month 1 of units sold in month 2");
        assertThatThrownBy(() -> new NevadaChart(List.of(5L, 5L), List.of(List.of(3L, 3L), List.of(0L, 0L))))
                .hasMessage("Cannot read Nevada chart: more units of month of sale 1 returned than were sold");
        assertThatThrownBy(() -> new NevadaChart(List.of(5L), List.of()))
                .hasMessage("Cannot read Nevada chart: 1 months of sale and 0 rows of returns");
    }
}
