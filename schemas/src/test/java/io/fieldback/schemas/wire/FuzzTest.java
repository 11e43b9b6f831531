// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.random.RandomEvents;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzTest {
    private static final int RECORDS = 20_000;
    private static final String[] JUNK = {
        "NaN",
        "1e999999999",
        "\"\\ud800\"",
        "[[[[",
        "{\"a\":",
        "\\u0000",
        "null",
        ",,",
        "-",
        "\"type\":\"unit\",",
        "}{",
        "\"specversion\":\"1.0\",",
        "\"data\":{",
        "99999999999999999999999",
        "\"2026-13-45\"",
        "true",
        "\uFEFF"
    };

    private final EventReader reader = new EventReader(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyBytesGiveOneReadingAndHarmNoOther(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        RandomEvents events = new RandomEvents(seed);
        byte[] good = EventWriter.write(events.next());
        Reading expected = reader.read(good);
        Map<String, Integer> outcomes = new TreeMap<>();
        long slowest = 0;
        for (int i = 0; i < RECORDS; i++) {
            byte[] bad = random.nextInt(10) == 0 ? noise(random) : damaged(EventWriter.write(events.next()), random);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Reading reading = reader.read(bad);
            long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            if (i > RECORDS / 10) {
                slowest = Math.max(slowest, took);
            }
            outcomes.merge(
                    reading instanceof Reading.Refused refused
                            ? refused.reason().name()
                            : reading.getClass().getSimpleName(),
                    1,
                    Integer::sum);
            if (i % 20 == 0) {
                assertThat(reader.read(good)).isEqualTo(expected);
            }
        }
        System.out.println(outcomes + ", slowest " + slowest / 1_000 + " µs");
        assertThat(outcomes).hasSizeGreaterThan(10);
        assertThat(slowest).isLessThan(100_000_000);
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A record that something happened to: cut, with bytes changed, repeated or put in. */
    private static byte[] damaged(byte[] record, Random random) {
        byte[] bytes = record;
        for (int times = 1 + random.nextInt(3); times > 0 && bytes.length > 0; times--) {
            int at = random.nextInt(bytes.length);
            int end = at + random.nextInt(bytes.length - at);
            bytes = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> put(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 2 -> put(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
                case 3 -> put(bytes, at, end, new byte[0]);
                case 4 -> put(bytes, at, at, JUNK[random.nextInt(JUNK.length)].getBytes(UTF_8));
                default -> put(bytes, at, Math.min(end, at + 8), JUNK[random.nextInt(JUNK.length)].getBytes(UTF_8));
            };
        }
        return bytes;
    }

    private static byte[] put(byte[] bytes, int from, int to, byte[] instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(instead);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
