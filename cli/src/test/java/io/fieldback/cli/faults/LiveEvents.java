// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fieldback.cli.topics.EventSender;
import io.fieldback.cli.topics.EventTopics;
import io.fieldback.schemas.event.EventType;
import io.fieldback.simulator.SimulatedEvent;
import io.fieldback.simulator.Simulation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * 1,000 events a second as they happen: simulated ones moved to yesterday, and each second ten major incidents and ten
 * complaints that repeat one of five seconds before.
 */
final class LiveEvents {
    private static final int RATE = 1_000;
    private static final int EVERY = 100;
    private static final int AGAIN_AFTER = 50;
    private static final long FIRST = 200_000;
    private static final Pattern RECEIVED = Pattern.compile("\"receivedAt\":\"[^\"]*\",");
    private static final Pattern DAY = Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d");

    private final String servers;
    private final long count;
    private final Iterator<SimulatedEvent> others;
    private final Map<String, Long> sent = new LinkedHashMap<>();
    private long began;
    private double perSecond;

    /** Events for so long; nothing is sent yet. */
    LiveEvents(long seed, String servers, Duration duration) {
        this.servers = servers;
        this.count = duration.toSeconds() * RATE;
        this.others = Simulation.of(seed, FIRST + count).withoutTombstones().stream()
                .skip(FIRST)
                .iterator();
        // The skipped ones are made now, not while there is something to measure.
        if (!others.hasNext()) {
            throw new IllegalStateException("Cannot send events: the simulation has none");
        }
    }

    /** Sends them all, each at its time; gives when what must be heard of was sent. */
    Map<String, Long> send() throws IOException {
        try (EventSender producer = new EventSender(servers, Map.of("linger.ms", "5"))) {
            began = System.nanoTime();
            for (long i = 0; i < count; i++) {
                long due = began + i * 1_000_000_000L / RATE;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                long slot = i / EVERY;
                switch ((int) (i % EVERY)) {
                    case 0 -> incident(producer, slot);
                    case 40 -> complaint(producer, slot, 1);
                    case 80 -> {
                        if (slot >= AGAIN_AFTER) {
                            complaint(producer, slot - AGAIN_AFTER, 2);
                        }
                    }
                    default -> other(producer, others.next());
                }
            }
            producer.finish();
            perSecond = count * 1e9 / (System.nanoTime() - began);
        }
        return sent;
    }

    /** When sending began. */
    long began() {
        return began;
    }

    /** What was kept of the rate. */
    double perSecond() {
        return perSecond;
    }

    private void incident(EventSender producer, long number) throws IOException {
        String id = "SAFE-" + number;
        sent.put(id, System.nanoTime());
        send(
                producer,
                EventType.REPAIR,
                id,
                "{\"type\":\"repair\",\"id\":\"" + id + "\",\"source\":\"erp\",\"failedOn\":\"" + today()
                        + "\",\"severity\":\"major-incident\",\"productModel\":\"M" + number % 7
                        + "\",\"serialNo\":\"SN" + number + "\",\"faults\":[{\"component\":\"C" + number % 11
                        + "\",\"symptomCode\":\"fire\"}]}");
    }

    private void complaint(EventSender producer, long number, int time) throws IOException {
        String id = "TWICE-" + number + "-" + time;
        if (time == 2) {
            sent.put(id, System.nanoTime());
        }
        send(
                producer,
                EventType.COMPLAINT,
                id,
                "{\"type\":\"complaint\",\"id\":\"" + id + "\",\"source\":\"crm\",\"customerId\":\"TW" + number
                        + "\",\"complainedAt\":\"" + today().minusDays(3 - time)
                        + "T02:00:00Z\",\"productModel\":\"M" + number % 7 + "\",\"serialNo\":\"TN" + number
                        + "\",\"component\":\"C1\",\"symptomCode\":\"leak\"}");
    }

    private static void other(EventSender producer, SimulatedEvent event) throws IOException {
        long later =
                ChronoUnit.DAYS.between(LocalDate.ofInstant(event.receivedAt(), ZoneOffset.UTC), today().minusDays(1));
        String json = RECEIVED.matcher(new String(event.json(), UTF_8)).replaceFirst("");
        send(
                producer,
                event.type(),
                event.id(),
                DAY.matcher(json)
                        .replaceAll(day ->
                                LocalDate.parse(day.group()).plusDays(later).toString()));
    }

    private static void send(EventSender producer, EventType type, String id, String json) throws IOException {
        producer.send(EventTopics.of(type), id, json.getBytes(UTF_8), Instant.now());
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    }
}
