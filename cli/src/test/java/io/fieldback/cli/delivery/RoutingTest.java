// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.cli.Run;
import io.fieldback.cli.alerts.AlertWarehouse;
import io.fieldback.cli.alerts.SomeChange;
import io.fieldback.cli.spool.SpoolFile;
import io.fieldback.imports.mapping.MappingError;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is to act, who is told, and who is told if nobody does. */
class RoutingTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");
    private static final String ROUTES = """
            routes:
              - {family: rule, department: Service, deadlineHours: 2, channels: [rules],
                 superiors: [{person: Head of service, channels: [boss]}, {person: Director, afterHours: 4, channels: [boss]}]}
              - {product: KF-*, component: [PUMP, VALVE], department: Hydraulics, person: Wang, deadlineHours: 24}
              - {department: Quality}
            """;

    @TempDir
    Path folder;

    private static Duty duty(AlertChange change) {
        return Routing.parse(ROUTES, "routing.yaml", Set.of("rules", "boss")).duty(change);
    }

    @Test
    void theFirstLineThatFitsSaysWhoseItIs() {
        Duty pump = duty(SomeChange.rate("PUMP", Change.OPENED, AT));
        assertThat(pump.department()).isEqualTo("Hydraulics");
        assertThat(pump.person()).isEqualTo("Wang");
        assertThat(pump.deadline()).isEqualTo(Duration.ofHours(24));
        assertThat(duty(SomeChange.safety("R-1", AT)).department()).isEqualTo("Service");
        assertThat(duty(SomeChange.rate("FAN", Change.OPENED, AT)).department()).isEqualTo("Quality");
        assertThat(duty(SomeChange.of(AlertKind.SILENT_SOURCE, AlertScope.NONE, Change.OPENED, AT, "minor", ""))
                        .department())
                .isEqualTo("Quality");
        assertThat(Routing.NONE.duty(SomeChange.rate("PUMP", Change.OPENED, AT)))
                .isEqualTo(Duty.NOBODYS);
    }

    @Test
    void whatIsNotSoundIsNamedWithItsLine() {
        assertThatThrownBy(() -> Routing.parse("routes:\n  - {produkt: A}", "r.yaml", Set.of()))
                .isInstanceOf(MappingError.class)
                .hasMessageStartingWith(
                        "Cannot read routing r.yaml, line 2, routes[0].produkt: unknown key 'produkt'; known are");
        assertThatThrownBy(() -> Routing.parse("routes:\n  - {channels: [x]}", "r.yaml", Set.of("a", "b")))
                .hasMessage(
                        "Cannot read routing r.yaml, line 2, routes[0].channels: there is no channel 'x', only a, b");
        assertThatThrownBy(() -> Routing.parse("routes:\n  - {superiors: [{person: A}]}", "r.yaml", Set.of()))
                .hasMessageEndingWith("superiors are told after a deadline: give 'deadlineHours'");
    }

    @Test
    void nobodysSilenceReachesOneSuperiorAfterTheOther() throws IOException {
        HandClock clock = new HandClock(AT);
        AlertWarehouse alerts = new AlertWarehouse(folder.resolve("warehouse"), AT);
        AlertChange burn = SomeChange.safety("R-1", AT);
        alerts.publish(AT, burn, SomeChange.rate("PUMP", Change.OPENED, AT));
        Files.writeString(folder.resolve("routing.yaml"), ROUTES);
        try (FakeReceiver receiver = new FakeReceiver()) {
            String channels = "routing: routing.yaml\nchannels:\n"
                    + List.of("rules", "boss", "quality").stream()
                            .map(name -> "  - {name: " + name + ", type: webhook, url: '" + receiver.url("/" + name)
                                    + (name.equals("quality") ? "', tell: quality}\n" : "'}\n"))
                            .reduce("", String::concat);
            try (Deliverer deliverer = Deliverer.of(alerts.folder(), clock, channels)) {
                deliverer.run();
                assertThat(addresses(receiver)).containsExactlyInAnyOrder("/rules", "/rules", "/boss", "/quality");
                clock.pass(Duration.ofMinutes(119));
                deliverer.run();
                assertThat(receiver.received()).hasSize(4);
                clock.pass(Duration.ofMinutes(1));
                deliverer.run();
            }
            assertThat(receiver.received()).hasSize(5);
            assertThat(receiver.received().get(4).address()).isEqualTo("/boss");
            assertThat(receiver.received().get(4).body())
                    .contains("io.fieldback.alert.escalated", "To Head of service: nobody has acknowledged for 2 h.")
                    .contains("致Head of service：已 2 小时无人确认接收。");
            // A restart tells no superior twice, and the next one in time.
            try (Deliverer deliverer = Deliverer.of(alerts.folder(), clock, channels)) {
                deliverer.run();
                assertThat(receiver.received()).hasSize(5);
                clock.pass(Duration.ofHours(4));
                deliverer.run();
                assertThat(receiver.received().get(5).body()).contains("To Director: nobody has acknowledged for 6 h.");
            }
            assertThat(SpoolFile.escalations(alerts.folder())).hasSize(2);
            assertThat(Run.of(folder, "alerts", "show", burn.alertId(), "--warehouse", alerts.folder(), "--lang", "en")
                            .out())
                    .contains("escalated", "open ↑");
        }
    }

    @Test
    void whoAcknowledgesIsLeftInPeace() throws IOException {
        HandClock clock = new HandClock(AT);
        AlertWarehouse alerts = new AlertWarehouse(folder.resolve("warehouse"), AT);
        AlertScope scope = AlertScope.of("KF-72", "R-1");
        alerts.publish(AT, SomeChange.safety("R-1", AT));
        alerts.publish(
                AT, SomeChange.of(AlertKind.SAFETY, scope, Change.ACKNOWLEDGED, AT.plusSeconds(9), "safety", ""));
        Files.writeString(folder.resolve("routing.yaml"), ROUTES);
        try (FakeReceiver receiver = new FakeReceiver();
                Deliverer deliverer = Deliverer.of(
                        alerts.folder(),
                        clock,
                        "routing: routing.yaml\nchannels:\n  - {name: rules, type: webhook, url: '"
                                + receiver.url("/rules") + "'}\n  - {name: boss, type: webhook, url: '"
                                + receiver.url("/boss") + "', changes: [escalated]}")) {
            deliverer.run();
            clock.pass(Duration.ofDays(3));
            deliverer.run();
            assertThat(addresses(receiver)).containsExactly("/rules", "/rules");
        }
    }

    private static List<String> addresses(FakeReceiver receiver) {
        return receiver.received().stream().map(FakeReceiver.Received::address).toList();
    }

    @Test
    void aChannelsFileSaysWhatIsWrongAndTakesSecretsFromTheEnvironment() throws IOException {
        Path file = folder.resolve("channels.yaml");
        Files.writeString(file, "channels:\n  - {name: a, type: wecom, url: 'https://x/?key=${ROBOT_KEY}'}\n");
        assertThat(ChannelsFile.load(file, Map.of("ROBOT_KEY", "k1")).named("a").text("url"))
                .isEqualTo("https://x/?key=k1");
        assertThatThrownBy(() -> ChannelsFile.load(file, Map.of()))
                .hasMessage(
                        "Cannot read channels " + file + ", line 2, channels[0].url: variable ROBOT_KEY is not set");
        for (String[] wrong : new String[][] {
            {"channels:\n  - {name: a, type: pigeon}", "'pigeon' is not one of alertmanager, webhook, wecom"},
            {"channels:\n  - {name: a, type: webhook}", "a channel of type webhook needs 'url'"},
            {"channels:\n  - {type: webhook, url: x}", "'name' is missing"},
            {"channels:\n  - {name: a, type: webhook, url: x, sekret: y}", "unknown key 'sekret'"},
            {"channels:\n  - {name: a, type: webhook, url: x, quiet: night}", "'night' is not like 22:00-07:00"},
            {"channels: []", "it names no channel"}
        }) {
            Files.writeString(file, wrong[0]);
            assertThatThrownBy(() -> ChannelsFile.load(file, Map.of())).hasMessageContaining(wrong[1]);
        }
        assertThatThrownBy(() -> ChannelsFile.load(folder.resolve("none.yaml"), Map.of()))
                .hasMessage("Cannot read channels " + folder.resolve("none.yaml") + ": there is no such file");
    }
}
