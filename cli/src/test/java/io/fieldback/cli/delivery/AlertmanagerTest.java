// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.alerts.AlertWarehouse;
import io.fieldback.cli.alerts.SomeChange;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Told to the Alertmanager that Debian ships, and asked back from it. Skipped where it is not installed. */
class AlertmanagerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private int port;

    @Test
    void anActiveAlertFiresUntilItCloses() throws Exception {
        assumeThat(Stream.of("/usr/bin", "/usr/local/bin")
                        .anyMatch(bin -> Files.isExecutable(Path.of(bin, "prometheus-alertmanager"))))
                .as("prometheus-alertmanager is installed")
                .isTrue();
        // Its clock is the machine's: an alert whose end is past is over.
        Instant now = Instant.now();
        HandClock clock = new HandClock(now);
        AlertWarehouse alerts = new AlertWarehouse(folder.resolve("warehouse"), now);
        AlertChange pump = SomeChange.rate("PUMP", Change.OPENED, now.minusSeconds(60));
        alerts.publish(now, pump);
        Process server = start();
        try (Deliverer deliverer = Deliverer.of(
                alerts.folder(),
                clock,
                "channels:\n  - {name: pager, type: alertmanager, url: 'http://127.0.0.1:" + port
                        + "/', graceMinutes: 30}")) {
            deliverer.run();
            assertThat(deliverer.said).isEmpty();
            JsonNode alert = only();
            assertThat(alert.path("labels").path("alertname").asText()).isEqualTo("fieldback-rate");
            assertThat(alert.path("labels").path("alert_id").asText()).isEqualTo(pump.alertId());
            assertThat(alert.path("labels").path("component").asText()).isEqualTo("PUMP");
            assertThat(alert.path("annotations").path("summary_zh").asText()).isEqualTo(pump.chinese());
            assertThat(alert.path("annotations").path("change_id").asText()).isEqualTo(pump.changeId());
            assertThat(alert.path("status").path("state").asText()).isNotEqualTo("suppressed");
            assertThat(end(alert)).isBetween(now.plusSeconds(1_799), now.plusSeconds(1_801));
            // Told again while it is active, under the same name.
            clock.pass(Duration.ofSeconds(61));
            deliverer.workers.get(0).step();
            assertThat(only().path("fingerprint")).isEqualTo(alert.path("fingerprint"));
            assertThat(end(only())).isAfter(end(alert));
            // A change changes annotations, not the name.
            alerts.publish(now, SomeChange.rate("PUMP", Change.WORSENED, now));
            deliverer.run();
            assertThat(only().path("fingerprint")).isEqualTo(alert.path("fingerprint"));
            assertThat(only().path("annotations").path("change").asText()).isEqualTo("worsened");
            alerts.publish(now, SomeChange.rate("PUMP", Change.CLOSED, now.plusSeconds(1)));
            clock.pass(Duration.ofSeconds(-61));
            deliverer.run();
            assertThat(asked()).as("a closed alert is over").isEmpty();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private Process start() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path config = folder.resolve("alertmanager.yml");
        Files.writeString(config, "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        Process server = new ProcessBuilder(
                        "prometheus-alertmanager",
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || !server.isAlive()) {
                server.destroyForcibly();
                throw new AssertionError(
                        "Alertmanager does not start: " + Files.readString(folder.resolve("alertmanager.log")));
            }
            Thread.sleep(50);
        }
        return server;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode only() throws Exception {
        JsonNode alerts = asked();
        assertThat(alerts).hasSize(1);
        return alerts.path(0);
    }

    private JsonNode asked() throws Exception {
        return JSON.readTree(get("/api/v2/alerts").body());
    }

    private static Instant end(JsonNode alert) {
        return Instant.parse(alert.path("endsAt").asText());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
