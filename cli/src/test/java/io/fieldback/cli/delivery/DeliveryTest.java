// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.alerts.AlertWarehouse;
import io.fieldback.cli.alerts.SomeChange;
import io.fieldback.cli.delivery.FakeReceiver.Answer;
import io.fieldback.cli.spool.SpoolFile;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each change reaches each channel that wants it, once if nothing fails, at least once if something does. */
class DeliveryTest {
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

    private Deliverer deliverer(String... more) throws IOException {
        return Deliverer.of(
                alerts.folder(),
                clock,
                "channels:\n  - {name: hook, type: webhook, url: '" + receiver.url("/hook") + "'}\n"
                        + String.join("\n", more));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> ids() throws IOException {
        List<String> ids = new ArrayList<>();
        for (FakeReceiver.Received each : receiver.received()) {
            ids.add(JSON.readTree(each.body()).path("id").asText());
        }
        return ids;
    }

    @Test
    void aChangeIsACloudEventOfItsId() throws IOException {
        AlertChange pump = SomeChange.rate("PUMP", Change.OPENED, AT);
        alerts.publish(AT, pump);
        try (Deliverer deliverer = deliverer()) {
            deliverer.run();
        }
        FakeReceiver.Received sent = receiver.received().get(0);
        JsonNode event = JSON.readTree(sent.body());
        assertThat(sent.headers()).containsEntry("Content-type", "application/cloudevents+json; charset=UTF-8");
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("id").asText()).isEqualTo(pump.changeId());
        assertThat(event.path("type").asText()).isEqualTo("io.fieldback.alert.opened");
        assertThat(event.path("subject").asText()).isEqualTo(pump.alertId());
        assertThat(event.path("data").path("sentence").path("zh").asText()).isEqualTo(pump.chinese());
        assertThat(event.path("data").path("expected").asDouble()).isEqualTo(16.25);
        assertThat(event.path("data").has("region")).isFalse();
    }

    @Test
    void aRestartRepeatsNothingAndLosesNothing() throws IOException {
        AlertChange pump = SomeChange.rate("PUMP", Change.OPENED, AT);
        AlertChange worse = SomeChange.rate("PUMP", Change.WORSENED, AT.plusSeconds(60));
        alerts.publish(AT, pump);
        try (Deliverer deliverer = deliverer()) {
            deliverer.run();
        }
        clock.pass(Duration.ofDays(3));
        alerts.publish(AT.plusSeconds(60), worse);
        alerts.publish(clock.instant());
        try (Deliverer deliverer = deliverer()) {
            deliverer.run();
        }
        assertThat(ids()).containsExactly(pump.changeId(), worse.changeId());
    }

    @Test
    void whatTheChannelTookButNobodyNotedIsToldAgainUnderTheSameId() throws IOException {
        AlertChange pump = SomeChange.rate("PUMP", Change.OPENED, AT);
        alerts.publish(AT, pump);
        Path spool = alerts.folder().resolve(SpoolFile.NAME);
        try (Deliverer deliverer = deliverer()) {
            deliverer.delivery.look();
        }
        byte[] before = Files.readAllBytes(spool);
        try (Deliverer deliverer = deliverer()) {
            deliverer.run();
        }
        Files.write(spool, before);
        try (Deliverer deliverer = deliverer()) {
            deliverer.run();
            assertThat(deliverer.waiting()).isZero();
        }
        assertThat(ids()).containsExactly(pump.changeId(), pump.changeId());
    }

    @Test
    void aLoadOfHistoryTellsNobody() throws IOException {
        AlertChange old = SomeChange.rate("OLD", Change.OPENED, AT.minus(Duration.ofHours(25)));
        AlertChange news = SomeChange.rate("NEW", Change.OPENED, AT.minus(Duration.ofHours(23)));
        alerts.publish(AT, old, news);
        try (Deliverer deliverer = deliverer()) {
            deliverer.run();
            clock.pass(Duration.ofDays(2));
            alerts.publish(clock.instant(), SomeChange.rate("OLDER", Change.OPENED, AT.minus(Duration.ofDays(400))));
            deliverer.run();
            alerts.publish(clock.instant(), SomeChange.rate("LATE", Change.OPENED, AT.minus(Duration.ofHours(1))));
            deliverer.run();
        }
        assertThat(ids()).containsExactly(news.changeId());
    }

