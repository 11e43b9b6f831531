// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.pipelines.rules.RuleSettings;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.schemas.privacy.PseudonymKey;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules from events to rows, by processes that know nothing but the tables. */
class RuleAlertsTest {
    private static final String FIRE = """
            {"type":"complaint","id":"F-1","receivedAt":"2026-03-02T08:00:00+08:00","complainedAt":"2026-03-01T08:00:00+08:00","severity":"MAJOR_INCIDENT","serialNo":"S-7"}
            """;

    private int processes;

    @TempDir
    Path folder;

    @Test
    void aProcessThatKnowsNothingButTheTablesGoesOn() throws Exception {
        assertThat(ingest(complaint("C-1", 1, "2026-03-01", "13912345678", false) + FIRE))
                .containsExactly("safety opened [complaint/F-1]");
        assertThat(ingest(complaint("C-2", 1, "2026-04-01", "139-1234-5678", false)))
                .contains("repeat-complaint opened [complaint/C-1, complaint/C-2]")
                .hasSize(2);
        assertThat(ingest(complaint("C-1", 2, "2026-03-01", "13912345678", true)))
                .contains("repeat-complaint withdrawn [complaint/C-1, complaint/C-2]")
                .hasSize(3);
        assertThat(ingest(complaint("C-1", 3, "2026-03-01", "13912345678", false)))
                .hasSize(4);
        assertThat(ingest(complaint("C-2", 2, "2026-04-01", "13912345679", false)))
                .hasSize(5)
                .satisfies(rows -> assertThat(rows.stream().filter(row -> row.contains("withdrawn")))
                        .hasSize(2));
        assertThat(names()).doesNotHaveDuplicates();
    }

    @Test
    void aDecisionIsARowOfItsAlertUntilItIsVoided() throws Exception {
        String decision = "{\"type\":\"alert-decision\",\"id\":\"D-1\",\"receivedAt\":\"2026-03-03T08:00:00+08:00\","
                + "\"alertId\":\"a1\",\"kind\":\"JUDGE\",\"verdict\":\"KNOWN\",\"decidedBy\":\"Wang\"%s}\n";
        assertThat(ingest(String.format(decision, ""))).containsExactly("null judged [alert-decision/D-1]");
        assertThat(ingest(String.format(decision, ",\"voided\":true,\"revision\":2")))
                .containsExactlyInAnyOrder("null judged [alert-decision/D-1]", "null retracted [alert-decision/D-1]");
    }

    @Test
    void rulesThatChangeTakeNothingBackAndHoldForWhatComes() throws Exception {
        ingest(complaint("C-1", 1, "2026-04-01", "13912345678", false)
                + complaint("C-2", 1, "2026-04-20", "13912345678", false));
        assertThat(rows("kind", "change", "rules"))
                .containsExactly("repeat-complaint opened " + RuleSettings.STANDARD.fingerprint());
        RuleSettings shorter = new RuleSettings(
                Set.of("E17"), Map.of(), RuleSettings.STANDARD.placeholders(), Map.of(), 5, 5, 10, 1e-4, 2, 5);
        ingest(
                settings().with(shorter),
                complaint("C-3", 1, "2026-04-28", "13912345678", false)
                        + complaint("C-4", 1, "2026-04-29", "13912345679", false));
        assertThat(rows("kind", "change", "rules"))
                .containsExactlyInAnyOrder(
                        "repeat-complaint opened " + RuleSettings.STANDARD.fingerprint(),
                        "safety opened " + shorter.fingerprint(),
                        "safety opened " + shorter.fingerprint());
    }

    @Test
    void stateThatKnowsCasesByOtherRulesIsNotUsed() {
        assertThat(settings().sources("topics a")).isEqualTo("topics a");
        RuleSettings ours = RuleSettings.STANDARD.withSafetyCodes(Set.of("FIRE"));
        assertThat(settings().with(ours).sources("topics a"))
                .isEqualTo("topics a, single cases by rules " + ours.fingerprint());
        assertThat(settings().with(ours).sources(StoringSettings.TO_AN_END)).isEqualTo(StoringSettings.TO_AN_END);
    }

    private static String complaint(String id, int revision, String day, String phone, boolean voided) {
        return "{\"type\":\"complaint\",\"id\":\"" + id + "\",\"revision\":" + revision + ",\"receivedAt\":\"2026-05-0"
                + revision + "T10:00:00+08:00\",\"complainedAt\":\"" + day
                + "T10:00:00+08:00\",\"symptomCode\":\"E17\",\"voided\":" + voided + ",\"customer\":{\"phone\":\""
                + phone + "\"}}\n";
    }

    private List<String> ingest(String events) throws Exception {
        return ingest(settings(), events);
    }

    private List<String> ingest(JobSettings settings, String events) throws Exception {
        Path file = folder.resolve("events-" + processes++ + ".ndjson");
        Files.writeString(file, events, StandardCharsets.UTF_8);
        FeedbackJob.ingest(settings, List.of(file));
        return rows("kind", "change", "cases");
    }

    private List<String> names() throws IOException {
        return rows("change_id");
    }

    private List<String> rows(String... columns) throws IOException {
        Warehouse warehouse = Warehouse.open(settings().warehouse());
        Epoch epoch = warehouse.newestEpoch().orElseThrow();
        List<String> rows = new ArrayList<>();
        for (Path file : warehouse.files(epoch, "alerts")) {
            TableReader.read(file, Tables.ALERTS, row -> {
                List<String> cells = new ArrayList<>();
                for (String column : columns) {
                    cells.add(String.valueOf(row[Tables.ALERTS.position(column)]));
                }
                rows.add(String.join(" ", cells));
            });
        }
        return rows;
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
