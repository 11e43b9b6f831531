// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.statistics.distribution.NegativeBinomialCounts;
import io.fieldback.statistics.distribution.PoissonCounts;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NegativeBinomialFitTest {
    private static final long SEED = 4007;

    @Test
    void sizeAndMeansAreFoundAgain() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        double theta = 3;
        int[] group = new int[4000];
        double[] counts = new double[group.length];
        double[] offset = new double[group.length];
        for (int i = 0; i < group.length; i++) {
            group[i] = i % 2;
            offset[i] = Math.log(1 + i % 5);
            double mean = (2 + 3 * group[i]) * Math.exp(offset[i]);
            counts[i] = NegativeBinomialCounts.ofMean(mean, theta).quantile(random.nextDouble());
        }
        TrendByLevel levels =
                TrendByLevel.sloped(group, new double[group.length]).flat();
        NegativeBinomialFit<TrendByLevel.Line> fit =
                NegativeBinomialFit.of(levels, counts, offset).orElseThrow();
        assertThat(fit.theta()).isCloseTo(theta, within(0.3));
        assertThat(Math.exp(fit.fit().solution().at(0, 0))).isCloseTo(2, within(0.1));
        assertThat(Math.exp(fit.fit().solution().at(1, 0))).isCloseTo(5, within(0.2));
        double here = logLikelihood(counts, fit.fit().means(), fit.theta());
        assertThat(logLikelihood(counts, fit.fit().means(), fit.theta() * 1.01)).isLessThan(here);
        assertThat(logLikelihood(counts, fit.fit().means(), fit.theta() * 0.99)).isLessThan(here);
    }

    @Test
    void countsWithoutSpreadHaveNoSize() {
        double[] counts = {3, 3, 4, 3, 3, 4, 3, 3};
        TrendByLevel level = TrendByLevel.sloped(new int[8], new double[8]).flat();
        assertThat(NegativeBinomialFit.of(level, counts, new double[8])).isEmpty();
    }

    @Test
    void poissonCountsHaveAGreatSizeIfAny() {
        Random random = new Random(SEED + 1);
        double[] counts = new double[500];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new PoissonCounts(4).quantile(random.nextDouble());
        }
        TrendByLevel level = TrendByLevel.sloped(new int[500], new double[500]).flat();
        NegativeBinomialFit.of(level, counts, new double[500])
                .ifPresent(fit -> assertThat(fit.theta()).isGreaterThan(20));
    }

    private static double logLikelihood(double[] counts, double[] means, double theta) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += NegativeBinomialCounts.ofMean(means[i], theta).logChance((long) counts[i]);
        }
        return sum;
    }
}
