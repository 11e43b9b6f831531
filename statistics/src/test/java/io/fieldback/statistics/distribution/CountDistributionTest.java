// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CountDistributionTest {
    private static final long SEED = 4001;

    @Test
    void tailsAreTheBookValues() {
        CountDistribution poisson = new PoissonCounts(4.2);
        assertThat(poisson.atLeast(8)).isCloseTo(0.063943, within(5e-7));
        assertThat(poisson.atLeast(12)).isCloseTo(0.001374, within(5e-7));
        CountDistribution spread = NegativeBinomialCounts.ofDispersion(4.2, 1.8);
        assertThat(spread.atLeast(9)).isCloseTo(0.074687, within(5e-7));
        assertThat(spread.atLeast(12)).isCloseTo(0.016109, within(5e-7));
        assertThat(spread.atLeast(14)).isCloseTo(0.005300, within(5e-7));
    }

    @Test
    void quantilesAreTheLeastCountsThatSuffice() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            double mean = Math.exp(random.nextDouble() * 9 - 3);
            double chance = random.nextDouble();
            CountDistribution counts = CountDistribution.of(mean, mean * (0.5 + 3 * random.nextDouble()));
            long quantile = counts.quantile(chance);
            assertThat(counts.mean()).isCloseTo(mean, within(1e-9 * mean));
            assertThat(counts.atMost(quantile)).isGreaterThanOrEqualTo(chance);
            assertThat(counts.atMost(quantile - 1)).isLessThan(chance);
            assertThat(counts.atMost(quantile) + counts.atLeast(quantile + 1)).isCloseTo(1, within(1e-12));
            double step = counts.atMost(quantile) - counts.atMost(quantile - 1);
            assertThat(Math.exp(counts.logChance(quantile))).isCloseTo(step, within(1e-10));
        }
    }

    @Test
    void nothingIsExpectedOfAMeanOfZero() {
        CountDistribution none = new PoissonCounts(0);
        assertThat(none.quantile(0.999)).isZero();
        assertThat(none.atLeast(1)).isZero();
        assertThat(none.atMost(0)).isEqualTo(1);
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatThrownBy(() -> new PoissonCounts(-1))
                .hasMessage("Cannot form Poisson distribution of mean -1.0: it must not be negative nor infinite");
        assertThatThrownBy(() -> NegativeBinomialCounts.ofDispersion(3, 1))
                .hasMessage("Cannot form negative binomial distribution of size Infinity and probability 1.0: size must"
                        + " be positive, probability in (0, 1]");
        assertThatThrownBy(() -> new PoissonCounts(1).quantile(1))
                .hasMessage("Cannot compute quantile at 1.0: it must be at least 0 and below 1");
    }
}
