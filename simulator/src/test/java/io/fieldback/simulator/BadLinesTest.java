// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BadLinesTest {
    @Test
    void everyBadLineIsRefusedForItsReason() {
        EventReader reader = new EventReader(ZoneId.of("Asia/Shanghai"));
        Set<String> distinct = new HashSet<>();
        for (BadLines.BadLine line : BadLines.of(1, 60)) {
            String text = new String(line.bytes(), StandardCharsets.ISO_8859_1);
            assertThat(reader.read(line.bytes()))
                    .as(text)
                    .isInstanceOfSatisfying(
                            Reading.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(line.reason()));
            assertThat(text).doesNotContain("\n");
            distinct.add(text);
        }
        assertThat(distinct).hasSize(60);
    }
}
