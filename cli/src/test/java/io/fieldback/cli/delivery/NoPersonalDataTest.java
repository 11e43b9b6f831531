// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.alerts.AlertWarehouse;
import io.fieldback.cli.alerts.SomeChange;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import io.fieldback.schemas.event.Customer;
import io.fieldback.schemas.privacy.CustomerKey;
import io.fieldback.schemas.privacy.PseudonymKey;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a change, no message to any channel names a customer: every payload is scanned. */
class NoPersonalDataTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");
    private static final String PHONE = "13812345678";
    private static final String MAIL = "li.lei@example.cn";
    private static final Pattern PSEUDONYM = Pattern.compile("[a-z2-7]{26}");

    @TempDir
    Path folder;

    @Test
    void everyPayloadOfEveryChannelIsClean() throws Exception {
        PseudonymKey key = PseudonymKey.load(Map.of(), folder);
        String customer = Objects.requireNonNull(new CustomerKey(key).of(new Customer("李雷", PHONE, "北京市海淀区中关村大街1号")));
        AlertWarehouse alerts = new AlertWarehouse(folder.resolve("warehouse"), AT);
        List<AlertChange> changes = new ArrayList<>();
        for (AlertKind kind : AlertKind.values()) {
            AlertScope scope = new AlertScope("KF-72", "PUMP", "LEAK", null, "R1", "S1", null, customer);
            changes.add(SomeChange.of(
                    kind, scope, Change.OPENED, AT, "serious", " By " + customer + ", call " + PHONE + " or " + MAIL));
        }
        alerts.publish(AT, changes.toArray(AlertChange[]::new));
        HandClock clock = new HandClock(AT);
        StringBuilder channels = new StringBuilder("routing: routing.yaml\nchannels:\n");
        Files.writeString(
                folder.resolve("routing.yaml"),
                "routes:\n  - {department: Quality, deadlineHours: 1, superiors: [{person: Head}]}\n");
        List<String> payloads = new ArrayList<>();
        try (FakeReceiver receiver = new FakeReceiver();
                MailBox box = new MailBox()) {
            for (String type : List.of("webhook", "alertmanager", "wecom", "dingtalk", "feishu")) {
                channels.append("  - {name: ")
                        .append(type)
                        .append(", type: ")
                        .append(type)
                        .append(", url: '")
                        .append(receiver.url("/" + type))
                        .append("'}\n");
            }
            channels.append("  - {name: post, type: mail, host: 127.0.0.1, port: ")
                    .append(box.port())
                    .append(", security: none, from: f@fieldback.test, to: q@fieldback.test}\n");
            try (Deliverer deliverer = Deliverer.of(alerts.folder(), clock, channels.toString())) {
                for (int i = 0; i < 14 || i < 60 && deliverer.waiting() > 0; i++) {
                    deliverer.run();
                    clock.pass(Duration.ofMinutes(5));
                }
                assertThat(deliverer.waiting()).isZero();
            }
            receiver.received().forEach(each -> payloads.add(each.body()));
            for (String mail : box.mails()) {
                payloads.add(new MimeMessage(
                                Session.getInstance(new Properties()),
                                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)))
                        .getContent()
                        .toString());
            }
        }
        assertThat(payloads).hasSizeGreaterThan(40);
        assertThat(String.join("\n", payloads)).contains("customer-", "[phone]", "[email]", "escalated");
        assertThat(payloads)
                .allSatisfy(payload -> assertThat(payload)
                        .doesNotContain(PHONE, MAIL, "李雷", customer)
                        .doesNotContainPattern(PSEUDONYM)
                        .doesNotContain("select count(*)"));
    }
}
