// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.schemas.event.Repair;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private final EventReader reader = new EventReader(ZoneId.of("Asia/Shanghai"));

    @Test
    void readsARepairAndWritesItBack() {
        String json = """
                {"type":"repair","id":"R-1","recordedAt":"2026-01-05T10:00:00+08:00","serialNo":"S1",
                 "serviceKind":"维修","downtimeMinutes":"12","faults":[{"component":"C1","parts":[{"partNo":"P","quantity":2}]}],
                 "novel":{"a":1}}""";
        Reading.Accepted read = accepted(json);
        Repair repair = (Repair) read.event();
        assertThat(repair.serviceKind()).isEqualTo(ServiceKind.FAILURE);
        assertThat(repair.downtimeMinutes()).isEqualTo(12L);
        assertThat(repair.faults()).hasSize(1);
        assertThat(read.warnings()).containsExactly("W_TYPE_COERCED downtimeMinutes", "W_FIELD_UNKNOWN novel");
        assertThat(read.extras()).isEqualTo("{\"novel\":{\"a\":1}}");
        assertThat(accepted(new String(EventWriter.write(repair), StandardCharsets.UTF_8))
                        .event())
                .isEqualTo(repair);
    }

    @Test
    void flatFaultFieldsAreOneFaultLine() {
        Repair repair =
                (Repair) accepted("{\"type\":\"repair\",\"id\":\"R-1\",\"component\":\"C1\",\"symptomCode\":\"S\"}")
                        .event();
        assertThat(repair.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.component()).isEqualTo("C1"));
    }

    @Test
    void unwrapsAStructuredCloudEvent() {
        Reading.Accepted read = accepted(
                "{\"specversion\":\"1.0\",\"id\":\"x\",\"type\":\"io.fieldback.repair.v1\",\"data\":{\"id\":\"R-9\"}}");
        assertThat(read.event().envelope().id()).isEqualTo("R-9");
    }

    private Reading.Accepted accepted(String json) {
        return (Reading.Accepted) reader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
