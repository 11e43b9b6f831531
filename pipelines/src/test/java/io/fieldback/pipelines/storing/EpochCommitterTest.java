// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Replacement;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.epoch.WarehouseSettings;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochCommitterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private StoringSettings settings;

    @BeforeEach
    void aWarehouse() {
        warehouse = Warehouse.openOrCreate(
                folder, new WarehouseSettings(ZoneId.of("UTC"), "key", "rules"), List.of(Tables.RESIGHTINGS));
        settings = settings(warehouse.takeGeneration("first", CLOCK.instant()).number());
    }

    @Test
    void whatAnAbortedCheckpointHeldIsPublishedWithTheNextWhole() throws Exception {
        try (OneInputStreamOperatorTestHarness<Notice, Long> committer = started()) {
            committer.processElement(notice("a", 1));
            committer.snapshot(1, 1);
            committer.processElement(notice("b", 2));
            committer.snapshot(2, 2);
            committer.processElement(notice("c", 3));
            committer.notifyOfCompletedCheckpoint(2);
        }
        Epoch epoch = only();
        assertThat(warehouse.files(epoch, "resightings")).hasSize(2);
        assertThat(EpochJson.positions(epoch.positionsJson()))
                .containsExactly(new Progress("topic", 0, 2, null, false));
        assertThat(epoch.accountsJson()).contains("\"read_records\":2");
    }

    @Test
    void aRestoredCommitterPublishesWhatTheLastCouldNotAndNothingTwice() throws Exception {
        OperatorSubtaskState state;
        try (OneInputStreamOperatorTestHarness<Notice, Long> lost = started()) {
            lost.processElement(notice("a", 1));
            state = lost.snapshot(1, 1);
        }
        assertThat(warehouse.epochs()).isEmpty();
        restored(state, 1).close();
        assertThat(warehouse.files(only(), "resightings")).hasSize(1);
        restored(state, 1).close();
        assertThat(warehouse.files(only(), "resightings")).hasSize(1);
    }

    @Test
    void whatWasPublishedBetweenTwoSnapshotsIsNotPublishedAgainByTheSecond() throws Exception {
        OperatorSubtaskState second;
        try (OneInputStreamOperatorTestHarness<Notice, Long> committer = started()) {
            committer.processElement(notice("a", 1));
            committer.snapshot(1, 1);
            committer.processElement(notice("b", 2));
            second = committer.snapshot(2, 2);
            committer.notifyOfCompletedCheckpoint(1);
        }
        restored(second, 2).close();
        Epoch newest = warehouse.newestEpoch().orElseThrow();
        assertThat(warehouse.files(newest, "resightings")).hasSize(2).doesNotHaveDuplicates();
        assertThat(newest.accountsJson()).contains("\"read_records\":1");
    }

    @Test
    void anOlderStateIsRefused() throws Exception {
        OperatorSubtaskState older;
        try (OneInputStreamOperatorTestHarness<Notice, Long> committer = started()) {
            committer.processElement(notice("a", 1));
            older = committer.snapshot(1, 1);
            committer.notifyOfCompletedCheckpoint(1);
            committer.processElement(notice("b", 2));
            committer.snapshot(2, 2);
            committer.notifyOfCompletedCheckpoint(2);
        }
        assertThatThrownBy(() -> restored(older, 1))
                .hasRootCauseMessage(
                        "Cannot start from checkpoint 1: the warehouse is ahead, at checkpoint 2 (epoch 2); start with --rebuild to"
                                + " ignore it and rebuild from the tables");
    }

    @Test
    void upkeepBetweenIsNoStranger() throws Exception {
        OperatorSubtaskState state;
        try (OneInputStreamOperatorTestHarness<Notice, Long> committer = started()) {
            committer.processElement(notice("a", 1));
            state = committer.snapshot(1, 1);
            committer.notifyOfCompletedCheckpoint(1);
            upkeep();
            restored(state, 1).close();
            committer.processElement(notice("b", 2));
            state = committer.snapshot(2, 2);
        }
        restored(state, 2).close();
        Epoch newest = warehouse.newestEpoch().orElseThrow();
        assertThat(newest.number()).isEqualTo(3);
        assertThat(newest.checkpointId()).isEqualTo(2);
        upkeep();
        try (OneInputStreamOperatorTestHarness<Notice, Long> another = started("another")) {
            another.processElement(notice("c", 3));
            state = another.snapshot(1, 1);
        }
        restored(state, 1).close();
        assertThat(warehouse.newestWritten().orElseThrow().lineage()).isEqualTo("another");
        assertThat(warehouse.files(warehouse.newestEpoch().orElseThrow(), "resightings"))
                .hasSize(3);
    }

    @Test
    void aWriterThatWasReplacedPublishesNothing() throws Exception {
        try (OneInputStreamOperatorTestHarness<Notice, Long> old = started()) {
            old.processElement(notice("a", 1));
            old.snapshot(1, 1);
            warehouse.takeGeneration("second", CLOCK.instant());
            assertThatThrownBy(() -> old.notifyOfCompletedCheckpoint(1))
                    .hasRootCauseMessage("Cannot publish epoch: second took over at 2026-01-01T00:00:00Z");
        }
        assertThat(warehouse.epochs()).isEmpty();
    }

    private Epoch only() {
        assertThat(warehouse.epochs()).hasSize(1);
        return warehouse.newestEpoch().orElseThrow();
    }

    private void upkeep() {
        warehouse.replace(Replacement.upkeep(List.of(), List.of(), "test", CLOCK.instant()));
    }

    private OneInputStreamOperatorTestHarness<Notice, Long> started(String lineage) throws Exception {
        settings = new StoringSettings(
                folder.toString(),
                lineage,
                settings.generation(),
                "first",
                CLOCK.instant(),
                warehouse.newestEpoch().orElseThrow().number(),
                "topics",
                "test",
                CLOCK);
        return started();
    }

    private OneInputStreamOperatorTestHarness<Notice, Long> started() throws Exception {
        OneInputStreamOperatorTestHarness<Notice, Long> harness = harness();
        harness.open();
        return harness;
    }

    private OneInputStreamOperatorTestHarness<Notice, Long> restored(OperatorSubtaskState state, long checkpointId)
            throws Exception {
        OneInputStreamOperatorTestHarness<Notice, Long> harness = harness();
        harness.setRestoredCheckpointId(checkpointId);
        harness.initializeState(state);
        harness.open();
        return harness;
    }

    private OneInputStreamOperatorTestHarness<Notice, Long> harness() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new EpochCommitter(settings), 1, 1, 0);
    }

    private StreamRecord<Notice> notice(String id, long read) throws Exception {
        List<byte[]> files;
        try (EpochFiles written = new EpochFiles(warehouse, "test")) {
            written.write(
                    Tables.RESIGHTINGS,
                    new Object[] {"repair", id, "hash", CLOCK.instant(), LocalDate.of(2026, 1, 1), false});
            files = written.finish();
        }
        return new StreamRecord<>(new Notice(
                files,
                List.of(new Account("erp", "topic", 1, 1, 0, 0)),
                List.of(new Progress("topic", 0, read, null, false))));
    }

    private StoringSettings settings(long generation) {
        return new StoringSettings(
                folder.toString(), "lineage", generation, "first", CLOCK.instant(), 0, "topics", "test", CLOCK);
    }
}