    @Test
    void aChannelThatIsDownHoldsUpNoOtherAndIsTriedLaterEachTime() throws IOException {
        receiver.answers(request -> new Answer(request.address().equals("/down") ? 500 : 200, ""));
        alerts.publish(AT, SomeChange.rate("PUMP", Change.OPENED, AT));
        try (Deliverer deliverer = deliverer("  - {name: down, type: webhook, url: '" + receiver.url("/down") + "'}")) {
            deliverer.run();
            assertThat(receiver.received())
                    .extracting(FakeReceiver.Received::address)
                    .containsExactly("/hook", "/down");
            ChannelWorker down = deliverer.workers.get(1);
            List<Long> waits = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Duration wait = down.step();
                waits.add(wait.toMillis());
                clock.pass(wait);
                down.step();
            }
            assertThat(waits.get(0)).isBetween(800L, 1_200L);
            assertThat(waits.get(3)).isBetween(6_400L, 9_600L);
            assertThat(waits.get(11)).isBetween(480_000L, 720_000L);
            assertThat(deliverer.said)
                    .containsExactly("delivery.away [down, Cannot tell channel down: it answers 500, 1]");
            receiver.answers(request -> new Answer(200, ""));
            clock.pass(Duration.ofMinutes(15));
            down.step();
            assertThat(deliverer.waiting()).isZero();
            assertThat(deliverer.said).last().isEqualTo("delivery.well [down]");
        }
    }

    @Test
    void oneRefusedChangeHoldsUpNoOther() throws IOException {
        AlertChange bad = SomeChange.rate("BAD", Change.OPENED, AT);
        AlertChange good = SomeChange.rate("GOOD", Change.OPENED, AT.plusSeconds(1));
        receiver.answers(request -> new Answer(request.body().contains("BAD") ? 422 : 200, "no such component"));
        alerts.publish(AT, bad, good);
        try (Deliverer deliverer = deliverer()) {
            deliverer.run();
            assertThat(ids()).containsExactlyInAnyOrder(bad.changeId(), good.changeId());
            assertThat(deliverer.waiting()).isEqualTo(1);
            assertThat(deliverer.said)
                    .containsExactly("delivery.refused [hook, " + bad.changeId()
                            + ", Cannot tell channel hook: it answers 422 no such component]");
            receiver.answers(request -> new Answer(200, ""));
            clock.pass(Duration.ofMinutes(13));
            deliverer.run();
            assertThat(deliverer.waiting()).isZero();
        }
    }

    @Test
    void severalChangesAreOnTheirWayAtOnce() throws IOException {
        CountDownLatch all = new CountDownLatch(8);
        receiver.answers(request -> {
            all.countDown();
            return new Answer(await(all) ? 200 : 500, "");
        });
        AlertChange[] changes = new AlertChange[8];
        Arrays.setAll(changes, i -> SomeChange.safety("R-" + i, AT));
        alerts.publish(AT, changes);
        try (Deliverer deliverer = deliverer()) {
            deliverer.run();
            assertThat(deliverer.waiting()).isZero();
        }
        assertThat(ids()).hasSize(8);
    }

    @Test
    void oneAtATimeIfTheChannelWantsIt() throws IOException {
        AtomicInteger open = new AtomicInteger();
        receiver.answers(request -> {
            int before = open.getAndIncrement();
            LockSupport.parkNanos(5_000_000);
            open.decrementAndGet();
            return new Answer(before == 0 ? 200 : 422, "");
        });
        alerts.publish(AT, SomeChange.safety("R-1", AT), SomeChange.safety("R-2", AT), SomeChange.safety("R-3", AT));
        try (Deliverer deliverer = Deliverer.of(
                alerts.folder(),
                clock,
                "channels:\n  - {name: hook, type: webhook, url: '" + receiver.url("/") + "', atOnce: 1}")) {
            deliverer.run();
            assertThat(deliverer.waiting()).isZero();
        }
    }

    @Test
    void whatFailsHoldsUpItsOwnAlertAndIsAllThatIsSentAgain() throws IOException {
        AlertChange pump = SomeChange.rate("PUMP", Change.OPENED, AT);
        AlertChange valve = SomeChange.rate("VALVE", Change.OPENED, AT.plusSeconds(1));
        AlertChange fan = SomeChange.rate("FAN", Change.OPENED, AT.plusSeconds(2));
        AlertChange worse = SomeChange.rate("VALVE", Change.WORSENED, AT.plusSeconds(3));
        receiver.answers(request -> new Answer(request.body().contains("VALVE") ? 500 : 200, ""));
        alerts.publish(AT, pump, valve, fan, worse);
        try (Deliverer deliverer = deliverer()) {
            deliverer.run();
            assertThat(ids()).containsExactlyInAnyOrder(pump.changeId(), valve.changeId(), fan.changeId());
            assertThat(deliverer.waiting()).isEqualTo(3);
            receiver.answers(request -> new Answer(200, ""));
            clock.pass(Duration.ofMinutes(1));
            deliverer.run();
            assertThat(deliverer.waiting()).isZero();
        }
        assertThat(ids()).hasSize(5).endsWith(valve.changeId(), worse.changeId());
    }

    @Test
    void aReceiverThatAsksForPatienceGetsIt() throws IOException {
        receiver.answers(request -> new Answer(429, ""));
        alerts.publish(AT, SomeChange.rate("PUMP", Change.OPENED, AT));
        try (Deliverer deliverer = deliverer()) {
            deliverer.run();
            assertThat(deliverer.workers.get(0).isHeld()).isTrue();
            assertThat(deliverer.said).hasSize(1);
        }
    }

    @Test
    void inQuietHoursOnlySafetyIsTold() throws IOException {
        AlertChange pump = SomeChange.rate("PUMP", Change.OPENED, AT);
        AlertChange burn = SomeChange.safety("R-1", AT);
        alerts.publish(AT, pump, burn);
        try (Deliverer deliverer = Deliverer.of(
                alerts.folder(),
                clock,
                "channels:\n  - {name: hook, type: webhook, url: '" + receiver.url("/hook")
                        + "', quiet: '22:00-07:00 Asia/Shanghai'}")) {
            deliverer.run();
            assertThat(ids()).containsExactly(burn.changeId());
            clock.pass(Duration.ofHours(8));
            deliverer.run();
            assertThat(ids()).containsExactly(burn.changeId(), pump.changeId());
        }
    }

    @Test
    void twoProcessesDoNotDeliverTheSameAlerts() throws IOException {
        try (Deliverer first = deliverer()) {
            assertThat(first.waiting()).isZero();
            assertThatThrownBy(this::deliverer)
                    .hasMessage(
                            "Cannot deliver alerts of " + alerts.folder() + ": another process delivers them already");
        }
    }
}
