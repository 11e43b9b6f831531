// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CountModelTest {
    private static final long SEED = 4002;

    @Test
    void levelsWithTrendEqualTheSameColumnsSpelledOut() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < 50; round++) {
            int n = 60;
            int[] group = new int[n];
            double[] time = new double[n];
            double[][] rows = new double[n][5];
            double[] counts = new double[n];
            double[] weights = new double[n];
            for (int i = 0; i < n; i++) {
                group[i] = i % 4;
                time[i] = 100 + i;
                rows[i][group[i]] = 1;
                rows[i][4] = time[i];
                counts[i] = random.nextInt(4 + 3 * group[i]);
                weights[i] = 0.2 + random.nextDouble();
            }
            CountFit<TrendByLevel.Line> line = CountModel.of(
                            TrendByLevel.sloped(group, time), new Family.Poisson(), counts)
                    .fit(weights);
            CountFit<DenseDesign.Coefficients> dense = CountModel.of(DenseDesign.of(rows), new Family.Poisson(), counts)
                    .fit(weights);
            assertThat(line.converged()).isTrue();
            assertThat(line.iterations()).isEqualTo(dense.iterations());
            assertThat(line.deviance()).isCloseTo(dense.deviance(), within(1e-8));
            assertThat(line.dispersion()).isCloseTo(dense.dispersion(), within(1e-9));
            assertThat(line.solution().slope()).isCloseTo(dense.solution().values()[4], within(1e-10));
            double[] next = {0, 0, 1, 0, 170};
            assertThat(line.solution().at(2, 170)).isCloseTo(dense.solution().at(next), within(1e-9));
            assertThat(line.solution().varianceAt(2, 170))
                    .isCloseTo(dense.solution().varianceAt(next), within(1e-9));
            assertThat(line.solution().leverages())
                    .containsExactly(dense.solution().leverages(), within(1e-9));
        }
    }

    @Test
    void fittedCountsOfALevelAddUpToThoseObserved() {
        int[] group = {0, 0, 0, 1, 1, 1};
        double[] counts = {1, 4, 2, 9, 7, 8};
        CountFit<TrendByLevel.Line> fit = CountModel.of(
                        TrendByLevel.sloped(group, new double[6]).flat(), new Family.Poisson(), counts)
                .fit();
        assertThat(Math.exp(fit.solution().at(0, 0))).isCloseTo(7 / 3.0, within(1e-8));
        assertThat(Math.exp(fit.solution().at(1, 0))).isCloseTo(8, within(1e-8));
        assertThat(fit.degreesOfFreedom()).isEqualTo(4);
    }

    @Test
    void anOffsetIsAnExposure() {
        double[] counts = {4, 8, 12};
        double[] offset = {Math.log(10), Math.log(20), Math.log(30)};
        TrendByLevel level = TrendByLevel.sloped(new int[3], new double[3]).flat();
        CountFit<TrendByLevel.Line> fit = new CountModel<>(level, new Family.Poisson(), counts, offset).fit();
        assertThat(Math.exp(fit.solution().at(0, 0))).isCloseTo(0.4, within(1e-9));
        assertThat(fit.dispersion()).isCloseTo(0, within(1e-12));
    }

    @Test
    void columnsThatSayTheSameAreRefused() {
        double[][] rows = {{1, 2}, {1, 2}, {1, 2}};
        assertThatThrownBy(() -> CountModel.of(DenseDesign.of(rows), new Family.Poisson(), new double[] {1, 2, 3})
                        .fit())
                .hasMessage("Cannot fit column 1 of the design: it is a combination of the columns before it");
    }
}
