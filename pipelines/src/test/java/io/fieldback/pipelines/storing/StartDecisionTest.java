// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochKind;
import io.fieldback.pipelines.storing.StartDecision.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of which state may be used, row by row. */
class StartDecisionTest {
    private static final String LINEAGE = "a";

    static Stream<Arguments> usable() {
        return Stream.of(
                row("no epoch yet", state(0), 1, null, new StartDecision.PublishPending(-1)),
                row("of the newest epoch", state(3), 7, epoch(4, LINEAGE, 7), new StartDecision.Published()),
                row("later, files pending", state(4), 8, epoch(4, LINEAGE, 7), new StartDecision.PublishPending(7)),
                row("later by far", state(4), 90, epoch(4, LINEAGE, 7), new StartDecision.PublishPending(7)),
                row(
                        "two snapshots, one published since",
                        state(3),
                        8,
                        epoch(4, LINEAGE, 7),
                        new StartDecision.PublishPending(7)),
                row(
                        "rebuilt from the newest epoch of another start, nothing published yet",
                        state(4),
                        1,
                        epoch(4, "b", 9),
                        new StartDecision.PublishPending(-1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usable")
    void stateOfTheNewestEpochOrLaterIsUsed(
            String row, CommitterState state, long checkpoint, Epoch newest, StartDecision decision) {
        assertThat(StartDecision.of(state, checkpoint, "w", "topics", newest)).isEqualTo(decision);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                row("older by one", state(4), 5, epoch(5, LINEAGE, 7), Reason.OLDER),
                row("another start has published", state(4), 9, epoch(5, "b", 1), Reason.OTHER_START),
                row("the warehouse is gone", state(2), 9, null, Reason.WAREHOUSE_BEHIND),
                row("the warehouse is an older copy", state(14), 14, epoch(10, LINEAGE, 10), Reason.WAREHOUSE_BEHIND),
                row("of another warehouse", state("v", "topics", 4), 7, epoch(4, LINEAGE, 7), Reason.OTHER_WAREHOUSE),
                row("of other topics", state("w", "topics b", 4), 7, epoch(4, LINEAGE, 7), Reason.OTHER_SOURCES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void stateThatMayDisagreeWithTheTablesIsRefusedWithOffers(
            String row, CommitterState state, long checkpoint, Epoch newest, Reason reason) {
        assertThat(StartDecision.of(state, checkpoint, "w", "topics", newest))
                .isInstanceOfSatisfying(StartDecision.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.why()).contains("; start with --rebuild to ignore it");
                });
    }

    @Test
    void aRefusalSaysHowFarAheadTheTablesAreAndOffersTheEpochOfTheState() {
        StartDecision refused = StartDecision.of(state(4), 5, "w", "topics", epoch(9, LINEAGE, 12));
        assertThat(refused)
                .isEqualTo(new StartDecision.Refused(
                        Reason.OLDER,
                        "the warehouse is ahead, at checkpoint 12 (epoch 9); start with --rebuild to ignore it and"
                                + " rebuild from the tables, or --rollback-to 4 to make that epoch the newest again"));
    }

    private static Arguments row(String name, CommitterState state, long checkpoint, Epoch newest, Object answer) {
        return Arguments.of(name, state, checkpoint, newest, answer);
    }

    private static CommitterState state(long epoch) {
        return state("w", "topics", epoch);
    }

    private static CommitterState state(String warehouse, String sources, long epoch) {
        return new CommitterState(warehouse, sources, LINEAGE, epoch, List.of(), new TreeMap<>());
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
