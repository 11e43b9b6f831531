// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.statistics.distribution.CountDistribution;
import io.fieldback.statistics.distribution.NegativeBinomialCounts;
import io.fieldback.statistics.distribution.PoissonCounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTableTest {
    @ParameterizedTest
    @CsvSource({"0.01,1", "0.135,2", "1.65,5", "4.2,1", "12,3", "150,1.2", "5000,1", "20000,4"})
    void chancesAreThoseOfTheGammaAndBetaFunctions(double mean, double phi) {
        CountTable table = CountTable.of(mean, phi);
        CountDistribution counts = phi > 1 ? NegativeBinomialCounts.ofDispersion(mean, phi) : new PoissonCounts(mean);
        double deviation = Math.sqrt(mean * phi);
        for (double z = -4; z <= 8; z += 0.5) {
            long y = (long) Math.max(0, mean + z * deviation);
            assertThat(table.atLeast(y) / counts.atLeast(y)).isCloseTo(1, within(1e-8));
            assertThat(table.exactly(y) / Math.exp(counts.logChance(y))).isCloseTo(1, within(1e-8));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.135,2", "12,3", "150,1.2"})
    void theLeastCountIsTheFirstWithThatMidTail(double mean, double phi) {
        CountTable table = CountTable.of(mean, phi);
        for (double tail : new double[] {0.4, 0.05, 0.005, 1e-6}) {
            long least = table.least(tail);
            assertThat(table.midTail(least)).isLessThanOrEqualTo(tail);
            assertThat(table.midTail(least - 1)).isGreaterThan(tail);
        }
    }
}
