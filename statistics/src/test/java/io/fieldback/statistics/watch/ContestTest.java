// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A part of the contests of {@link DetectorProofs}, small enough for every build. */
class ContestTest {
    /** The first ten repetitions hold an outbreak of each size from 1 to 10 deviations, as the whole does. */
    @Test
    void oursFindsMoreThanFarringtonsAtEqualFalseAlarms() {
        Contest contest = NoufailySet.ofFixtures(rep -> rep <= 10);
        Outcome ours = contest.outcome(Rival.ours());
        System.out.printf(
                "POD %.3f at .005, %.3f at .010%n",
                ours.at(0.005).found(), ours.at(0.01).found());
        assertThat(ours.at(0.005).found()).isGreaterThan(0.42);
        assertThat(ours.at(0.01).found()).isGreaterThan(0.51);
        assertThat(ours.falseAlarms()).isBetween(0.003, 0.008);
    }
}
