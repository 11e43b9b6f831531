// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.schemas.privacy.PseudonymKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIngestTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsReadOnceAndAllOfItIsAccountedFor() throws Exception {
        Path events = folder.resolve("events.ndjson");
        Files.writeString(events, """
                {"type":"repair","id":"R-1","source":"erp","receivedAt":"2026-01-06T10:00:00+08:00","failedOn":"2026-01-05","productModel":"M","faults":[{"component":"C"}]}
                {"type":"repair","id":"R-1","source":"erp","receivedAt":"2026-01-07T10:00:00+08:00","failedOn":"2026-01-05","productModel":"M","faults":[{"component":"D"}]}
                {"type":"repair","id":"R-1","source":"erp","receivedAt":"2026-01-08T10:00:00+08:00","failedOn":"2026-01-05","productModel":"M","faults":[{"component":"D"}]}
                {"type":"repair","source":"erp"}
                """, StandardCharsets.UTF_8);
        JobSettings settings = settings();
        assertThat(FeedbackJob.ingest(settings, List.of(events))).isEmpty();
        Epoch epoch = Warehouse.open(settings.warehouse()).newestEpoch().orElseThrow();
        assertThat(EpochJson.positions(epoch.positionsJson()))
                .singleElement()
                .satisfies(position -> assertThat(position.next()).isEqualTo(4));
        assertThat(epoch.snapshots())
                .containsOnlyKeys("failure_ledger", "repairs", "supersessions", "rejected_records");
        assertThat(FeedbackJob.ingest(settings, List.of(events))).containsExactly(events.toString());
    }

    private JobSettings settings() {
        return new JobSettings(
                folder.resolve("warehouse"),
                ZoneId.of("Asia/Shanghai"),
                new PseudonymKey(new byte[32], "h1"),
                2,
                Duration.ofSeconds(1),
                folder.resolve("checkpoints"),
                "test",
                "test",
                Clock.systemUTC());
    }
}
