// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.Fieldback;
import io.fieldback.cli.alerts.AlertWarehouse;
import io.fieldback.cli.alerts.SomeChange;
import io.fieldback.cli.delivery.FakeReceiver;
import io.fieldback.schemas.alert.AlertChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivering process is killed in the middle: the receiver has each change, and knows what it was told twice. */
class DeliveryKillsIT {
    private static final int KILLS = 3;
    private static final int IN_AN_EPOCH = 40;
    /** So many changes a webhook is told at once. */
    private static final int AT_ONCE = 8;

    private static final long PATIENCE_SECONDS = 120;

    /** On a quiet machine it is a tenth of a second; a starved one, as of a build, is no news of the program. */
    private static final long P99_MILLIS = Long.getLong("fieldback.delivery.p99", 10_000);

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final List<String> published = new ArrayList<>();
    private int cases;

    @Test
    void theReceiverHasEachChangeWhateverIsKilled() throws Exception {
        AlertWarehouse alerts = new AlertWarehouse(folder.resolve("warehouse"), Instant.now());
        try (FakeReceiver receiver = new FakeReceiver()) {
            receiver.answers(request -> {
                pause(10);
                return new FakeReceiver.Answer(200, "");
            });
            Files.writeString(
                    folder.resolve("channels.yaml"),
                    "channels:\n  - {name: hook, type: webhook, url: '" + receiver.url("/") + "'}\n");
            for (int kill = 0; kill < KILLS; kill++) {
                publish(alerts, IN_AN_EPOCH);
                int before = receiver.received().size();
                try (ChildJvm process = start(alerts)) {
                    int middle = before + IN_AN_EPOCH / 2;
                    await("half of an epoch", process, () -> receiver.received().size() >= middle);
                    process.kill();
                }
                assertThat(new HashSet<>(ids(receiver)).size())
                        .as("the kill hits in the middle")
                        .isLessThan(published.size());
            }
            try (ChildJvm process = start(alerts)) {
                await("all that was published", process, () -> ids(receiver).containsAll(published));
                latencies(alerts, receiver, process);
            }
            List<String> ids = ids(receiver);
            assertThat(ids).containsAll(published);
            assertThat(ids.size() - published.size())
                    .as("a kill repeats what was on its way, nothing else")
                    .isLessThanOrEqualTo(KILLS * AT_ONCE);
        }
    }

    /** From the epoch's commit to the receiver, 25 changes a second. */
    private void latencies(AlertWarehouse alerts, FakeReceiver receiver, ChildJvm process) throws Exception {
        receiver.answers(request -> new FakeReceiver.Answer(200, ""));
        Map<String, Long> committed = new HashMap<>();
        for (int epoch = 0; epoch < 20; epoch++) {
            Set<String> ids = publish(alerts, 5);
            long now = System.nanoTime();
            ids.forEach(id -> committed.put(id, now));
            pause(200);
        }
        await("all of twenty epochs", process, () -> ids(receiver).containsAll(published));
        List<Long> millis = new ArrayList<>();
        for (FakeReceiver.Received each : receiver.received()) {
            Long at = committed.get(id(each));
            if (at != null) {
                millis.add((each.nanos() - at) / 1_000_000);
            }
        }
        millis.sort(null);
        long p99 = millis.get(millis.size() * 99 / 100);
        System.out.println("commit to receiver of " + millis.size() + " changes: median "
                + millis.get(millis.size() / 2) + " ms, p99 " + p99 + " ms");
        assertThat(p99).isLessThan(P99_MILLIS);
    }

    private Set<String> publish(AlertWarehouse alerts, int count) throws IOException {
        Instant now = Instant.now();
        AlertChange[] changes = new AlertChange[count];
        Arrays.setAll(changes, i -> SomeChange.safety("R-" + cases++, now));
        alerts.publish(now, changes);
        Set<String> ids = new HashSet<>();
        Arrays.stream(changes).forEach(change -> ids.add(change.changeId()));
        published.addAll(ids);
        return ids;
    }

    private ChildJvm start(AlertWarehouse alerts) throws IOException {
        return ChildJvm.start(
                folder.resolve("deliver.log"),
                Map.of(),
                Fieldback.class,
                "alerts",
                "deliver",
                "--warehouse",
                alerts.folder(),
                "--channels",
                folder.resolve("channels.yaml"));
    }

    private static List<String> ids(FakeReceiver receiver) {
        return receiver.received().stream().map(DeliveryKillsIT::id).toList();
    }

    private static String id(FakeReceiver.Received received) {
        try {
            return JSON.readTree(received.body()).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(String what, ChildJvm process, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("Waited for " + what + " in vain:\n" + process.printed());
            }
            pause(20);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
