// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.pipelines.rules.RuleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of single cases as people set them. */
class CaseRulesFileTest {
    @TempDir
    Path folder;

    @Test
    void withoutAFileTheStandardHolds() {
        assertThat(CaseRulesFile.of(folder)).isEqualTo(RuleSettings.STANDARD);
    }

    @Test
    void whatIsNotNamedKeepsItsStandardValue() throws IOException {
        Files.createDirectories(folder.resolve("reference"));
        Files.writeString(folder.resolve("reference/cases.yaml"), """
                safety-codes: [FIRE, SHOCK]
                symptom-groups:
                  leak: [W1, W2]
                placeholders: 门市
                repeat-days: 60   # ours
                fleet-chance: 1e-5
                """);
        RuleSettings rules = CaseRulesFile.of(folder);
        assertThat(rules.safetyCodes()).containsExactlyInAnyOrder("FIRE", "SHOCK");
        assertThat(rules.symptomGroups()).hasSize(2).containsEntry("W1", "leak").containsEntry("W2", "leak");
        assertThat(rules.placeholders()).contains("门市", "散客");
        assertThat(rules.repeatDays()).isEqualTo(60);
        assertThat(rules.fleetChance()).isEqualTo(1e-5);
        assertThat(rules.fleetUnits()).isEqualTo(RuleSettings.STANDARD.fleetUnits());
        assertThat(rules.fingerprint()).isNotEqualTo(RuleSettings.STANDARD.fingerprint());
    }

    @Test
    void aFileThatIsNotSoundIsRefusedWithItsLine() throws IOException {
        refused("repeat-day: 60", ", line 1, repeat-day: unknown key 'repeat-day'; known are safety-codes");
        refused("\nrepeat-days: many", ", line 2, repeat-days: 'many' is no whole number");
        refused("fleet-ratio: twice", ", line 1, fleet-ratio: 'twice' is no number");
        refused("symptom-groups: {a: [W1], b: [W1]}", "symptom-groups.b[0]: 'W1' stands in group a already");
        refused("", ": it is empty");
        refused(
                "repeat-days: 0",
                ": Cannot look for repeats within 0 days, 5 units of an intermediary and 10 of a fleet");
        refused("fleet-chance: 2", ": Cannot tell of fleets at a chance of 2.0, a ratio of 2.0 and an excess of 5.0");
    }

    private void refused(String text, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("cases.yaml"), text);
        assertThatThrownBy(() -> CaseRulesFile.read(file))
                .hasMessageStartingWith("Cannot read rules of cases " + file)
                .hasMessageContaining(why);
    }
}
