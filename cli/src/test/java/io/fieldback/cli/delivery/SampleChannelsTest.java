// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.Run;
import io.fieldback.cli.alerts.SomeChange;
import io.fieldback.schemas.alert.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample files are sound, show every type of channel, and every setting stands in the docs. */
class SampleChannelsTest {
    private static final Path SAMPLES = Run.root().resolve("samples");

    @Test
    void samplesShowEveryTypeAndRouteWhatTheySay() throws IOException {
        Map<String, String> secrets = Stream.of(
                        "WORKFLOW_SECRET",
                        "WECOM_KEY",
                        "DINGTALK_TOKEN",
                        "DINGTALK_SECRET",
                        "FEISHU_HOOK",
                        "FEISHU_SECRET",
                        "MAIL_PASSWORD")
                .collect(Collectors.toMap(name -> name, name -> "x"));
        ChannelsFile sample = ChannelsFile.load(SAMPLES.resolve("channels.yaml"), secrets);
        assertThat(sample.channels()).extracting(ChannelSettings::type).containsExactlyInAnyOrder(ChannelType.values());
        Instant at = Instant.parse("2026-09-01T16:00:00Z");
        assertThat(sample.routing().duty(SomeChange.safety("R-1", at)).person()).isEqualTo("Head of quality");
        assertThat(sample.routing()
                        .duty(SomeChange.rate("VALVE-2", Change.OPENED, at))
                        .department())
                .isEqualTo("Hydraulics");
        assertThat(sample.routing()
                        .duty(SomeChange.rate("FAN", Change.OPENED, at))
                        .deadline())
                .hasHours(72);
    }

    @Test
    void everySettingStandsInTheDocs() throws IOException {
        String page = Files.readString(Run.root().resolve("docs/alerts.md"));
        for (ChannelType type : ChannelType.values()) {
            assertThat(page).contains("`" + type.code() + "`");
            assertThat(type.settings()).allSatisfy(setting -> assertThat(page).contains("`" + setting + "`"));
        }
        assertThat(Route.ASKED.keySet())
                .allSatisfy(condition -> assertThat(page).contains("`" + condition + "`"));
    }
}
