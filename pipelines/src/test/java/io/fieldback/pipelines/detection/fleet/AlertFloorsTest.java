// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.fleet.FleetOptions.Size;
import org.junit.jupiter.api.Test;

/** A small share of {@link AlertProofs} for every build: one small fleet, with floors under what it must show. */
class AlertFloorsTest {
    private static final long SEED = 7;

    @Test
    void faultsOfASmallFleetAreFoundWithoutManyFalseAlarms() {
        FleetOptions small = FleetOptions.standard(SEED).sized(new Size(2, 3, 9, 2, 1));
        Score score = FleetWatch.score(Fleet.of(small.planted(1)), WatchRules.standard());
        System.out.println("fleet of seed " + SEED + ": " + score);

        assertThat(score.found()).as("share found").isGreaterThan(0.4);
        assertThat(score.falseAlarms()).as("false alarms").isLessThanOrEqualTo(5);
    }
}
