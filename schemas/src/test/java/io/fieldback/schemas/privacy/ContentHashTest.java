// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private final ContentHash hashes = new ContentHash(PseudonymKeyTest.key());

    @Test
    void receiptAndGoLiveAreNotContent() {
        String plain = of("{\"type\":\"repair\",\"id\":\"R-1\",\"serialNo\":\"S\"}");
        assertThat(of("{\"serialNo\":\"S\",\"type\":\"repair\",\"receivedAt\":\"2026-01-05T10:00:00Z\","
                        + "\"goLiveOn\":\"2026-01-01\",\"id\":\"R-1\",\"voided\":false,\"faults\":[]}"))
                .isEqualTo(plain)
                .matches("[0-9a-f]{32}");
    }

    @Test
    void eachFieldAndItsPlaceCount() {
        Set<String> found = new HashSet<>();
        List<String> contents = List.of(
                "",
                ",\"serialNo\":\"S\"",
                ",\"customerId\":\"S\"",
                ",\"voided\":true",
                ",\"revision\":1",
                ",\"visits\":1",
                ",\"resolved\":false",
                ",\"resolved\":true",
                ",\"recordedAt\":\"2026-01-05T10:00:00Z\"",
                ",\"customer\":{\"name\":\"A\",\"phone\":\"B\"}",
                ",\"customer\":{\"name\":\"AB\"}",
                ",\"usage\":{\"value\":1.5}",
                ",\"faults\":[{\"component\":\"A\"},{\"component\":\"B\"}]",
                ",\"faults\":[{\"component\":\"B\"},{\"component\":\"A\"}]",
                ",\"faults\":[{\"component\":\"A\",\"parts\":[{\"partNo\":\"P\"}]},{\"component\":\"B\"}]",
                ",\"faults\":[{\"component\":\"A\"},{\"component\":\"B\",\"parts\":[{\"partNo\":\"P\"}]}]");
        for (String content : contents) {
            found.add(of("{\"type\":\"repair\",\"id\":\"R-1\"" + content + "}"));
        }
        found.add(of("{\"type\":\"complaint\",\"id\":\"R-1\"}"));
        found.add(hashes.of(EventType.REPAIR, "R-1", "tombstone"));
        assertThat(found).hasSize(contents.size() + 2);
    }

    /** These are in warehouses. A field added to a record must leave them as they are. */
    @Test
    void hashesNeverChange() {
        assertThat(
                        of(
                                "{\"type\":\"repair\",\"id\":\"R-1\",\"serialNo\":\"S1\",\"serviceKind\":\"failure\","
                                        + "\"failedOn\":\"2026-01-04\",\"recordedAt\":\"2026-01-05T10:00:00Z\",\"visits\":2,"
                                        + "\"resolved\":true,\"usage\":{\"value\":12.5,\"unit\":\"km\"},\"faultText\":\"不制热\","
                                        + "\"customer\":{\"name\":\"张三\"},\"faults\":[{\"component\":\"C1\",\"parts\":[{\"partNo\":\"P\"}]}]}"))
                .isEqualTo("1e51f23ab8989e305a27a70702ebe4a6");
        assertThat(of("{\"type\":\"population\",\"id\":\"P-1\",\"productModel\":\"KF\",\"month\":\"2026-01\"}"))
                .isEqualTo("2e6e00a4aefc7b2dc4f99c164a29639b");
        assertThat(hashes.of(EventType.REPAIR, "R-1", "tombstone")).isEqualTo("a30a0fedac4511d6b519d7a1e9440c60");
    }

    @Test
    void unknownFieldsCountWhereTheyAreGiven() {
        Event event = read("{\"type\":\"repair\",\"id\":\"R-1\"}");
        assertThat(hashes.of(event, null)).isEqualTo(hashes.of(event));
        assertThat(hashes.of(event, "{\"a\":1}")).isNotEqualTo(hashes.of(event, "{\"a\":2}"));
    }

    private String of(String json) {
        return hashes.of(read(json));
    }

    private static Event read(String json) {
        return ((Reading.Accepted)
                        new EventReader(ZoneId.of("Asia/Shanghai")).read(json.getBytes(StandardCharsets.UTF_8)))
                .event();
    }
}
