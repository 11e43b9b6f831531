// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.statistics.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final String NO_MAXIMUM =
            "Cannot fit Weibull: the likelihood of these ages has no maximum; failures may all be of one age, or no"
                    + " unit may be known to have worked at any";
    private static final List<Observation> BOOK = failed(16, 34, 53, 75, 93, 120);

    @Test
    void completeAgesGiveTheBookValues() {
        LifeFit fit = MaximumLikelihood.fit(LifeDistribution.WEIBULL, BOOK);
        assertThat(fit.shape().value()).isCloseTo(1.93268, within(5e-6));
        assertThat(fit.scale().value()).isCloseTo(73.52607, within(5e-6));
        assertThat(fit.isReliable()).isTrue();
    }

    @Test
    void nevadaReturnsTakenAsExactOrAsIntervalsGiveTheBookValues() {
        int[][] returns = {{3, 3, 5}, {2, 4}, {4}};
        int[] remaining = {89, 134, 146};
        List<Observation> exact = new ArrayList<>();
        List<Observation> within = new ArrayList<>();
        for (int sale = 0; sale < returns.length; sale++) {
            int age = returns[sale].length;
            for (int month = 1; month <= age; month++) {
                exact.add(Observation.failed(month).times(returns[sale][month - 1]));
                within.add(Observation.failedWithin(month - 1.0, month, returns[sale][month - 1]));
            }
            exact.add(Observation.survived(age).times(remaining[sale]));
            within.add(Observation.survived(age).times(remaining[sale]));
        }
        LifeFit first = MaximumLikelihood.fit(LifeDistribution.WEIBULL, exact);
        assertThat(first.shape().value()).isCloseTo(2.49278, within(5e-6));
        assertThat(first.scale().value()).isCloseTo(6.69505, within(5e-6));
        assertThat(first.logLikelihood()).isCloseTo(-85.909170, within(5e-7));
        LifeFit second = MaximumLikelihood.fit(LifeDistribution.WEIBULL, within);
        assertThat(second.shape().value()).isCloseTo(1.39370, within(5e-6));
        assertThat(second.scale().value()).isCloseTo(15.35112, within(5e-6));
        assertThat(second.logLikelihood()).isCloseTo(-94.0717342, within(5e-8));
        List<ReturnForecast.Group> fleet = List.of(
                new ReturnForecast.Group(89, 3), new ReturnForecast.Group(134, 2), new ReturnForecast.Group(146, 1));
        List<Double> next = fleet.stream()
                .map(group -> new ReturnForecast(first, List.of(group), Double.POSITIVE_INFINITY)
                        .periods(1, 0.95)
                        .get(0)
                        .expected())
                .toList();
        assertThat(next.get(0)).isCloseTo(11.762, within(5e-4));
        assertThat(next.get(1)).isCloseTo(11.041, within(5e-4));
        assertThat(next.get(2)).isCloseTo(5.789, within(5e-4));
    }

    @Test
    void theUnitOfAgeChangesNothingButTheScale() {
        LifeFit days = MaximumLikelihood.fit(LifeDistribution.WEIBULL, BOOK);
        LifeFit seconds = MaximumLikelihood.fit(
                LifeDistribution.WEIBULL,
                BOOK.stream()
                        .map(observation -> Observation.failed(observation.lower() * 86_400))
                        .toList());
        assertThat(seconds.sigma()).isCloseTo(days.sigma(), Percentage.withPercentage(1e-9));
        assertThat(seconds.scale().value()).isCloseTo(days.scale().value() * 86_400, Percentage.withPercentage(1e-8));
    }

    @Test
    void aWeightCountsUnits() {
        List<Observation> twice = new ArrayList<>(BOOK);
        twice.addAll(BOOK);
        LifeFit weighted = MaximumLikelihood.fit(
                LifeDistribution.LOGNORMAL,
                BOOK.stream().map(observation -> observation.times(2)).toList());
        LifeFit repeated = MaximumLikelihood.fit(LifeDistribution.LOGNORMAL, twice);
        assertThat(weighted.mu()).isCloseTo(repeated.mu(), within(1e-12));
        assertThat(weighted.covariance().mu()).isCloseTo(repeated.covariance().mu(), within(1e-12));
    }

    @Test
    void narrowIntervalsFitAsExactAges() {
        for (LifeDistribution distribution : LifeDistribution.values()) {
            LifeFit exact = MaximumLikelihood.fit(distribution, BOOK);
            LifeFit narrow = MaximumLikelihood.fit(
                    distribution,
                    BOOK.stream()
                            .map(age -> Observation.failedWithin(age.lower() - 1e-3, age.lower() + 1e-3, 1))
                            .toList());
            assertThat(narrow.mu()).isCloseTo(exact.mu(), within(1e-6));
            assertThat(narrow.sigma()).isCloseTo(exact.sigma(), within(1e-6));
        }
    }

    @Test
    void unitsFoundFailedAtTheirOnlyInspectionAreFitted() {
        List<Observation> looks = new ArrayList<>();
        for (int age : new int[] {1, 2, 3, 4, 5}) {
            double share = -Math.expm1(-Math.pow(age / 4.0, 1.5));
            looks.add(Observation.failedBefore(age, 1e6 * share));
            looks.add(Observation.survived(age).times(1e6 * (1 - share)));
        }
        LifeFit fit = MaximumLikelihood.fit(LifeDistribution.WEIBULL, looks);
        assertThat(fit.shape().value()).isCloseTo(1.5, within(1e-9));
        assertThat(fit.scale().value()).isCloseTo(4, within(1e-9));
    }

    @Test
    void lifeAndShareFailingAreTwoSidesOfOneCurve() {
        for (LifeDistribution distribution : LifeDistribution.values()) {
            LifeFit fit = MaximumLikelihood.fit(distribution, BOOK);
            LogEstimate life = fit.life(0.1);
            assertThat(fit.failing(life.value())).isCloseTo(0.1, within(1e-12));
            assertThat(fit.surviving(life.value())).isCloseTo(0.9, within(1e-12));
            assertThat(fit.failing(40, 0.95).contains(fit.failing(40))).isTrue();
            double slope = (fit.failing(40.001) - fit.failing(39.999)) / 0.002;
            assertThat(fit.hazard(40)).isCloseTo(slope / fit.surviving(40), within(1e-8));
            assertThat(fit.failingWithin(40, 60)).isCloseTo(1 - fit.surviving(60) / fit.surviving(40), within(1e-12));
        }
    }

    @Test
    void profileIntervalsEndWhereTheLikelihoodRatioTestDoes() {
        LifeFit fit = MaximumLikelihood.fit(LifeDistribution.EXPONENTIAL, BOOK);
        Interval profile = new ProfileLikelihood(fit, BOOK).scale(0.95);
        for (double end : new double[] {profile.lower(), profile.upper()}) {
            double ratio = end / fit.scale().value();
            // 2 n (1 / ratio - 1 + log ratio) for n exact ages.
            assertThat(12 * (1 / ratio - 1 + Math.log(ratio))).isCloseTo(3.841458820694124, within(1e-8));
        }
        LifeFit weibull = MaximumLikelihood.fit(LifeDistribution.WEIBULL, BOOK);
        assertThat(new ProfileLikelihood(weibull, BOOK).scale(0.95).contains(73.5))
                .isTrue();
        assertThat(new ProfileLikelihood(weibull, BOOK).shape(0.95).contains(1.93))
                .isTrue();
    }

    @Test
    void whatTooFewFailuresCannotTellIsRefused() {
        assertThatThrownBy(() -> MaximumLikelihood.fit(
                        LifeDistribution.WEIBULL, List.of(Observation.failed(5), Observation.survived(9))))
                .hasMessage("Cannot fit Weibull: 1 failure, at least 2 different ages are needed");
        assertThatThrownBy(() -> MaximumLikelihood.fit(LifeDistribution.LOGNORMAL, failed(5, 5, 5)))
                .hasMessage("Cannot fit lognormal: 3 failures of 1 age, at least 2 different ages are needed");
        assertThatThrownBy(() -> MaximumLikelihood.fit(LifeDistribution.WEIBULL, List.of(Observation.survived(9))))
                .hasMessage("Cannot fit Weibull: 0 failures, at least 2 different ages are needed");
        assertThatThrownBy(() -> MaximumLikelihood.fit(LifeDistribution.EXPONENTIAL, List.of(Observation.survived(9))))
                .hasMessage("Cannot fit exponential: 0 failures, at least 1 is needed; see the upper bound of a rate"
                        + " instead");
        assertThatThrownBy(() -> MaximumLikelihood.fit(LifeDistribution.WEIBULL, failed(0, 5)))
                .hasMessage("Cannot fit Weibull: a unit failed at age 0, which has no log; give the interval its age"
                        + " lies in");
        assertThatThrownBy(() -> RankRegression.fit(failed(5)))
                .hasMessage("Cannot fit Weibull line: 1 failure, at least 2 different ages are needed");
    }

    @Test
    void aLikelihoodWithoutMaximumIsRefused() {
        assertThatThrownBy(() -> MaximumLikelihood.fit(
                        LifeDistribution.WEIBULL,
                        List.of(Observation.failedBefore(5, 10), Observation.failedBefore(6, 10))))
                .hasMessage(NO_MAXIMUM);
        assertThatThrownBy(() -> MaximumLikelihood.fit(
                        LifeDistribution.WEIBULL,
                        List.of(
                                Observation.failedBefore(5, 10),
                                Observation.failedBefore(6, 10),
                                Observation.survived(3))))
                .hasMessage(NO_MAXIMUM);
    }

    @Test
    void ageThatCannotBeIsRefused() {
        assertThatThrownBy(() -> Observation.failed(-1))
                .hasMessage("Cannot use age at failure from -1.0 to -1.0: ages must be finite, not negative and in"
                        + " order");
        assertThatThrownBy(() -> Observation.failed(1).times(0))
                .hasMessage("Cannot use observation of 0.0 units: there must be more than 0");
        assertThatThrownBy(() ->
                        MaximumLikelihood.fit(LifeDistribution.LOGNORMAL, BOOK).shape())
                .hasMessage("Cannot tell Weibull shape of lognormal fit: it has none");
        assertThatThrownBy(() ->
                        MaximumLikelihood.fit(LifeDistribution.LOGNORMAL, BOOK).life(1))
                .hasMessage("Cannot tell age by which a share of 1.0 fails: it must lie between 0 and 1");
    }

    @Test
    void survivalNeedsExactAges() {
        assertThatThrownBy(
                        () -> KaplanMeier.steps(List.of(Observation.failedWithin(1, 2, 1)), ConfidenceType.LOG, 0.95))
                .hasMessage("Cannot estimate survival: a failure between ages 1.0 and 2.0 is not exact; fit a"
                        + " distribution by maximum likelihood instead");
        assertThatThrownBy(() -> KaplanMeier.steps(List.of(), ConfidenceType.LOG, 0.95))
                .hasMessage("Cannot estimate survival: there are no units");
    }

    @Test
    void survivalOfNoneHasNoInterval() {
        List<SurvivalStep> steps = KaplanMeier.steps(failed(1, 2), ConfidenceType.LOG_LOG, 0.95);
        assertThat(steps.get(1).survival()).isZero();
        assertThat(steps.get(1).logStandardError()).isInfinite();
        assertThat(steps.get(1).interval().lower()).isNaN();
        assertThat(steps.get(1).cumulativeHazard()).isEqualTo(1.5);
    }

    static List<Observation> failed(double... ages) {
        return DoubleStream.of(ages).mapToObj(Observation::failed).toList();
    }
}
