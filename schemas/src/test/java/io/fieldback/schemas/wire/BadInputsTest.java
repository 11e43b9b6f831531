// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.schemas.check.EventChecks;
import io.fieldback.schemas.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of bad inputs, as far as the decoding of one record decides it. The rows are in bad-inputs.txt. */
class BadInputsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant RECEIVED = Instant.parse("2026-01-05T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventReader reader = new EventReader(ZONE);
    private final EventChecks checks = new EventChecks(ZONE);

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void eachInputGetsItsTreatment(BadInput row) throws IOException {
        byte[] bytes = row.bytes();
        Reading reading = reader.read(bytes);
        assertThat(cpuMillis(bytes)).isLessThan(100);
        assertThat(outcome(reading)).isEqualTo(row.outcome());
        if (!row.says().isEmpty() && reading instanceof Reading.Accepted accepted) {
            String pointer = row.says().substring(0, row.says().indexOf('='));
            assertThat(JSON.readTree(EventWriter.write(accepted.event()))
                            .at(pointer)
                            .asText())
                    .isEqualTo(row.says().substring(pointer.length() + 1));
        }
    }

    @Test
    void whatIsNormalisedOrUnknownIsKeptBesideTheEvent() {
        assertThat(accepted("\"faultText\":\"鏁呴殰鐜拌薄\"").extras()).isEqualTo("{\"faultText\":\"鏁呴殰鐜拌薄\"}");
        assertThat(accepted("\"faults\":[{},{\"responsibility\":\"moon\"},{\"novel\":1,\"parts\":[{\"novel\":2}]}]")
                        .extras())
                .isEqualTo(
                        "{\"faults[1].responsibility\":\"moon\",\"faults[2].novel\":1,\"faults[2].parts[0].novel\":2}");
    }

    @Test
    void flatFaultFieldsBesideAListOfFaultsAreKeptAside() {
        Reading.Accepted reading =
                accepted("\"component\":\"C9\",\"responsibility\":\"use\",\"faults\":[{\"component\":\"C1\"}]");
        assertThat(reading.extras()).isEqualTo("{\"component\":\"C9\",\"responsibility\":\"use\"}");
        assertThat(reading.warnings()).containsExactly("W_FIELD_UNKNOWN component", "W_FIELD_UNKNOWN responsibility");
    }

    @Test
    void anEnvelopeIsFoundEvenBehindAKnownTypeName() {
        for (String json : List.of(
                "{\"type\":\"repair\",\"specversion\":\"1.0\",\"id\":\"x\",\"data\":{\"id\":\"R-9\"}}",
                "{\"type\":\"repair\",\"specversion\":\"1.0\",\"subject\":[1],\"data\":{\"id\":\"R-9\",\"type\":\"repair\"}}",
                "{\"data\":{\"id\":\"R-9\"},\"type\":\"io.fieldback.repair.v1\",\"specversion\":\"1.0\"}")) {
            Reading.Accepted reading = (Reading.Accepted) reader.read(json.getBytes(UTF_8));
            assertThat(reading.event().envelope().id()).isEqualTo("R-9");
        }
    }

    /** CPU time of one reading, the best of five: other work on the machine is not the reader's. */
    private long cpuMillis(byte[] bytes) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            reader.read(bytes);
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        return best / 1_000_000;
    }

    private Reading.Accepted accepted(String more) {
        return (Reading.Accepted) reader.read(BadInput.repair(more).getBytes(UTF_8));
    }

    private String outcome(Reading reading) {
        if (reading instanceof Reading.Accepted accepted) {
            return outcome(accepted);
        }
        return reading instanceof Reading.Refused refused
                ? refused.reason().name()
                : "a " + reading.getClass().getSimpleName();
    }

    private String outcome(Reading.Accepted accepted) {
        Event event = accepted.event();
        EventChecks.Checked checked = checks.check(event, RECEIVED);
        if (checked.refused() != null) {
            return checked.refused().reason().name();
        }
        List<String> warnings = new ArrayList<>(accepted.warnings());
        warnings.addAll(checked.warnings());
        return ("ok " + String.join("; ", warnings)).strip();
    }

    static Stream<BadInput> rows() throws IOException {
        try (InputStream file = BadInputsTest.class.getResourceAsStream("/bad-inputs.txt")) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(BadInput::of);
        }
    }
}
