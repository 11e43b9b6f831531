// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.alerts.AlertWarehouse;
import io.fieldback.cli.alerts.SomeChange;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aDigestArrivesInBothLanguagesAndTheNextOneFiveMinutesLater() throws Exception {
        HandClock clock = new HandClock(AT);
        AlertWarehouse alerts = new AlertWarehouse(folder.resolve("warehouse"), AT);
        AlertChange pump = SomeChange.rate("PUMP", Change.OPENED, AT);
        alerts.publish(AT, pump, SomeChange.rate("FAN", Change.OPENED, AT));
        try (MailBox box = new MailBox();
                Deliverer deliverer = Deliverer.of(
                        alerts.folder(),
                        clock,
                        "channels:\n  - {name: post, type: mail, host: 127.0.0.1, port: " + box.port()
                                + ", security: none, from: fieldback@example.com, to: [a@example.com, b@example.com]}")) {
            box.refuses("550 nobody here");
            deliverer.run();
            assertThat(deliverer.waiting()).isEqualTo(2);
            assertThat(deliverer.said).singleElement().asString().contains("Cannot tell channel post: ");
            box.refuses("");
            clock.pass(Duration.ofSeconds(2));
            deliverer.run();
            assertThat(deliverer.waiting()).isZero();
            MimeMessage mail = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(box.mails().get(0).getBytes(StandardCharsets.UTF_8)));
            assertThat(mail.getSubject()).isEqualTo("Fieldback：2 条预警变化 / Fieldback: 2 changes of alerts");
            assertThat(mail.getAllRecipients()).hasSize(2);
            assertThat(mail.getContent().toString())
                    .contains(pump.changeId(), pump.chinese(), pump.english())
                    .doesNotContain("**");
            alerts.publish(AT, SomeChange.rate("VALVE", Change.OPENED, AT));
            clock.pass(Duration.ofSeconds(299));
            deliverer.run();
            assertThat(box.mails()).hasSize(1);
            clock.pass(Duration.ofSeconds(1));
            deliverer.run();
            assertThat(box.mails()).hasSize(2);
        }
    }
}
