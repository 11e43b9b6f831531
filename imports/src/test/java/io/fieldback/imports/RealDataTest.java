// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.file.Book;
import io.fieldback.imports.file.Books;
import io.fieldback.imports.file.Sheet;
import io.fieldback.imports.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped mappings on the published files, against figures computed by others. Skipped where the files are absent. */
class RealDataTest {
    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("samples/lanl.yaml"))) {
            at = at.getParent();
        }
        return at == null ? Path.of("") : at;
    }

    private static Path data(String name) {
        String elsewhere = System.getProperty("fieldback.shared");
        Path shared = elsewhere == null ? root().resolveSibling("shared") : Path.of(elsewhere);
        Path file = shared.resolve("data").resolve(name);
        assumeThat(file).as("real data, kept beside the project: " + file).exists();
        return file;
    }

    private static Collected imported(String mapping, String data) throws IOException {
        return imported(mapping, data(data));
    }

    private static Collected imported(String mapping, Path file) throws IOException {
        Collected collected = new Collected();
        Mapping rules = Mapping.load(root().resolve("samples").resolve(mapping));
        ImportSummary summary = Import.run(ImportRequest.of(List.of(file), rules, Collected.RECEIVED), collected);
        assertThat(summary.rowsRejected()).isZero();
        assertThat(summary.eventCount()).isEqualTo(collected.events.size());
        System.out.println(summary.toText(java.util.Locale.ENGLISH));
        return collected;
    }

    private static long minutes(List<JsonNode> repairs) {
        return repairs.stream()
                .mapToLong(repair -> repair.path("downtimeMinutes").asLong(0))
                .sum();
    }

    private static long quality(List<JsonNode> repairs) {
        return repairs.stream()
                .filter(repair -> repair.path("causeClass").asText().equals("quality"))
                .count();
    }

    private static long ids(List<JsonNode> repairs) {
        Set<String> ids = new HashSet<>();
        repairs.forEach(repair -> ids.add(repair.get("id").asText()));
        return ids.size();
    }

    private static long firstOccurrences(List<JsonNode> repairs) {
        return repairs.stream()
                .filter(repair -> repair.get("id").asText().endsWith("#1"))
                .count();
    }

    @Test
    void streetcar2014GivesEveryRowAndMinute() throws IOException {
        List<JsonNode> repairs = imported("ttc/streetcar.yaml", "ttc/ttc-streetcar-delay-data-2014.xlsx").events;
        assertThat(repairs).hasSize(11_027);
        assertThat(ids(repairs)).isEqualTo(11_027);
        assertThat(firstOccurrences(repairs)).isEqualTo(11_016);
        assertThat(minutes(repairs)).isEqualTo(150_710);
        assertThat(quality(repairs)).isEqualTo(5_107);
        assertThat(repairs.get(0).get("failedOn").asText()).isEqualTo("2014-01-02");
        assertThat(repairs.get(0).get("reportedAt").asText()).isEqualTo("2014-01-02T06:31-05:00");
        assertThat(repairs.get(0).get("recordedAt").asText()).isEqualTo("2014-01-03T00:00-05:00");
        assertThat(repairs.get(0).get("productModel").asText()).isEqualTo("CLRV");
    }

    @Test
    void streetcar2015GivesEveryRowAndMinute() throws IOException {
        List<JsonNode> repairs = imported("ttc/streetcar.yaml", "ttc/ttc-streetcar-delay-data-2015.xlsx").events;
        assertThat(repairs).hasSize(12_221);
        assertThat(ids(repairs)).isEqualTo(12_221);
        assertThat(firstOccurrences(repairs)).isEqualTo(12_196);
        assertThat(minutes(repairs)).isEqualTo(168_407);
        assertThat(quality(repairs)).isEqualTo(6_431);
    }

    @Test
    void rowsSortedAnewWithTenOnTopGiveTenMore(@TempDir Path folder) throws IOException {
        Path file = data("ttc/ttc-streetcar-delay-data-2014.xlsx");
        List<Object[]> rows = new ArrayList<>();
        Object[] header = null;
        try (Book book = Books.open(file)) {
            for (Sheet sheet : book.sheets()) {
                sheet.read(row -> rows.add(row.cells().stream()
                        .map(cell -> cell instanceof Cell.Number number ? number.value() : cell.asText())
                        .toArray()));
            }
            header = rows.get(0);
        }
        Object first = header[0];
        rows.removeIf(row -> row[0].equals(first));
        Collections.shuffle(rows, new Random(2014));
        for (int i = 0; i < 10; i++) {
            rows.add(0, new Object[] {41_990, 501, 0.5, "Monday", "Somewhere new " + i, "Mechanical", 5, 10, "E/B", 4001
            });
        }
        rows.add(0, header);
        Path sorted = Workbooks.write(folder.resolve("sorted.xlsx"), "All", rows.toArray(Object[][]::new));
        Set<String> ids = new HashSet<>();
        imported("ttc/streetcar.yaml", file)
                .events
                .forEach(repair -> ids.add(repair.get("id").asText()));
        imported("ttc/streetcar.yaml", sorted)
                .events
                .forEach(repair -> ids.add(repair.get("id").asText()));
        assertThat(ids).hasSize(11_027 + 10);
    }

    @Test
    void subwayGivesEveryRowAndMinuteOfEachYear() throws IOException {
        List<JsonNode> repairs = imported("ttc/subway.yaml", "ttc/ttc-subway-delay-jan-2014-april-2017.xlsx").events;
        assertThat(ids(repairs)).isEqualTo(repairs.size());
        long[][] expected = {{2014, 20_424, 41_177, 3_805}, {2015, 21_474, 35_499, 3_799}, {2016, 21_162, 38_275, 3_549}
        };
        for (long[] year : expected) {
            List<JsonNode> of = repairs.stream()
                    .filter(repair -> repair.get("failedOn").asText().startsWith(String.valueOf(year[0])))
                    .toList();
            assertThat(new long[] {year[0], of.size(), minutes(of), quality(of)})
                    .isEqualTo(year);
        }
    }

    @Test
    void lanlGivesTheKnownDowntimes() throws IOException {
        List<JsonNode> repairs = imported("lanl.yaml", "lanl-failures.ndjson.gz").events;
        assertThat(repairs).hasSize(23_739);
        TreeMap<String, String> found = new TreeMap<>();
        for (String cause :
                List.of("Hardware", "Software", "Undetermined", "Unclassified", "Network", "Facilities", "Human", "")) {
            long[] minutes = repairs.stream()
                    .filter(repair -> cause.isEmpty()
                            || repair.at("/faults/0/component").asText().startsWith(cause))
                    .mapToLong(repair -> repair.get("downtimeMinutes").asLong())
                    .sorted()
                    .toArray();
            int middle = minutes.length / 2;
            double median = minutes.length % 2 == 1 ? minutes[middle] : (minutes[middle - 1] + minutes[middle]) / 2.0;
            found.put(
                    cause,
                    minutes.length + " "
                            + Math.round(LongStream.of(minutes).average().orElse(0)) + " " + Math.round(median));
        }
        assertThat(found)
                .containsEntry("Hardware", "14341 344 68")
                .containsEntry("Software", "5361 348 43")
                .containsEntry("Undetermined", "2652 441 30")
                .containsEntry("Unclassified", "453 137 73")
                .containsEntry("Network", "421 250 70")
                .containsEntry("Facilities", "362 572 276")
                .containsEntry("Human", "149 163 44")
                .containsEntry("", "23739 352 59");
    }
}
