// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.jobs.start.StartPoint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Messages.in("zh").bundle().keySet())
                .containsExactlyInAnyOrderElementsOf(Messages.in("en").bundle().keySet());
    }

    @Test
    void everyReasonToRebuildHasItsWords() {
        for (StartPoint.Why why : StartPoint.Why.values()) {
            assertThat(Messages.in("en").bundle().keySet())
                    .contains("start.why." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    @Test
    void anOptionComesBeforeTheEnvironment() {
        Map<String, String> chinese = Map.of("LANG", "zh_CN.UTF-8");
        assertThat(Messages.of(List.of(), chinese).language()).isEqualTo("zh");
        assertThat(Messages.of(List.of("demo", "--lang=en"), chinese).language())
                .isEqualTo("en");
        assertThat(Messages.of(List.of("--lang", "zh"), Map.of()).language()).isEqualTo("zh");
    }

    @Test
    void theMoreSpecificVariableComesFirst() {
        Map<String, String> variables = Map.of("LC_ALL", "en_GB.UTF-8", "LANG", "zh_CN.UTF-8");
        assertThat(Messages.of(List.of(), variables).language()).isEqualTo("en");
        assertThat(Messages.of(List.of(), Map.of()).language()).isEqualTo("en");
    }
}
