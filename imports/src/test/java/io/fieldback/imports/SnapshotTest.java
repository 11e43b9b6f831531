// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.imports.ImportRequest.Snapshot;
import io.fieldback.imports.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private static final String MAPPING = """
            source: {name: service, zone: Asia/Shanghai}
            sheets:
              - sheet: "*"
                events:
                  - type: repair
                    id: "{单号}"
                    fields:
                      serialNo: 机身号
                      failedOn: 日期
                      faults.component: 部件
            """;
    private static final long SEED = 7;

    @TempDir
    Path folder;

    private Path workbook(String name, List<Object[]> rows) throws IOException {
        List<Object[]> all = new ArrayList<>();
        all.add(new Object[] {"单号", "机身号", "日期", "部件"});
        all.addAll(rows);
        return Workbooks.write(folder.resolve(name), "维修", all.toArray(Object[][]::new));
    }

    private static List<Object[]> orders(int from, int to) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(new Object[] {
                "R" + i, "S" + i, LocalDate.of(2026, 1, 1).plusDays(i % 300), i % 2 == 0 ? "点火器" : "水箱"
            });
        }
        return rows;
    }

    private Collected snapshot(Path file, Snapshot mode, List<ImportSummary> summaries) throws IOException {
        Collected collected = new Collected();
        Path state = folder.resolve("service.yaml.state.json");
        summaries.add(Import.run(
                ImportRequest.withState(
                        List.of(file), Mapping.parse(MAPPING, "service.yaml"), Collected.RECEIVED, mode, state),
                collected));
        return collected;
    }

    private static JsonNode content(JsonNode event) {
        ObjectNode content = event.deepCopy();
        content.remove("receivedAt");
        return content;
    }

    @Test
    void correctedSheetGivesNewVersionsVoidsAndNewOrdersAndNothingElse() throws IOException {
        System.out.println("seed " + SEED);
        List<ImportSummary> summaries = new ArrayList<>();
        List<Object[]> rows = orders(0, 400);
        Map<String, JsonNode> before =
                snapshot(workbook("first.xlsx", rows), Snapshot.NO, summaries).byId();
        // Day 0 and day 299 stay, so that the period of both files is the same.
        for (int i = 0; i < 30; i++) {
            rows.get(100 + i)[3] = "corrected";
        }
        Set<String> deleted = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            deleted.add(rows.remove(200)[0].toString());
        }
        rows.addAll(orders(400, 420));
        Collections.shuffle(rows, new Random(SEED));
        Path corrected = workbook("second.xlsx", rows);
        Collected second = snapshot(corrected, Snapshot.VOID_MISSING, summaries);

        long newVersions = 0;
        long fresh = 0;
        Set<String> voided = new TreeSet<>();
        for (JsonNode event : second.events) {
            String id = event.get("id").asText();
            if (event.path("voided").asBoolean()) {
                voided.add(id);
            } else if (!before.containsKey(id)) {
                fresh++;
            } else if (!content(event).equals(content(before.get(id)))) {
                newVersions++;
            }
        }
        assertThat(newVersions).isEqualTo(30);
        assertThat(fresh).isEqualTo(20);
        assertThat(voided).isEqualTo(deleted);
        assertThat(second.rejected).isEmpty();
        ImportSummary.Missing missing = summaries.get(1).missing();
        assertThat(missing.ids()).isEqualTo(Map.of("repair", deleted));
        assertThat(missing.voided()).isTrue();
        assertThat(summaries.get(1).toText(Locale.CHINESE)).contains("文件中已不存在: 5", "以上案例已作废");

        // Imported again, nothing more is gone.
        assertThat(snapshot(corrected, Snapshot.VOID_MISSING, summaries).events).hasSize(415);
        assertThat(summaries.get(2).missing().count()).isZero();
    }

    @Test
    void listingWithdrawsNothing() throws IOException {
        List<ImportSummary> summaries = new ArrayList<>();
        snapshot(workbook("first.xlsx", orders(0, 10)), Snapshot.NO, summaries);
        List<Object[]> rows = orders(0, 10);
        rows.remove(4);
        Collected second = snapshot(workbook("second.xlsx", rows), Snapshot.LIST_MISSING, summaries);
        assertThat(second.events).hasSize(9);
        assertThat(summaries.get(1).missing().ids()).isEqualTo(Map.of("repair", Set.of("R4")));
        assertThat(summaries.get(1).toText(Locale.ENGLISH))
                .contains("no longer in the file: 1: repair R4", "They stand");
        snapshot(workbook("third.xlsx", rows), Snapshot.VOID_MISSING, summaries);
        assertThat(summaries.get(2).missing().ids()).isEqualTo(Map.of("repair", Set.of("R4")));
    }

    @Test
    void whatLiesOutsideThePeriodOfTheFileIsLeftAlone() throws IOException {
        List<ImportSummary> summaries = new ArrayList<>();
        snapshot(workbook("january.xlsx", orders(0, 31)), Snapshot.NO, summaries);
        snapshot(workbook("february.xlsx", orders(31, 59)), Snapshot.VOID_MISSING, summaries);
        assertThat(summaries.get(1).missing().count()).isZero();
    }

    @Test
    void firstSnapshotSaysThatThereIsNothingToCompareWith() throws IOException {
        List<ImportSummary> summaries = new ArrayList<>();
        Collected first = snapshot(workbook("first.xlsx", orders(0, 3)), Snapshot.VOID_MISSING, summaries);
        assertThat(first.events).hasSize(3);
        assertThat(summaries.get(0).missing().compared()).isFalse();
        assertThat(summaries.get(0).toText(Locale.ENGLISH)).contains("Nothing to compare with");
        assertThat(Files.readAllLines(folder.resolve("service.yaml.state.json")))
                .containsExactly(
                        "{\"type\":\"repair\",\"id\":\"R0\",\"day\":\"2026-01-01\"}",
                        "{\"type\":\"repair\",\"id\":\"R1\",\"day\":\"2026-01-02\"}",
                        "{\"type\":\"repair\",\"id\":\"R2\",\"day\":\"2026-01-03\"}");
    }

    @Test
    void refusedRowIsNotGoneAndAnUnreadableOneWithdrawsNothing() throws IOException {
        List<ImportSummary> summaries = new ArrayList<>();
        snapshot(workbook("first.xlsx", orders(0, 10)), Snapshot.NO, summaries);
        List<Object[]> rows = orders(0, 10);
        rows.get(4)[2] = "2026-02-30";
        Collected second = snapshot(workbook("second.xlsx", rows), Snapshot.VOID_MISSING, summaries);
        assertThat(second.rejected).hasSize(1);
        assertThat(summaries.get(1).missing().count()).isZero();
        rows.remove(6);
        rows.get(4)[0] = null;
        Collected third = snapshot(workbook("third.xlsx", rows), Snapshot.VOID_MISSING, summaries);
        assertThat(third.events).noneMatch(event -> event.path("voided").asBoolean());
        assertThat(summaries.get(2).missing().count()).isEqualTo(2);
        assertThat(summaries.get(2).missing().unreadable()).isEqualTo(1);
        assertThat(summaries.get(2).toText(Locale.ENGLISH)).contains("nothing was withdrawn");
    }

    @Test
    void withdrawalCarriesNothingButTheCase() throws IOException {
        List<ImportSummary> summaries = new ArrayList<>();
        snapshot(workbook("first.xlsx", orders(0, 3)), Snapshot.NO, summaries);
        List<Object[]> rows = orders(0, 3);
        rows.remove(1);
        Collected second = snapshot(workbook("second.xlsx", rows), Snapshot.VOID_MISSING, summaries);
        assertThat(second.event("R1").toString())
                .isEqualTo("{\"type\":\"repair\",\"id\":\"R1\",\"source\":\"service\",\"voided\":true,\"receivedAt\":\""
                        + Instant.parse("2026-11-21T08:00:00Z") + "\"}");
    }
}
