// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.Run;
import io.fieldback.cli.analyze.method.Methods;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What methods say of themselves: in help, in both languages, and on the page. */
class AnalyzePageTest {
    private static final Path PAGE = Run.root().resolve("docs/analyze.md");

    @TempDir
    Path home;

    static List<String> methods() {
        return Methods.names();
    }

    /** Made again by {@code -Dgolden.update}. */
    @Test
    void pageSaysWhatTheMethodsSay() throws IOException {
        String page = new AnalyzePage(home).text();
        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("docs/analyze.md is generated; run this test with -Dgolden.update and look at the difference")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(page);
    }

    @Test
    void helpNamesEveryMethodWithALineInBothLanguages() {
        for (String language : List.of("en", "zh")) {
            Run run = Run.of(home, "analyze", "--help", "--lang", language);
            assertThat(run.exit()).isZero();
            for (Method method : Methods.all()) {
                assertThat(run.out())
                        .containsPattern("\n  " + method.about().name() + " +\\Q"
                                + method.about().line().in(language) + "\\E\n");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void helpOfAMethodTellsItsParametersFormulaAndSourceInBothLanguages(String name) {
        About about = Methods.named(name).orElseThrow().about();
        String english = Run.of(home, "analyze", name, "--help", "--lang", "en").out();
        String chinese = Run.of(home, "analyze", name, "--help", "--lang", "zh").out();
        assertThat(english).contains("Formula:", "Source:", "Example:\n  fieldback analyze " + name + " --input ");
        assertThat(chinese).contains("公式：", "来源：", "示例：");
        assertThat(about.formula().chinese()).containsPattern("\\p{IsHan}");
        assertThat(about.source()).isNotBlank();
        for (Parameter parameter : about.parameters()) {
            assertThat(english).contains("\n  " + parameter.name() + " ");
            assertThat(parameter.meaning().english()).isNotBlank();
            assertThat(parameter.meaning().chinese()).as(parameter.name()).containsPattern("\\p{IsHan}");
            assertThat(parameter.standard().isEmpty() ? "" : parameter.kind().fault(parameter.standard()))
                    .as("default of " + parameter.name())
                    .isEmpty();
        }
        assertThat(english.lines())
                .allSatisfy(line ->
                        assertThat(line.startsWith("  fieldback ") ? "" : line).hasSizeLessThanOrEqualTo(100));
    }
}
