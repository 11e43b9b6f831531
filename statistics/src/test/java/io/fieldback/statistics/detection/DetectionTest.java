// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DetectionTest {
    @Test
    void qValuesAreThoseOfBenjaminiAndHochberg() {
        double[] q = FalseDiscovery.adjusted(new double[] {0.01, 0.04, 0.03, 0.005});
        assertThat(q).containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-12));
    }

    @Test
    void noLooksGiveNoFindings() {
        assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
    }

    @Test
    void aStepIsFoundWhereItIs() {
        long[] counts = {4, 5, 3, 4, 6, 4, 12, 14, 11, 13};
        double[] exposure = new double[counts.length];
        Arrays.fill(exposure, 1);
        ChangePoint change = ChangePoint.of(counts, exposure, 2).orElseThrow();
        assertThat(change.from()).isEqualTo(6);
        assertThat(change.before()).isCloseTo(26 / 6.0, within(1e-12));
        assertThat(change.after()).isCloseTo(12.5, within(1e-12));
        assertThat(change.statistic()).isGreaterThan(10);
    }

    @Test
    void moreUnitsAreNoChange() {
        long[] counts = {4, 4, 4, 8, 8, 8};
        ChangePoint change =
                ChangePoint.of(counts, new double[] {1, 1, 1, 2, 2, 2}, 2).orElseThrow();
        assertThat(change.statistic()).isCloseTo(0, within(1e-9));
    }

    @Test
    void nothingChangesInASilentSeries() {
        assertThat(ChangePoint.of(new long[] {0, 0, 0, 0}, new double[] {1, 1, 1, 1}, 1))
                .isEmpty();
    }
}
