// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/mapping.md} are read by the program they explain. */
class MappingDocTest {
    private static final Pattern BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final String TABLES = "tables: {letters: {A: '01'}, states: {a: b}}\n";

    private static String doc() throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("docs/mapping.md"))) {
            at = at.getParent();
        }
        return Files.readString((at == null ? Path.of("") : at).resolve("docs/mapping.md"));
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(doc())
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static Mapping sheet(String rules) {
        return Mapping.parse(
                TABLES + "source: {name: x}\nsheets:\n  - sheet: \"*\"\n" + rules.indent(4)
                        + (rules.contains("events:") ? "" : "    events: [{type: repair, id: \"{no}\"}]\n"),
                "docs/mapping.md");
    }

    @Test
    void wholeExampleIsAMapping() throws IOException {
        Mapping mapping = Mapping.parse(blocks().get(0), "docs/mapping.md");
        assertThat(mapping.sheets().get(0).events().get(0).fields()).hasSize(6);
    }

    @Test
    void blocksOfSheetKeysAreRead() throws IOException {
        for (String block : blocks().subList(1, 4)) {
            if (block.startsWith("id:")) {
                for (String id : block.split("\n")) {
                    assertThat(sheet("events:\n  - {type: repair, " + id.replaceAll(" +# .*", "") + "}")
                                    .sheets())
                            .hasSize(1);
                }
            } else if (block.startsWith("unpivot:")) {
                for (String unpivot : block.split("\n")) {
                    assertThat(sheet(unpivot).sheets().get(0).unpivot()).isNotNull();
                }
            } else {
                assertThat(sheet(block).sheets().get(0).group()).isNotNull();
            }
        }
    }

    @Test
    void namedRulesAndFormatsAreRead() throws IOException {
        String rules = blocks().get(4).replace("tables:\n", "tables:\n  letters: {A: '01'}\n");
        assertThat(Mapping.parse(
                                rules + blocks().get(5)
                                        + "source: {name: x}\nsheets: {events: {type: repair, id: \"{no}\"}}",
                                "docs/mapping.md")
                        .money()
                        .digits())
                .isEqualTo(2);
        assertThat(sheet(blocks().get(6)).sheets().get(0).events()).hasSize(2);
    }

    @Test
    void examplesInTheTableOfValuesAreRead() throws IOException {
        Matcher.of(doc(), "## Making a value", "Steps in one map").forEach(value -> {
            Mapping mapping =
                    sheet("events:\n  - type: repair\n    id: \"{no}\"\n    fields: {failedOn: day, faultText: " + value
                            + "}");
            assertThat(mapping.sheets().get(0).events().get(0).fields())
                    .as(value)
                    .hasSize(2);
        });
    }

    /** Finds the values in the table of examples. */
    private static final class Matcher {
        static List<String> of(String doc, String from, String to) {
            String part = doc.substring(doc.indexOf(from), doc.indexOf(to));
            return Pattern.compile("\\| `([^`]*)`")
                    .matcher(part)
                    .results()
                    .map(result -> result.group(1))
                    .map(value -> value.equals("default: UNKNOWN") || value.equals("lenient: true")
                            ? "{column: a, " + value + "}"
                            : value)
                    .toList();
        }
    }
}
