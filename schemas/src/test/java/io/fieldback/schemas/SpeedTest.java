// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fieldback.schemas.check.EventChecks;
import io.fieldback.schemas.event.Repair;
import io.fieldback.schemas.privacy.ContentHash;
import io.fieldback.schemas.privacy.Masking;
import io.fieldback.schemas.privacy.PseudonymKey;
import io.fieldback.schemas.shape.Shape;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.EventWriter;
import io.fieldback.schemas.wire.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * CPU time of what every event passes through, microseconds on one thread, median of five rounds. The bounds are wide,
 * to catch a slip of a power of ten on any machine; the figures are for reading.
 */
class SpeedTest {
    private static final int EVENTS = 64;
    private static final JsonFactory JSON = new JsonFactory();
    private static final int ROUND = 20_000;

    @Test
    void eachStepOfARepairTakesMicroseconds() {
        List<byte[]> lines = repairs();
        int bytes = (int) lines.stream().mapToInt(line -> line.length).average().orElseThrow();
        EventReader reader = new EventReader(ZoneId.of("Asia/Shanghai"));
        List<Repair> repairs = lines.stream()
                .map(line -> (Repair) ((Reading.Accepted) reader.read(line)).event())
                .toList();
        List<@org.jspecify.annotations.Nullable Object[]> values =
                repairs.stream().map(repair -> Shape.of(repair).values(repair)).toList();
        Shape<Repair> shape = Shape.of(Repair.class);
        ContentHash hash = new ContentHash(new PseudonymKey(new byte[32], "h1"));
        System.out.println("CPU time on repairs of " + bytes + " bytes:");
        micros("Jackson alone", lines, SpeedTest::tokens);
        assertThat(micros("read", lines, reader::read)).isLessThan(80);
        assertThat(micros("write", repairs, EventWriter::write)).isLessThan(80);
        assertThat(micros("content hash", repairs, hash::of)).isLessThan(50);
        assertThat(micros("mask", repairs, Masking::of)).isLessThan(80);
        EventChecks checks = new EventChecks(ZoneId.of("Asia/Shanghai"));
        Instant received = Instant.parse("2026-01-05T12:00:00Z");
        assertThat(micros("check", repairs, repair -> checks.check(repair, received)))
                .isLessThan(50);
        assertThat(micros("take apart", repairs, shape::values)).isLessThan(20);
        assertThat(micros("put together", values, shape::create)).isLessThan(20);
        assertThat(micros("journal row", repairs, repair -> Journals.row(repair, 12)))
                .isLessThan(20);
    }

    /** What the parser alone costs on this machine: the floor under reading. */
    private static int tokens(byte[] line) {
        try (JsonParser parser = JSON.createParser(line)) {
            int characters = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                characters += token == JsonToken.VALUE_STRING ? parser.getText().length() : 1;
            }
            return characters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> double micros(String what, List<T> inputs, Function<T, Object> step) {
        double[] rounds = new double[5];
        int kept = 0;
        for (int round = -2; round < rounds.length; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < ROUND; i++) {
                kept += step.apply(inputs.get(i % EVENTS)) == null ? 0 : 1;
            }
            if (round >= 0) {
                rounds[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e3 / ROUND;
            }
        }
        Arrays.sort(rounds);
        System.out.printf(Locale.ROOT, "  %-14s %6.2f µs%n", what, rounds[2]);
        assertThat(kept).isEqualTo(ROUND * 7);
        return rounds[2];
    }

    private static List<byte[]> repairs() {
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            lines.add(("{\"type\":\"repair\",\"id\":\"R-2026-0" + (10_000 + i)
                            + "\",\"recordedAt\":\"2026-01-05T10:00:00+08:00\",\"source\":\"crm\","
                            + "\"serialNo\":\"KF72250700" + (10_000 + i) + "\",\"productModel\":\"KF-72\","
                            + "\"customer\":{\"name\":\"张三\",\"phone\":\"138123" + (10_000 + i) + "\"},"
                            + "\"siteId\":\"S-041\",\"region\":\"east\",\"serviceKind\":\"failure\","
                            + "\"coverage\":\"warranty\",\"causeClass\":\"quality\",\"failedOn\":\"2026-01-03\","
                            + "\"reportedAt\":\"2026-01-03T09:12:00+08:00\",\"completedAt\":\"2026-01-04T16:40:00+08:00\","
                            + "\"visits\":1,\"resolved\":true,\"downtimeMinutes\":95,\"labourMinor\":8000,"
                            + "\"faultText\":\"E4 报警，不制热，更换主板后正常\",\"faults\":[{\"component\":\"main-board\","
                            + "\"symptomCode\":\"E4\",\"causeCode\":\"C12\",\"actionCode\":\"A1\","
                            + "\"parts\":[{\"partNo\":\"PB-100\",\"lot\":\"L2507\",\"quantity\":1,\"costMinor\":12000}]}]}")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return lines;
    }
}
