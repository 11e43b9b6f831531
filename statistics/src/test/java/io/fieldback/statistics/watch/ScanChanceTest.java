// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanChanceTest {
    private static final long SEED = 5001;
    private static final ScanChance SCAN = new ScanChance(new double[] {1, 1, 0.1}, 1, 0.003);

    /** With means and dispersion known, what is said to happen once in so many weeks does. */
    @ParameterizedTest
    @CsvSource({"0.2,2", "1.5,5", "5,1", "30,1.5", "4000,3"})
    void smallChancesAreAsRareAsTheySay(double mean, double phi) {
        System.out.println("seed " + SEED);
        CountDraws draws = new CountDraws(SEED + (long) (mean * 10));
        int weeks = 6000;
        int rare = 0;
        int unusual = 0;
        for (int i = 0; i < weeks; i++) {
            long[] counts = {draws.count(mean, phi), draws.count(0.8 * mean, phi), draws.count(0.7 * mean, phi)};
            double p = SCAN.of(new RecentWeeks(
                    counts, new double[] {mean, 0.8 * mean, 0.7 * mean}, new double[] {phi, phi, phi}, 0, 0));
            rare += p <= 0.01 ? 1 : 0;
            unusual += p <= 0.1 ? 1 : 0;
        }
        // A sparse count has few values, and half of each one's chance is given away by the mid-p value.
        assertThat(rare / (double) weeks).isBetween(0.004, 0.016);
        assertThat(unusual / (double) weeks).isBetween(0.07, 0.13);
    }

    @Test
    void moreEventsAreNeverLessSurprising() {
        double before = 1;
        for (int y = 3; y < 40; y++) {
            double p = SCAN.of(recent(y, 4, 2));
            assertThat(p).isLessThanOrEqualTo(before);
            before = p;
        }
        assertThat(before).isPositive().isLessThan(1e-12);
    }

    @Test
    void anExcessBeforeCountsInAWeekOfExcessOnly() {
        assertThat(SCAN.of(recent(6, 8, 3))).isLessThan(SCAN.of(recent(6, 3, 3)));
        assertThat(SCAN.of(recent(2, 8, 3))).isCloseTo(SCAN.of(recent(2, 3, 3)), within(1e-12));
    }

    @Test
    void aWeekThatWasSurprisingOfItselfDoesNotCountAgain() {
        assertThat(SCAN.of(recent(6, 40, 3))).isGreaterThan(SCAN.of(recent(6, 8, 3)));
    }

    private static RecentWeeks recent(long now, long before, long earliest) {
        return new RecentWeeks(
                new long[] {now, before, earliest}, new double[] {3, 3, 3}, new double[] {1.5, 1.5, 1.5}, 0, 0);
    }
}
