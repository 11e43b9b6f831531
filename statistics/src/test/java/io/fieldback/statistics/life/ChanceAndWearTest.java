// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChanceAndWearTest {
    private static final int DRAWS = 60;

    @Test
    void theShapeOfTheWearIsFoundBesideFailuresByChance() {
        long seed = 20261123;
        SplittableRandom random = new SplittableRandom(seed);
        int held = 0;
        int single = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Observation> lives = months(random, 3_000, 0.004, 3, 30);
            LifeFit weibull = MaximumLikelihood.fit(LifeDistribution.WEIBULL, lives);
            ChanceAndWear fit = ChanceAndWear.fit(lives, weibull);
            List<ChanceAndWear> ends = fit.ends(lives, 0.95);
            held += ends.get(0).shape() <= 3 && 3 <= ends.get(1).shape() ? 1 : 0;
            single += new ProfileLikelihood(weibull, lives).shape(0.95).contains(3) ? 1 : 0;
        }
        System.out.println("chance and wear: interval of 95 % holds the shape in " + held + " of " + DRAWS
                + " draws, that of a single Weibull in " + single + " (seed " + seed + ")");
        assertThat(held).isBetween(52, 60);
        assertThat(single).isLessThan(5);
    }

    @Test
    void withoutFailuresByChanceTheyAreFoundNoMoreOftenThanTheLevelSays() {
        long seed = 20261124;
        SplittableRandom random = new SplittableRandom(seed);
        int found = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Observation> lives = months(random, 3_000, 0, 2.5, 40);
            LifeFit weibull = MaximumLikelihood.fit(LifeDistribution.WEIBULL, lives);
            ChanceAndWear fit = ChanceAndWear.fit(lives, weibull);
            found += fit.chanceIfNone(weibull) < 0.05 ? 1 : 0;
            assertThat(fit.logLikelihood()).isGreaterThan(weibull.logLikelihood() - 0.05);
        }
        System.out.println("chance and wear: failures by chance found at 5 % in " + found + " of " + DRAWS
                + " draws without any (seed " + seed + ")");
        assertThat(found).isLessThanOrEqualTo(8);
    }

    @Test
    void theLikelihoodOfExactAgesIsTheFormula() {
        List<Observation> lives =
                List.of(Observation.failed(3), Observation.failed(7), Observation.failed(9), Observation.survived(10));
        LifeFit weibull = MaximumLikelihood.fit(LifeDistribution.WEIBULL, lives);
        ChanceAndWear fit = ChanceAndWear.fit(lives, weibull);
        double sum = -10 * fit.rate() - Math.pow(10 / fit.scale(), fit.shape());
        for (double age : new double[] {3, 7, 9}) {
            double hazard =
                    fit.rate() + fit.shape() * Math.pow(age, fit.shape() - 1) / Math.pow(fit.scale(), fit.shape());
            sum += Math.log(hazard) - fit.rate() * age - Math.pow(age / fit.scale(), fit.shape());
        }
        assertThat(fit.logLikelihood()).isCloseTo(sum, within(1e-9));
        assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(weibull.logLikelihood() - 1e-3);
        assertThat(fit.surviving(10)).isBetween(0.0, 1.0);
    }

    /** Units observed for up to 24 months, their failures known by the month. */
    private static List<Observation> months(
            SplittableRandom random, int units, double rate, double shape, double scale) {
        long[][] cells = new long[25][25];
        for (int i = 0; i < units; i++) {
            int last = 1 + random.nextInt(24);
            double chance = rate == 0 ? Double.POSITIVE_INFINITY : -Math.log(random.nextDouble()) / rate;
            double wear = scale * Math.pow(-Math.log(random.nextDouble()), 1 / shape);
            int failed = (int) Math.min(25, Math.floor(Math.min(chance, wear))) + 1;
            cells[last][failed <= last ? failed : 0]++;
        }
        List<Observation> lives = new ArrayList<>();
        for (int last = 1; last < cells.length; last++) {
            for (int failed = 0; failed < cells.length; failed++) {
                if (cells[last][failed] > 0) {
                    lives.add(
                            failed == 0
                                    ? Observation.survived(last).times(cells[last][failed])
                                    : Observation.failedWithin(failed - 1.0, failed, cells[last][failed]));
                }
            }
        }
        return lives;
    }
}
