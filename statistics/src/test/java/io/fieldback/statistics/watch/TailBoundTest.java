// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailBoundTest {
    private static final double TAIL = 0.01;

    @ParameterizedTest
    @CsvSource({"0.135,2", "1.65,5", "12,3", "25,1", "60,3", "150,1.2"})
    void whatIsLeftBelowTheBoundIsWhatTheCountsSay(double mean, double phi) {
        TailBound bound = new TailBound(phi, TAIL);
        CountTable table = CountTable.of(mean, phi);
        double limit = bound.bound(mean);
        assertThat(table.atLeast((long) Math.ceil(limit))).isBetween(TAIL / 4, 2.5 * TAIL);
        double all = 0;
        double sum = 0;
        double squares = 0;
        for (long y = 0; y < limit; y++) {
            all += table.exactly(y);
            sum += y * table.exactly(y);
            squares += (double) y * y * table.exactly(y);
        }
        double kept = sum / all;
        double deviation = Math.sqrt(phi / mean);
        assertThat((bound.kept(mean).mean(mean) - kept / mean) / deviation).isCloseTo(0, within(0.02));
        assertThat(bound.kept(mean).variance()).isCloseTo((squares / all - kept * kept) / (phi * mean), within(0.04));
    }
}
