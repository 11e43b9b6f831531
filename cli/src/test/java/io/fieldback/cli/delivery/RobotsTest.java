// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.alerts.AlertWarehouse;
import io.fieldback.cli.alerts.SomeChange;
import io.fieldback.cli.delivery.FakeReceiver.Answer;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Robots of chat groups get digests, as they want them, as often as they allow. */
class RobotsTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(AT);
    private FakeReceiver receiver;
    private AlertWarehouse alerts;

    @BeforeEach
    void start() throws IOException {
        receiver = new FakeReceiver();
        alerts = new AlertWarehouse(folder.resolve("warehouse"), AT);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private Deliverer robot(String type, String more) throws IOException {
        return Deliverer.of(
                alerts.folder(),
                clock,
                "channels:\n  - {name: group, type: " + type + ", url: '" + receiver.url("/robot?key=k") + "'" + more
                        + "}");
    }

    private JsonNode sent(int index) throws IOException {
        return JSON.readTree(receiver.received().get(index).body());
    }

    @Test
    void manyChangesAreOneMessageAMinute() throws IOException {
        AlertChange pump = SomeChange.rate("PUMP", Change.OPENED, AT);
        AlertChange fan = SomeChange.rate("FAN", Change.OPENED, AT);
        alerts.publish(AT, pump, fan);
        try (Deliverer deliverer = robot("wecom", ", language: zh")) {
            deliverer.run();
            alerts.publish(AT, SomeChange.rate("VALVE", Change.OPENED, AT), SomeChange.safety("R-1", AT));
            deliverer.run();
            assertThat(receiver.received()).hasSize(1);
            assertThat(sent(0).path("msgtype").asText()).isEqualTo("markdown");
            assertThat(sent(0).path("markdown").path("content").asText())
                    .startsWith("**Fieldback：2 条预警变化**\n\n【新增 · 故障突增 · 严重】KF-72 的 ")
                    .contains(pump.changeId(), fan.changeId(), pump.alertId(), "实际 36，预期 16.2", "在用 12,345 台");
            clock.pass(Duration.ofSeconds(60));
            deliverer.run();
            assertThat(receiver.received()).hasSize(2);
            assertThat(sent(1).path("markdown").path("content").asText()).contains("VALVE", "R-1");
            assertThat(deliverer.waiting()).isZero();
        }
    }

    @Test
    void noMessageIsLongerThanTheRobotTakesAndNothingIsLeftOut() throws IOException {
        List<AlertChange> changes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            changes.add(SomeChange.rate("水泵" + i, Change.OPENED, AT.plusSeconds(i)));
        }
        alerts.publish(AT, changes.toArray(AlertChange[]::new));
        StringBuilder all = new StringBuilder();
        try (Deliverer deliverer = robot("wecom", "")) {
            for (int minutes = 0; minutes < 60 && (minutes == 0 || deliverer.waiting() > 0); minutes++) {
                deliverer.run();
                clock.pass(Duration.ofMinutes(1));
            }
        }
        for (int i = 0; i < receiver.received().size(); i++) {
            String content = sent(i).path("markdown").path("content").asText();
            assertThat(content.getBytes(StandardCharsets.UTF_8).length).isBetween(3_000, 4_096);
            all.append(content);
            if (i + 2 == receiver.received().size()) {
                break;
            }
        }
        all.append(receiver.received().get(receiver.received().size() - 1).body());
        assertThat(changes).allSatisfy(change -> assertThat(all).contains(change.changeId()));
    }

    @Test
    void dingTalkIsSignedInItsAddress() throws IOException {
        alerts.publish(AT, SomeChange.rate("PUMP", Change.OPENED, AT));
        try (Deliverer deliverer = robot("dingtalk", ", secret: SEC1")) {
            deliverer.run();
        }
        assertThat(receiver.received().get(0).address())
                .matches("/robot\\?key=k&timestamp=" + AT.toEpochMilli() + "&sign=[A-Za-z0-9%]{40,}");
        assertThat(sent(0).path("markdown").path("title").asText())
                .startsWith("Fieldback：1 条预警变化 / Fieldback: 1 change");
        assertThat(sent(0).path("markdown").path("text").asText()).contains("  \n");
    }

    @Test
    void feishuIsSignedInItsBody() throws IOException {
        alerts.publish(AT, SomeChange.rate("PUMP", Change.OPENED, AT));
        try (Deliverer deliverer = robot("feishu", ", secret: demo, language: en")) {
            deliverer.run();
        }
        assertThat(sent(0).path("timestamp").asText()).isEqualTo(Long.toString(AT.getEpochSecond()));
        assertThat(sent(0).path("sign").asText()).hasSize(44);
        assertThat(sent(0).path("card")
                        .path("elements")
                        .path(0)
                        .path("text")
                        .path("content")
                        .asText())
                .contains("[opened · rate · serious] PUMP of KF-72", "12,345 units in field");
    }

    @Test
    void aRobotThatIsCalledTooOftenIsLeftAloneAndAskedAgain() throws IOException {
        receiver.answers(request -> new Answer(200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}"));
        alerts.publish(AT, SomeChange.rate("PUMP", Change.OPENED, AT));
        try (Deliverer deliverer = robot("wecom", "")) {
            deliverer.run();
            clock.pass(Duration.ofSeconds(59));
            deliverer.run();
            assertThat(receiver.received()).hasSize(1);
            assertThat(deliverer.said)
                    .containsExactly(
                            "delivery.away [group, Cannot tell channel group: 45009 api freq out of limit, 1]");
            receiver.answers(request -> new Answer(200, "{\"errcode\":0}"));
            clock.pass(Duration.ofSeconds(1));
            deliverer.run();
            assertThat(deliverer.waiting()).isZero();
        }
    }

    @Test
    void aRobotWithAWrongSignatureIsSaidToBeBrokenOnceAndKeepsWhatWaits() throws IOException {
        receiver.answers(request -> new Answer(200, "{\"code\":19021,\"msg\":\"sign match fail\"}"));
        alerts.publish(AT, SomeChange.rate("PUMP", Change.OPENED, AT));
        try (Deliverer deliverer = robot("feishu", ", secret: wrong")) {
            deliverer.run();
            clock.pass(Duration.ofHours(1));
            deliverer.run();
            assertThat(receiver.received()).hasSize(2);
            assertThat(deliverer.said)
                    .containsExactly("delivery.broken [group, Cannot tell channel group: 19021 sign match fail, 1]");
            assertThat(deliverer.waiting()).isEqualTo(1);
        }
    }

    @Test
    void aRobotThatIsNoneIsBroken() throws IOException {
        receiver.answers(request -> new Answer(404, ""));
        alerts.publish(AT, SomeChange.rate("PUMP", Change.OPENED, AT));
        try (Deliverer deliverer = robot("dingtalk", "")) {
            deliverer.run();
            assertThat(deliverer.said)
                    .containsExactly("delivery.broken [group, Cannot tell channel group: it answers 404, 1]");
        }
    }
}
