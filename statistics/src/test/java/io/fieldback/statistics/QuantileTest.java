// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class QuantileTest {
    @Test
    void smallQuantilesHaveAllTheirDigits() {
        // Of beta(1, n) the quantile is 1 - (1 - p)^(1 / n).
        double n = 1e9;
        assertThat(Quantile.beta(0.025, 1, n))
                .isCloseTo(-Math.expm1(Math.log1p(-0.025) / n), Percentage.withPercentage(1e-10));
        // Of chi-squared with 2 degrees of freedom it is -2 log(1 - p).
        assertThat(Quantile.chiSquared(1e-12, 2)).isCloseTo(-2 * Math.log1p(-1e-12), Percentage.withPercentage(1e-10));
    }

    @Test
    void aQuantileIsWhereItsShareLies() {
        long seed = 42;
        System.out.println("quantiles drawn with seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            double p = random.nextDouble(1e-6, 1 - 1e-6);
            double a = Math.exp(random.nextDouble(-1, 8));
            double b = Math.exp(random.nextDouble(-1, 8));
            BetaDistribution beta = BetaDistribution.of(a, b);
            assertThat(beta.cumulativeProbability(Quantile.beta(p, a, b))).isCloseTo(p, within(1e-10));
            assertThat(beta.survivalProbability(Quantile.betaAbove(p, a, b))).isCloseTo(p, within(1e-10));
            ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(a);
            assertThat(chiSquared.cumulativeProbability(Quantile.chiSquared(p, a)))
                    .isCloseTo(p, within(1e-10));
            assertThat(chiSquared.survivalProbability(Quantile.chiSquaredAbove(p, a)))
                    .isCloseTo(p, within(1e-10));
        }
    }
}
