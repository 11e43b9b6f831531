// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is history when it is read is told to nobody, and what comes afterwards is. */
class HistoryLoadTest {
    @TempDir
    Path home;

    private FakeReceiver receiver;
    private Path channels = Path.of("");

    @BeforeEach
    void start() throws IOException {
        receiver = new FakeReceiver();
        channels = Files.writeString(
                home.resolve("channels.yaml"),
                "channels:\n  - {name: hook, type: webhook, url: '" + receiver.url("/hook") + "'}\n");
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void aHistoryThatIsReadTodayAndLedgersThatAreMadeAnewTellNobody() throws IOException {
        String received = Instant.now().toString();
        ingest(
                "history",
                complaint("C-1", "2025-03-01", received, true),
                complaint("C-2", "2025-03-20", received, true));
        assertThat(deliver()).isEmpty();
        Run anew = Run.of(home, "rebuild-ledgers", "--warehouse", home.resolve("warehouse"));
        assertThat(anew.exit()).as(anew.err()).isZero();
        assertThat(deliver()).isEmpty();
        assertThat(Run.of(home, "alerts", "list", "--all", "--format", "csv", "--warehouse", home.resolve("warehouse"))
                        .out())
                .contains("repeat-complaint");

        String day = received.substring(0, 10);
        ingest("today", complaint("C-3", day, received, false), complaint("C-4", day, received, false));
        assertThat(deliver()).hasSize(1).allMatch(body -> body.contains("C-4"));
    }

    private List<String> deliver() {
        Run run = Run.of(
                home, "alerts", "deliver", "--once", "--warehouse", home.resolve("warehouse"), "--channels", channels);
        assertThat(run.exit()).as(run.err()).isZero();
        return receiver.received().stream().map(FakeReceiver.Received::body).toList();
    }

    private void ingest(String name, String... lines) throws IOException {
        Path events = Files.write(home.resolve(name + ".ndjson"), List.of(lines));
        Run run = Run.of(home, "ingest", "--events", events, "--warehouse", home.resolve("warehouse"));
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private static String complaint(String id, String day, String received, boolean history) {
        return "{\"type\":\"complaint\",\"id\":\"" + id + "\",\"receivedAt\":\"" + received + "\","
                + (history
                        ? "\"goLiveOn\":\"" + received.substring(0, 10) + "\",\"recordedAt\":\"" + day
                                + "T12:00:00+08:00\","
                        : "")
                + "\"complainedAt\":\"" + day + "T00:00:00+08:00\",\"symptomCode\":\"E17\",\"customer\":{\"phone\":"
                + "\"13912345678\"}}";
    }
}
