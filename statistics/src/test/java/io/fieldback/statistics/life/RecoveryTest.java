// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.statistics.interval.AtRiskSum;
import io.fieldback.statistics.interval.PoissonRate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

/** Intervals of 95 % hold the truth in 95 % of draws, but for what 2,000 draws leave to chance. */
class RecoveryTest {
    private static final int DRAWS = 2000;
    private static final long SEED = 20261122;

    private final SplittableRandom seeds = new SplittableRandom(SEED);
    private final UniformRandomProvider random = seeds::nextLong;

    @Test
    void weibullIntervalsHoldTheTruth() {
        double shape = 1.7;
        double scale = 900;
        double life = scale * Math.pow(-Math.log1p(-0.1), 1 / shape);
        int[] held = new int[4];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Observation> observations = Draws.weibull(seeds, 150, shape, scale, 1200);
            LifeFit fit = MaximumLikelihood.fit(LifeDistribution.WEIBULL, observations);
            held[0] += fit.scale().interval(0.95).contains(scale) ? 1 : 0;
            held[1] += fit.shape().interval(0.95).contains(shape) ? 1 : 0;
            held[2] += fit.life(0.1).interval(0.95).contains(life) ? 1 : 0;
            held[3] += fit.failing(life, 0.95).contains(0.1) ? 1 : 0;
        }
        assertCovers("Weibull eta", held[0]);
        assertCovers("Weibull beta", held[1]);
        assertCovers("Weibull B10", held[2]);
        assertCovers("Weibull F(B10)", held[3]);
    }

    @Test
    void monthlyReturnsRecoverTheWeibullBehindThem() {
        double shape = 1.4;
        double scale = 40;
        int held = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Observation> months = new ArrayList<>();
            for (int sale = 0; sale < 12; sale++) {
                months.addAll(months(200, 12 - sale, shape, scale));
            }
            LifeFit fit = MaximumLikelihood.fit(LifeDistribution.WEIBULL, months);
            held += fit.shape().interval(0.95).contains(shape) ? 1 : 0;
        }
        assertCovers("Weibull beta of monthly returns", held);
    }

    @Test
    void profileIntervalsHoldTheTruthWithFewFailures() {
        int held = count(500, () -> {
            List<Observation> observations = Draws.weibull(seeds, 25, 2, 100, 100);
            LifeFit fit = MaximumLikelihood.fit(LifeDistribution.WEIBULL, observations);
            return new ProfileLikelihood(fit, observations).shape(0.95).contains(2);
        });
        System.out.printf("profile interval of beta of 25 units: %d of 500 (seed %d)%n", held, SEED);
        assertThat(held).isBetween(455, 490);
    }

    @Test
    void garwoodHoldsTheTruthAtLeastAsOftenAsItSays() {
        assertCovers("Garwood of 2000 expected events", garwood(2000));
        int few = garwood(4);
        System.out.printf("Garwood of 4 expected events: %d of %d (seed %d)%n", few, DRAWS, SEED);
        assertThat(few).isGreaterThanOrEqualTo((int) (0.935 * DRAWS));
    }

    @Test
    void forecastsHoldTheReturnsThatCome() {
        double shape = 1.4;
        double scale = 40;
        int held = count(500, () -> {
            List<Observation> months = new ArrayList<>();
            List<ReturnForecast.Group> fleet = new ArrayList<>();
            long coming = 0;
            for (int age = 12; age >= 1; age--) {
                List<Observation> cohort = months(200, age, shape, scale);
                months.addAll(cohort);
                int left = (int) cohort.get(cohort.size() - 1).weight();
                fleet.add(new ReturnForecast.Group(left, age));
                double failing = -Math.expm1(Math.pow(age / scale, shape) - Math.pow((age + 6) / scale, shape));
                coming += BinomialDistribution.of(left, failing)
                        .createSampler(random)
                        .sample();
            }
            LifeFit fit = MaximumLikelihood.fit(LifeDistribution.WEIBULL, months);
            return new ReturnForecast(fit, fleet, Double.POSITIVE_INFINITY)
                    .total(6, 0.95)
                    .prediction()
                    .contains(coming);
        });
        System.out.printf("returns of the next 6 months: %d of 500 in their bounds (seed %d)%n", held, SEED);
        assertThat(held).isBetween(460, 495);
    }

    private int garwood(double mean) {
        DiscreteDistribution.Sampler counts = PoissonDistribution.of(mean).createSampler(random);
        return count(
                DRAWS, () -> new PoissonRate(counts.sample(), 1).interval(0.95).contains(mean));
    }

    @Test
    void rateByMonthsInServiceHoldsTheTruth() {
        long[] atRisk = {3000, 2500, 2000, 1500, 1000, 500};
        int held = count(DRAWS, () -> {
            long[] incidents = new long[atRisk.length];
            for (int month = 0; month < atRisk.length; month++) {
                incidents[month] = PoissonDistribution.of(atRisk[month] * 0.004 * (month + 1))
                        .createSampler(random)
                        .sample();
            }
            List<AtRiskSum.Point> curve = AtRiskSum.curve(atRisk, incidents, 0.95);
            return curve.get(curve.size() - 1).interval().contains(1000 * 0.004 * 21);
        });
        assertCovers("R/1000 at 6 months", held);
    }

    private List<Observation> months(int units, int age, double shape, double scale) {
        List<Observation> observations = new ArrayList<>();
        int left = units;
        double surviving = 1;
        for (int month = 1; month <= age && left > 0; month++) {
            double next = Math.exp(-Math.pow(month / scale, shape));
            int failed = BinomialDistribution.of(left, 1 - next / surviving)
                    .createSampler(random)
                    .sample();
            if (failed > 0) {
                observations.add(Observation.failedWithin(month - 1.0, month, failed));
            }
            left -= failed;
            surviving = next;
        }
        if (left > 0) {
            observations.add(Observation.survived(age).times(left));
        }
        return observations;
    }

    private static int count(int draws, BooleanSupplier holds) {
        int held = 0;
        for (int draw = 0; draw < draws; draw++) {
            held += holds.getAsBoolean() ? 1 : 0;
        }
        return held;
    }

    private static void assertCovers(String what, int held) {
        System.out.printf("%s: interval of 95 %% holds the truth in %d of %d (seed %d)%n", what, held, DRAWS, SEED);
        assertThat((double) held / DRAWS).as(what).isBetween(0.935, 0.965);
    }
}
