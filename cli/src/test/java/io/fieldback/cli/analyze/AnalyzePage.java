// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import io.fieldback.cli.Run;
import io.fieldback.cli.analyze.method.Methods;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code docs/analyze.md}, made of what methods say of themselves, and of their examples as they run. */
final class AnalyzePage {
    private static final int ROWS = 8;

    private final Path home;

    AnalyzePage(Path home) {
        this.home = home;
    }

    String text() {
        StringBuilder page = new StringBuilder("""
                # Analyze

                    fieldback analyze METHOD --input FILE [--param NAME=VALUE]... [--format table|csv|json]

                computes one statistical method on a table of your own. It needs no warehouse and keeps nothing. This page is made of what
                the methods say of themselves (`analyze METHOD --help`, in English and Chinese), and its examples are run; a test holds it.

                **The table** is CSV with a header (any usual separator and encoding, quoted or not, zipped or not), the first sheet of an
                XLSX workbook, or standard input (`--input -`). Columns are found by name, in any order; further ones are passed over. An
                empty cell, `NA` and `NaN` are not available, `Inf` is infinite. What cannot be read is refused with line and column.

                **The answer** is a table for people, rounded, or `csv` and `json` at full double precision, where NA is an empty cell or
                `null` and infinite is `Inf`. Remarks go to standard error. Columns and parameters are named as in R, whose numbers the
                methods give. Exit codes: 0 done, 1 refused, 2 wrong usage.

                | method | what it does | input |
                |---|---|---|
                """);
        for (Method method : Methods.all()) {
            About about = method.about();
            page.append("| [`%s`](#%s) | %s | %s |\n"
                    .formatted(about.name(), about.name(), about.line().english(), code(about.input())));
        }
        for (Method method : Methods.all()) {
            add(page, method.about());
        }
        return page.toString();
    }

    private void add(StringBuilder page, About about) {
        page.append("\n## ").append(about.name()).append("\n\n");
        page.append(sentence(about.line().english())).append("\n\n");
        page.append(("Input: " + code(about.input()) + ". " + about.inputNote().english()).strip());
        page.append("\n\nOutput: ").append(code(about.output())).append("\n");
        if (!about.parameters().isEmpty()) {
            page.append("\n| parameter | default | unit | meaning |\n|---|---|---|---|\n");
            for (Parameter parameter : about.parameters()) {
                page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                parameter.name(),
                                parameter.standard(),
                                parameter.unit().english().replace("|", "\\|"),
                                parameter.meaning().english().replace("|", "\\|")));
            }
        }
        page.append("\nFormula: ").append(about.formula().english()).append("\n\n");
        page.append("Source: ").append(about.source()).append("\n\n```\n");
        page.append("$ ").append(HelpText.example(about)).append('\n');
        page.append(printed(about)).append("```\n");
    }

    /** What the example prints, its first rows. */
    private String printed(About about) {
        List<Object> words = new ArrayList<>(List.of("analyze", about.name(), "--lang", "en", "--input"));
        words.add(Run.root().resolve("samples/analyze").resolve(about.example().file()));
        about.example().parameters().forEach(parameter -> words.addAll(List.of("--param", parameter)));
        Run run = Run.of(home, words.toArray());
        if (run.exit() != 0) {
            throw new IllegalStateException("Cannot run example of " + about.name() + ": " + run.err());
        }
        List<String> lines = run.out().lines().toList();
        boolean upright = lines.get(0).startsWith("column ");
        StringBuilder text = new StringBuilder();
        lines.stream()
                .limit(upright ? lines.size() : ROWS + 2)
                .forEach(line -> text.append(line).append('\n'));
        return text.append(upright || lines.size() <= ROWS + 2 ? "" : "…\n")
                .append(run.err())
                .toString();
    }

    private static String code(String columns) {
        return "`" + columns + "`";
    }

    private static String sentence(String line) {
        return Character.toUpperCase(line.charAt(0)) + line.substring(1) + ".";
    }
}
