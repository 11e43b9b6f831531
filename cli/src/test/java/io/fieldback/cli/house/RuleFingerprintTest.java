// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.rules.RuleSettings;
import io.fieldback.reports.verify.CaseRules;
import org.junit.jupiter.api.Test;

/** Two wings that do not see each other name the same rules. */
class RuleFingerprintTest {
    @Test
    void alertsOfTheRulesAsTheyComeAreThoseThatAreRecounted() {
        assertThat(RuleSettings.STANDARD.fingerprint()).isEqualTo(CaseRules.STANDARD.fingerprint());
    }
}
