// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.statistics.recurrence.MeanCumulativeFunction;
import io.fieldback.statistics.recurrence.UnitHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for any failures and suspensions. */
class LifePropertiesTest {
    private static final long SEED = 20261122;
    private static final int DRAWS = 200;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @ParameterizedTest
    @EnumSource(LifeDistribution.class)
    void aFitIsHigherThanItsNeighbours(LifeDistribution distribution) {
        int refused = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Observation> observations = anyObservations();
            try {
                LifeFit fit = MaximumLikelihood.fit(distribution, observations);
                assertHighest(fit, new Likelihood(distribution, observations));
            } catch (IllegalArgumentException refusal) {
                assertThat(refusal).hasMessageStartingWith("Cannot fit " + distribution.label());
                refused++;
            }
        }
        System.out.printf("%s: %d of %d fitted (seed %d)%n", distribution, DRAWS - refused, DRAWS, SEED);
        assertThat(refused).isLessThan(DRAWS / 20);
    }

    @ParameterizedTest
    @EnumSource(
            value = LifeDistribution.class,
            names = {"WEIBULL", "LOGNORMAL"})
    void agesToAPowerMultiplyMuAndSigma(LifeDistribution distribution) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Observation> observations = Draws.weibull(random, 30, 1.5, 10, 20);
            LifeFit fit = MaximumLikelihood.fit(distribution, observations);
            LifeFit squared = MaximumLikelihood.fit(
                    distribution,
                    observations.stream()
                            .map(unit -> new Observation(
                                    unit.lower() * unit.lower(), unit.upper() * unit.upper(), unit.weight()))
                            .toList());
            assertThat(squared.mu()).isCloseTo(2 * fit.mu(), within(1e-7));
            assertThat(squared.sigma()).isCloseTo(2 * fit.sigma(), within(1e-7));
        }
    }

    @Test
    void withoutSuspensionsSurvivalIsTheShareThatIsLeft() {
        for (int draw = 0; draw < DRAWS; draw++) {
            int units = 1 + random.nextInt(40);
            List<Observation> observations = new ArrayList<>();
            for (int unit = 0; unit < units; unit++) {
                observations.add(Observation.failed(1 + random.nextInt(15)));
            }
            for (SurvivalStep step : KaplanMeier.steps(observations, ConfidenceType.PLAIN, 0.95)) {
                long left = observations.stream()
                        .filter(unit -> unit.lower() > step.age())
                        .count();
                assertThat(step.survival()).isCloseTo((double) left / units, within(1e-12));
            }
        }
    }

    @Test
    void hazardNeverExceedsThatOfSurvivalAndPositionsAreItsRest() {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Observation> observations = Draws.weibull(random, 30, 1.2, 10, 20);
            List<SurvivalStep> failures = KaplanMeier.steps(observations, ConfidenceType.LOG, 0.95).stream()
                    .filter(step -> step.failures() > 0)
                    .toList();
            List<PlottingPosition> positions = PlottingPositions.kaplan(observations);
            assertThat(positions).hasSameSizeAs(failures);
            for (int i = 0; i < failures.size(); i++) {
                SurvivalStep step = failures.get(i);
                assertThat(step.cumulativeHazard()).isLessThanOrEqualTo(-Math.log(step.survival()) + 1e-12);
                assertThat(positions.get(i).probability()).isCloseTo(1 - step.survival(), within(1e-12));
            }
        }
    }

    @Test
    void aFleetWhoseUnitsEndWithTheirFailureHasTheHazardAsItsMeanCumulativeFunction() {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Observation> observations = Draws.weibull(random, 25, 1.2, 10, 20);
            List<SurvivalStep> steps = KaplanMeier.steps(observations, ConfidenceType.LOG, 0.95);
            List<MeanCumulativeFunction.Point> points = MeanCumulativeFunction.curve(
                    observations.stream()
                            .map(unit ->
                                    new UnitHistory(unit.isFailure() ? List.of(unit.lower()) : List.of(), unit.lower()))
                            .toList(),
                    MeanCumulativeFunction.Variance.POISSON,
                    MeanCumulativeFunction.Scale.NORMAL,
                    0.95);
            assertThat(points).hasSameSizeAs(steps);
            for (int i = 0; i < steps.size(); i++) {
                assertThat(points.get(i).value()).isCloseTo(steps.get(i).cumulativeHazard(), within(1e-12));
                assertThat(points.get(i).standardError()).isCloseTo(steps.get(i).hazardStandardError(), within(1e-12));
            }
        }
    }

    private void assertHighest(LifeFit fit, Likelihood likelihood) {
        double logSigma = Math.log(fit.sigma());
        double slack = 1e-11 * Math.abs(fit.logLikelihood());
        for (double step : new double[] {-0.3, -1e-3, 1e-3, 0.3}) {
            double byMu = step * fit.scale().standardError();
            assertThat(likelihood.at(fit.mu() + byMu, logSigma).value()).isLessThan(fit.logLikelihood() + slack);
            double bySigma = step * Math.sqrt(fit.covariance().logSigma());
            assertThat(likelihood.at(fit.mu(), logSigma + bySigma).value())
                    .isLessThanOrEqualTo(fit.logLikelihood() + slack);
        }
    }

    /** Units of any scale, shape, weight and censoring, some of whose failures are of two ages at least. */
    private List<Observation> anyObservations() {
        double scale = Math.exp(random.nextDouble(-7, 20));
        double shape = Math.exp(random.nextDouble(-1.5, 2.5));
        double until = scale * random.nextDouble(0.5, 3);
        double weight = random.nextBoolean() ? 1 : Math.exp(random.nextDouble(-2, 10));
        List<Observation> observations = new ArrayList<>();
        for (Observation unit : Draws.weibull(random, 60, shape, scale, until)) {
            observations.add((unit.isFailure() ? looked(unit.lower()) : unit).times(weight));
        }
        return observations;
    }

    private Observation looked(double age) {
        return switch (random.nextInt(4)) {
            case 0 -> Observation.failedBefore(age * random.nextDouble(1.1, 2), 1);
            case 1 -> Observation.failedWithin(age * random.nextDouble(0.3, 0.95), age * random.nextDouble(1.1, 2), 1);
            default -> Observation.failed(age);
        };
    }
}
