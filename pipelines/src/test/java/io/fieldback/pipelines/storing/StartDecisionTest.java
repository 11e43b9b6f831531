// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochKind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartDecisionTest {
    @Test
    void theStateOfTheNewestEpochGoesOn() {
        assertThat(StartDecision.of("a", 7, 3, epoch(4, "a", 7))).isEqualTo(StartDecision.PUBLISHED);
    }

    @Test
    void aLaterCheckpointOfTheSameLineagePublishesWhatItHolds() {
        assertThat(StartDecision.of("a", 8, 4, epoch(4, "a", 7))).isEqualTo(StartDecision.PUBLISH_PENDING);
        assertThat(StartDecision.of("a", 1, 4, epoch(4, "other", 9))).isEqualTo(StartDecision.PUBLISH_PENDING);
        assertThat(StartDecision.of("a", 1, 0, null)).isEqualTo(StartDecision.PUBLISH_PENDING);
    }

    @Test
    void anOlderCheckpointIsRefused() {
        assertThatThrownBy(() -> StartDecision.of("a", 5, 2, epoch(4, "a", 7)))
                .hasMessageContaining("Cannot start from checkpoint 5")
                .hasMessageContaining("epoch 4");
    }

    @Test
    void aForeignLineageIsRefused() {
        assertThatThrownBy(() -> StartDecision.of("a", 9, 2, epoch(4, "b", 7)))
                .hasMessageContaining("written by another start");
    }

    @Test
    void aStateWhoseWarehouseIsGoneIsRefused() {
        assertThatThrownBy(() -> StartDecision.of("a", 9, 2, null)).hasMessageContaining("this one has none");
    }

    private static Epoch epoch(long number, String lineage, long checkpointId) {
        return new Epoch(
                number,
                EpochKind.WRITTEN,
                lineage,
                checkpointId,
                1,
                Instant.EPOCH,
                Map.of(),
                "[]",
                "[]",
                "rules",
                "UTC",
                "key",
                "test");
    }
}
