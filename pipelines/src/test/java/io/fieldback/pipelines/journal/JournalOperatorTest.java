// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.EpochDraft;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.epoch.WarehouseSettings;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.intake.Decoder;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.ledgers.FailurePostings;
import io.fieldback.pipelines.storing.Account;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.schemas.privacy.PseudonymKey;
import io.fieldback.schemas.table.Tables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalOperatorTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Decoder decoder =
            new Decoder(new IntakeSettings("UTC", new PseudonymKey(new byte[32], "h1"), Map.of(), Map.of()));
    private Warehouse warehouse;
    private Generation right;

    @BeforeEach
    void aWarehouse() {
        warehouse =
                Warehouse.openOrCreate(folder, new WarehouseSettings(ZoneId.of("UTC"), "key", "rules"), Tables.all());
        right = warehouse.takeGeneration("test", CLOCK.instant());
    }

    @Test
    void theFirstSightIsWrittenTheSecondIsCounted() throws Exception {
        try (Harness operator = operator(0)) {
            operator.processElement(arrival("{\"id\":\"1\",\"failedOn\":\"2026-01-02\"}"));
            operator.processElement(arrival("{\"id\":\"1\",\"failedOn\":\"2026-01-02\"}"));
            Notice notice = barrier(operator, 1);
            assertThat(tables(notice)).containsExactlyInAnyOrder("failure_ledger", "repairs");
            assertThat(notice.accounts()).containsExactly(new Account("?", "fieldback.repair.v1", 0, 1, 1, 0));
            assertThat(operator.numKeyedStateEntries()).isEqualTo(1);
        }
    }

    @Test
    void nothingNewTellsNothing() throws Exception {
        try (Harness operator = operator(0)) {
            operator.prepareSnapshotPreBarrier(1);
            assertThat(operator.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void aRebuiltOperatorKnowsWhatTheTablesKnow() throws Exception {
        Notice written;
        try (Harness operator = operator(0)) {
            operator.processElement(arrival("{\"id\":\"1\",\"revision\":1,\"failedOn\":\"2026-01-02\"}"));
            operator.processElement(arrival("{broken"));
            written = barrier(operator, 1);
        }
        long epoch = publish(written);
        try (Harness rebuilt = operator(epoch)) {
            assertThat(rebuilt.numKeyedStateEntries()).isEqualTo(2);
            rebuilt.processElement(arrival("{\"id\":\"1\",\"revision\":1,\"failedOn\":\"2026-01-02\"}"));
            rebuilt.processElement(arrival("{broken"));
            Notice repeated = barrier(rebuilt, 2);
            assertThat(repeated.files()).isEmpty();
            rebuilt.processElement(arrival("{\"id\":\"1\",\"revision\":2,\"failedOn\":\"2026-01-03\"}"));
            assertThat(tables(barrier(rebuilt, 3)))
                    .containsExactlyInAnyOrder("failure_ledger", "repairs", "supersessions");
        }
    }

    private long publish(Notice notice) {
        List<WrittenFile> files =
                notice.files().stream().map(WrittenFile::fromBytes).toList();
        return warehouse
                .commit(new EpochDraft(right, "lineage", 1, files, "[]", "[]", "test", CLOCK.instant()))
                .number();
    }

    private static List<String> tables(Notice notice) {
        return notice.files().stream()
                .map(file -> WrittenFile.fromBytes(file).table())
                .toList();
    }

    private static Notice barrier(Harness operator, long checkpointId) throws Exception {
        operator.prepareSnapshotPreBarrier(checkpointId);
        List<Notice> told = new ArrayList<>(operator.extractOutputValues());
        operator.getOutput().clear();
        assertThat(told).hasSize(1);
        return told.get(0);
    }

    private StreamRecord<Arrival> arrival(String json) {
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        long at = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
        return new StreamRecord<>(decoder.decode(new RawRecord("fieldback.repair.v1", 0, 0, at, "repair", null, value))
                .get(0));
    }

    private Harness operator(long startEpoch) throws Exception {
        Harness harness = new Harness(new StoringSettings(
                folder.toString(),
                "lineage",
                right.number(),
                "test",
                CLOCK.instant(),
                startEpoch,
                "topics",
                "test",
                CLOCK));
        harness.open();
        return harness;
    }

    private static final class Harness extends KeyedOneInputStreamOperatorTestHarness<String, Arrival, Notice> {
        Harness(StoringSettings settings) throws Exception {
            super(
                    new JournalOperator(settings, FailurePostings::of, JournalPipeline.UNITS),
                    Arrival::key,
                    Types.STRING,
                    4,
                    1,
                    0);
        }
    }
}
