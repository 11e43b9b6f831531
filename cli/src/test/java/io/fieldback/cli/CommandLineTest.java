// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says before it does anything. */
class CommandLineTest {
    @TempDir
    Path home;

    @Test
    void withoutACommandItIsUsedWrongly() {
        Run run = Run.of(home);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Cannot run fieldback: ").contains("fieldback --help");
    }

    @Test
    void aMissingOptionIsNamed() {
        Run run = Run.of(home, "query", "select 1");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("Cannot run fieldback query: ").contains("--warehouse");
    }

    @Test
    void anUnknownLanguageIsRefused() {
        Run run = Run.of(home, "verify", "--warehouse", home, "--lang", "fr");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there is no language 'fr', only zh and en");
    }

    @Test
    void anUnknownReportIsRefusedWithTheNamesOfAll() {
        Run run = Run.of(home, "report", "nonsense", "--warehouse", home);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there is no report 'nonsense'", "fault-trend", "pareto", "rates");
    }

    @Test
    void versionGoesToStandardOutput() {
        Run run = Run.of(home, "--version");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("fieldback ").doesNotContain("$");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try",
                "demo",
                "simulate",
                "import",
                "ingest",
                "query",
                "report",
                "analyze",
                "verify",
                "rebuild-ledgers",
                "compact",
                "lake",
                "alerts",
                "generate-completion"
            })
    void everyCommandHasHelpInBothLanguages(String command) {
        Run english = Run.of(home, command, "--help", "--lang", "en");
        Run chinese = Run.of(home, command, "--help", "--lang", "zh");
        assertThat(english.exit()).isZero();
        assertThat(english.out()).startsWith("Usage: fieldback " + command);
        assertThat(chinese.out()).startsWith("用法：fieldback " + command);
        // A line that names an option and says nothing of it has lost its description.
        assertThat(english.out().lines().filter(line -> line.matches("\\s+(-\\w, )?--[\\w-]+(=\\S+)?")))
                .allSatisfy(option -> assertThat(english.out()
                                .split(Pattern.quote(option), 2)[1]
                                .lines()
                                .skip(1)
                                .findFirst())
                        .hasValueSatisfying(next -> assertThat(next).startsWith("            ")));
    }

    @Test
    void completionIsGenerated() {
        Run run = Run.of(home, "generate-completion");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("complete -F", "ingest");
    }

    @Test
    void aWarehouseThatIsNoneGivesOneSentence() {
        Run run = Run.of(home, "query", "--warehouse", home, "select 1");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().startsWith("Cannot open warehouse " + home);
    }
}
