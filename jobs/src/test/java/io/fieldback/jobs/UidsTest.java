// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.jobs.files.EventFiles;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.schemas.privacy.PseudonymKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uids name state in savepoints: to change one is to lose what it held, so it takes a change of the golden file. */
class UidsTest {
    @TempDir
    Path folder;

    @Test
    void uidsAreThoseOfTheGoldenFile() throws Exception {
        Path events = Files.writeString(folder.resolve("events.ndjson"), "{}\n");
        JobSettings settings = new JobSettings(
                folder.resolve("warehouse"),
                ZoneId.of("UTC"),
                new PseudonymKey(new byte[32], "h1"),
                2,
                Duration.ofSeconds(1),
                folder.resolve("checkpoints"),
                "test",
                "test",
                Clock.systemUTC());
        StreamExecutionEnvironment env = StrictFlink.local(settings);
        StoringSettings storing = new StoringSettings(
                folder.toString(), "lineage", 1, "test", Instant.EPOCH, 0, "files", "test", Clock.systemUTC());
        FeedbackJob.define(
                env.fromSource(
                                EventFiles.of(List.of(events), List.of()).source(),
                                WatermarkStrategy.noWatermarks(),
                                "events-files")
                        .uid("events-files"),
                new IntakeSettings("UTC", settings.key(), Map.of(), Map.of()),
                storing);
        String uids = String.join(
                "\n",
                env.getStreamGraph(false).getStreamNodes().stream()
                        .map(node -> Objects.requireNonNullElse(node.getTransformationUID(), "none") + " = "
                                + node.getOperatorName())
                        .sorted()
                        .toList());
        try (java.io.InputStream golden = UidsTest.class.getResourceAsStream("/uids/feedback.txt")) {
            assertThat(uids.strip())
                    .isEqualTo(
                            new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}
