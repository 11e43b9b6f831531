// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.imports.ImportRequest.Snapshot;
import io.fieldback.imports.guess.ColumnGuess;
import io.fieldback.imports.guess.Guess;
import io.fieldback.imports.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped sample files, by nothing but their guessed mappings. */
class SamplesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path folder;

    private static Path samples() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("samples/repairs.xlsx"))) {
            at = at.getParent();
        }
        return at == null ? Path.of("samples") : at.resolve("samples");
    }

    private static JsonNode content(JsonNode event) {
        ObjectNode content = event.deepCopy();
        content.remove(List.of("receivedAt", "source"));
        return content;
    }

    @Test
    void nineOfTenColumnsOfTheHeaderVariantsAreRight() throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(samples().resolve("headers/expected.json").toFile());
        int all = 0;
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> variant : expected.properties()) {
            Guess guess = Guess.of(samples().resolve("headers").resolve(variant.getKey()));
            assertThat(guess.headerRow())
                    .isEqualTo(variant.getValue().get("headerRow").asInt());
            assertThat(guess.sheets())
                    .containsExactly(variant.getValue().get("sheet").asText());
            for (ColumnGuess column : guess.columns()) {
                JsonNode field = variant.getValue().get("columns").path(column.header());
                all++;
                if (!(field.isNull() ? "" : field.asText()).equals(column.field() == null ? "" : column.field())) {
                    wrong.add(column.header() + ": " + column.field() + " instead of " + field);
                }
            }
            Collected collected = new Collected();
            ImportSummary summary = Import.run(
                    ImportRequest.of(List.of(guess.file()), guess.toMapping(TODAY), Collected.RECEIVED), collected);
            assertThat(summary.rowsRejected()).isZero();
        }
        System.out.println(all - wrong.size() + " of " + all + " right; wrong: " + wrong);
        assertThat(wrong.size()).isLessThanOrEqualTo(all / 10);
    }

    @Test
    void workbookAndItsCsvGiveTheSameOrders() throws IOException {
        Collected[] both = {new Collected(), new Collected()};
        int next = 0;
        for (String name : List.of("repairs.xlsx", "repairs-gbk.csv")) {
            Guess guess = Guess.of(samples().resolve(name));
            assertThat(guess.toYaml(TODAY)).doesNotContain("许英兰", "13800007539");
            Import.run(
                    ImportRequest.of(List.of(guess.file()), guess.toMapping(TODAY), Collected.RECEIVED), both[next++]);
        }
        assertThat(both[0].rejected).isEmpty();
        assertThat(both[1].rejected).isEmpty();
        assertThat(both[0].events).hasSize(600);
        assertThat(both[1].events.stream().map(SamplesTest::content))
                .containsExactlyElementsOf(
                        both[0].events.stream().map(SamplesTest::content).toList());
    }

    @Test
    void laterExportGivesThirtyNewVersionsFiveVoidsAndTwentyNewOrders() throws IOException {
        Mapping mapping = Guess.of(samples().resolve("repairs.xlsx")).toMapping(TODAY);
        Path state = folder.resolve("repairs.state.json");
        Collected first = new Collected();
        Import.run(
                ImportRequest.withState(
                        List.of(samples().resolve("repairs.xlsx")), mapping, Collected.RECEIVED, Snapshot.NO, state),
                first);
        Collected second = new Collected();
        ImportSummary summary = Import.run(
                ImportRequest.withState(
                        List.of(samples().resolve("repairs-corrected.xlsx")),
                        mapping,
                        Collected.RECEIVED,
                        Snapshot.VOID_MISSING,
                        state),
                second);
        Map<String, JsonNode> before = first.byId();
        long changed = 0;
        long fresh = 0;
        long voided = 0;
        for (JsonNode event : second.events) {
            JsonNode known = before.get(event.get("id").asText());
            if (event.path("voided").asBoolean()) {
                voided++;
            } else if (known == null) {
                fresh++;
            } else if (!content(known).equals(content(event))) {
                changed++;
            }
        }
        assertThat(second.rejected).isEmpty();
        assertThat(List.of(changed, voided, fresh)).containsExactly(30L, 5L, 20L);
        assertThat(summary.missing().count()).isEqualTo(5);
    }

    @Test
    void salesSheetGivesEveryUnitOfItsSums() throws IOException {
        Guess guess = Guess.sales(samples().resolve("sales.xlsx"));
        Collected collected = new Collected();
        ImportSummary summary = Import.run(
                ImportRequest.of(List.of(guess.file()), guess.toMapping(TODAY), Collected.RECEIVED), collected);
        assertThat(summary.rowsRejected()).isZero();
        long units = collected.events.stream()
                .filter(event -> event.get("productModel").asText().equals("KF-72"))
                .mapToLong(event -> event.get("quantity").asLong())
                .sum();
        assertThat(units).isEqualTo(5186);
    }
}
