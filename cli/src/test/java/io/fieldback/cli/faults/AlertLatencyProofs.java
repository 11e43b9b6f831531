// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.Fieldback;
import io.fieldback.cli.delivery.FakeReceiver;
import io.fieldback.cli.embedded.EmbeddedKafka;
import io.fieldback.cli.topics.EventTopics;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from an event to whoever must hear of it, by {@code -Pproofs}: a job in a process of its own reads
 * 1,000 events a second from a broker; among them are major incidents and second complaints.
 */
class AlertLatencyProofs {
    private static final long SEED = Long.getLong("fieldback.seed", 42);
    private static final int SECONDS = Integer.getInteger("fieldback.latency.seconds", 130);
    private static final int WARM_UP = Integer.getInteger("fieldback.latency.warm-up", 40);
    private static final int EPOCH_SECONDS = Integer.getInteger("fieldback.latency.epoch", 5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern TOLD = Pattern.compile("(SAFE-\\d+|TWICE-\\d+-2)\"");

    /** As the launcher starts a job that reads on. */
    private static final List<String> LAUNCHED = List.of("-Xmx1g", "-XX:+UseParallelGC");

    @TempDir
    Path folder;

    @Test
    void whoeverMustHearOfItHearsWithinAnEpochAndASecond() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                FakeReceiver receiver = new FakeReceiver()) {
            kafka.create(Set.copyOf(EventTopics.all()), 2);
            Files.writeString(
                    folder.resolve("channels.yaml"),
                    "channels:\n  - {name: hook, type: webhook, url: '" + receiver.url("/") + "'}\n");
            LiveEvents events = new LiveEvents(SEED, kafka.servers(), Duration.ofSeconds(WARM_UP + SECONDS));
            try (ChildJvm job = job(kafka)) {
                while (!job.printed().contains("Ready to read")) {
                    assertThat(job.isAlive()).as(job.printed()).isTrue();
                    Thread.sleep(100);
                }
                Map<String, Long> sent = events.send();
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (!heard(receiver).keySet().containsAll(sent.keySet())) {
                    assertThat(job.isAlive() && System.nanoTime() < end)
                            .as("%d of %d were heard of", heard(receiver).size(), sent.size())
                            .isTrue();
                    Thread.sleep(100);
                }
                report(sent, heard(receiver), events);
                job.end();
            }
        }
    }

    private ChildJvm job(EmbeddedKafka kafka) throws Exception {
        return ChildJvm.start(
                folder.resolve("job.log"),
                LAUNCHED,
                Map.of(),
                Fieldback.class,
                "ingest",
                "--kafka",
                kafka.servers(),
                "--epoch-seconds",
                EPOCH_SECONDS,
                "--warehouse",
                folder.resolve("warehouse"),
                "--channels",
                folder.resolve("channels.yaml"));
    }

    /** When the receiver first heard of what. */
    private static Map<String, Long> heard(FakeReceiver receiver) {
        Map<String, Long> heard = new HashMap<>();
        for (FakeReceiver.Received each : receiver.received()) {
            Matcher told = TOLD.matcher(each.body());
            Set<String> ids = new HashSet<>();
            while (told.find()) {
                ids.add(told.group(1));
            }
            ids.forEach(id -> heard.putIfAbsent(id, each.nanos()));
        }
        return heard;
    }

    private static void report(Map<String, Long> sent, Map<String, Long> heard, LiveEvents events) {
        List<Long> millis = new ArrayList<>();
        sent.forEach((id, nanos) -> {
            if (nanos - events.began() >= WARM_UP * 1_000_000_000L) {
                millis.add((heard.get(id) - nanos) / 1_000_000);
            }
        });
        millis.sort(null);
        long p99 = millis.get(millis.size() * 99 / 100);
        System.out.printf(
                "epoch %d s, %.0f events a second, %d alerts: from event to receiver p50 %d ms, p90 %d ms, p99 %d ms,"
                        + " longest %d ms; load %.1f%n",
                EPOCH_SECONDS,
                events.perSecond(),
                millis.size(),
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 9 / 10),
                p99,
                millis.get(millis.size() - 1),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        assertThat(p99).as("p99 in ms").isLessThanOrEqualTo((EPOCH_SECONDS + 1) * 1_000L);
    }
}
