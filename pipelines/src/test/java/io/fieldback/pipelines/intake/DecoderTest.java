// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.event.Repair;
import io.fieldback.schemas.privacy.PseudonymKey;
import io.fieldback.schemas.privacy.Seal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private static final PseudonymKey KEY = new PseudonymKey(new byte[32], "h1");
    private static final Instant TRANSPORTED = Instant.parse("2026-03-02T20:00:00Z");

    private final Decoder decoder = new Decoder(new IntakeSettings("Asia/Shanghai", KEY, Map.of(), Map.of()));

    @Test
    void personalDataEndsHere() {
        Arrival.Case arrival = decoded("""
                {"id":"R1","failedOn":"2026-03-01","faultText":"请回电 13812345678",
                 "customer":{"name":"王小明","phone":"138 1234 5678"}}""");
        assertThat(arrival.customerKey()).startsWith("h1:");
        assertThat(arrival.event().envelope().customer()).isNull();
        assertThat(((Repair) arrival.event()).faultText()).doesNotContain("13812345678");
        assertThat(arrival.warnings()).contains("W_TEXT_MASKED");
    }

    @Test
    void theTransportSaysWhenItBecameKnownInTheZoneOfTheWarehouse() {
        Arrival.Case arrival = decoded("{\"id\":\"R1\",\"failedOn\":\"2026-03-01\"}");
        assertThat(LocalDate.ofEpochDay(arrival.knownOn())).isEqualTo("2026-03-03");
        assertThat(arrival.assumed()).isFalse();
    }

    @Test
    void historyIsKnownWhenItWasRecorded() {
        Arrival.Case arrival = decoded("""
                {"id":"R1","failedOn":"2024-03-01","recordedAt":"2024-03-05T10:00:00+08:00","goLiveOn":"2026-01-01"}""");
        assertThat(LocalDate.ofEpochDay(arrival.knownOn())).isEqualTo("2024-03-05");
        assertThat(arrival.assumed()).isTrue();
    }

    @Test
    void whatIsRefusedIsKeptSealed() throws Exception {
        byte[] original = "{\"id\":\"R1\",\"failedOn\":\"2026-02-30\"}".getBytes(StandardCharsets.UTF_8);
        Arrival.Reject reject = (Arrival.Reject) only(record("R1", original));
        assertThat(reject.reason()).isEqualTo("E_TIME_INVALID");
        assertThat(reject.field()).isEqualTo("failedOn");
        assertThat(new Seal(KEY).open(reject.sealed())).isEqualTo(original);
    }

    @Test
    void whatHappensAfterItsReceiptIsRefused() {
        Arrival arrival = only(record("R1", bytes("{\"id\":\"R1\",\"failedOn\":\"2026-03-09\"}")));
        assertThat(arrival)
                .isInstanceOfSatisfying(
                        Arrival.Reject.class,
                        reject -> assertThat(reject.reason()).isEqualTo("E_TIME_FUTURE"));
    }

    @Test
    void aNullValueDeletesTheCaseOfItsKey() {
        Arrival arrival = only(record("R1", null));
        assertThat(arrival).isInstanceOfSatisfying(Arrival.Case.class, deletion -> {
            assertThat(deletion.tombstone()).isTrue();
            assertThat(deletion.key()).isEqualTo("repair|R1");
        });
    }

    @Test
    void aDeletionWithoutKeyIsRefused() {
        assertThat(only(record(null, null))).isInstanceOf(Arrival.Reject.class);
    }

    @Test
    void aForeignRecordMayHoldSeveralEvents() {
        Translator twins = foreign ->
                List.of(bytes("{\"type\":\"repair\",\"id\":\"a\"}"), bytes("{\"type\":\"unit\",\"id\":\"b\"}"));
        Decoder foreign = new Decoder(new IntakeSettings("UTC", KEY, Map.of("orders", twins), Map.of()));
        RawRecord record = new RawRecord("orders", 0, 0, -1, null, "k", bytes("whatever"));
        assertThat(foreign.decode(record)).extracting(Arrival::key).containsExactly("repair|a", "unit|b");
    }

    @Test
    void arrivalsTravelUnchanged() throws Exception {
        List<Arrival> arrivals = List.of(decoded("""
                        {"id":"R1","failedOn":"2026-03-01","usage":{"value":12.5,"unit":"km"},"odd":1,
                         "refs":[{"type":"complaint","id":"C"}],"faults":[{"component":"x","parts":[{"quantity":2}]}]}"""), only(record("R1", null)), only(record("R1", bytes("{"))));
        for (Arrival arrival : arrivals) {
            DataOutputSerializer out = new DataOutputSerializer(64);
            ArrivalSerializer.INSTANCE.serialize(arrival, out);
            Arrival back = ArrivalSerializer.INSTANCE.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
            assertThat(back).usingRecursiveComparison().isEqualTo(arrival);
        }
    }

    private Arrival.Case decoded(String json) {
        return (Arrival.Case) only(record("R1", bytes(json)));
    }

    private Arrival only(RawRecord record) {
        List<Arrival> arrivals = decoder.decode(record);
        assertThat(arrivals).hasSize(1);
        return Objects.requireNonNull(arrivals.get(0));
    }

    private static RawRecord record(@Nullable String key, byte @Nullable [] value) {
        return new RawRecord("fieldback.repair.v1", 0, 1, TRANSPORTED.toEpochMilli(), "repair", key, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
