// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test for each thing a mapping can say of a workbook. */
class FeaturesTest {
    private static final String HEAD = "source: {name: service, zone: Asia/Shanghai, goLive: 2026-01-01}\n";

    @TempDir
    Path folder;

    private final Collected collected = new Collected();

    private ImportSummary importing(String yaml, Object[]... rows) throws IOException {
        return collected.importing(HEAD + yaml, Workbooks.write(folder.resolve("a.xlsx"), "Jan", rows));
    }

    private static String repairs(String rules, String id, String... fields) {
        return "sheets:\n  - sheet: \"*\"\n" + rules.indent(4) + "    events:\n      - type: repair\n        id: " + id
                + "\n        fields:\n" + String.join("\n", fields).indent(10);
    }

    @Test
    void rowsOfOneOrderBecomeItsFaultsAndPartsWhereverTheyStand() throws IOException {
        String yaml = repairs(
                "group: {by: [no], sum: [labourMinor]}\nfillDown: [no]",
                "\"{no}\"",
                "serialNo: sn",
                "failedOn: day",
                "labourMinor: labour",
                "faults.component: part of",
                "faults.parts.partNo: part",
                "faults.parts.quantity: qty");
        ImportSummary summary = importing(
                yaml,
                new Object[] {"no", "sn", "day", "part of", "part", "qty", "labour"},
                new Object[] {"A", "S1", LocalDate.of(2026, 1, 5), "igniter", "P1", 1, 10.5},
                new Object[] {null, null, null, null, "P2", 2, 5},
                new Object[] {"B", "S2", LocalDate.of(2026, 1, 6), "tank", "P3", 1, 7},
                new Object[] {"A", "S1", null, "fan", null, null, null},
                new Object[] {"Total", null, null, null, null, 4, 22.5});
        assertThat(collected.rejected).isEmpty();
        JsonNode order = collected.event("A");
        assertThat(order.get("faults").toString())
                .isEqualTo("[{\"component\":\"igniter\",\"parts\":[{\"partNo\":\"P1\",\"quantity\":1},"
                        + "{\"partNo\":\"P2\",\"quantity\":2}]},{\"component\":\"fan\"}]");
        assertThat(order.get("labourMinor").asLong()).isEqualTo(1550);
        assertThat(order.get("goLiveOn").asText()).isEqualTo("2026-01-01");
        assertThat(collected.events).hasSize(2);
        assertThat(summary.rowsMapped()).isEqualTo(4);
        assertThat(summary.byReason()).isEqualTo(Map.of("header", 1L, "total", 1L));
    }

    @Test
    void orderStandsOrFallsAsAWholeAndEveryRowOfItIsKept() throws IOException {
        ImportSummary summary = importing(
                repairs("group: {by: [no]}", "\"{no}\"", "failedOn: day", "faults.parts.quantity: qty"),
                new Object[] {"no", "day", "qty"},
                new Object[] {"A", LocalDate.of(2026, 1, 5), 1},
                new Object[] {"A", null, "two"},
                new Object[] {"B", LocalDate.of(2026, 1, 6), 1});
        assertThat(collected.events).hasSize(1);
        assertThat(collected.rejected).hasSize(2);
        JsonNode other = collected.rejected.get(0);
        JsonNode culprit = collected.rejected.get(1);
        assertThat(culprit.get("position").asText()).isEqualTo("Jan!C3");
        assertThat(culprit.get("reason").asText()).isEqualTo("E_NUM_FORMAT");
        assertThat(culprit.get("field").asText()).isEqualTo("faults.parts.quantity");
        assertThat(culprit.get("original").asText()).isEqualTo("{\"no\":\"A\",\"qty\":\"two\"}");
        assertThat(other.get("position").asText()).isEqualTo("Jan!2");
        assertThat(other.get("detail").asText()).contains("Jan!C3", "of the same case");
        assertThat(summary.rowsRejected()).isEqualTo(2);
    }

    @Test
    void mergedCellsSpeakForAllTheRowsTheyCoverAndAreAddedUpOnce() throws IOException {
        Path file = Workbooks.write(
                folder.resolve("m.xlsx"),
                "Jan",
                sheet -> {
                    sheet.range(1, 0, 3, 0).merge();
                    sheet.range(1, 2, 3, 2).merge();
                },
                new Object[] {"no", "part", "labour"},
                new Object[] {"A", "P1", 30},
                new Object[] {null, "P2", null},
                new Object[] {null, "P3", null},
                new Object[] {"B", "P4", 5});
        collected.importing(
                HEAD
                        + repairs(
                                "merged: true\ngroup: {by: [no], sum: [labourMinor]}",
                                "\"{no}\"",
                                "labourMinor: labour",
                                "faults.parts.partNo: part"),
                file);
        assertThat(collected.event("A").at("/faults/0/parts")).hasSize(3);
        assertThat(collected.event("A").get("labourMinor").asLong()).isEqualTo(3000);
        assertThat(collected.event("B").get("labourMinor").asLong()).isEqualTo(500);
    }

    @Test
    void equalRowsStayApartAndSortingChangesNoId() throws IOException {
        String yaml = repairs("", "{identity: all}", "serialNo: sn", "failedOn: day");
        Object[] header = {"sn", "day"};
        Object[] twice = {"S1", LocalDate.of(2026, 1, 5)};
        Object[] once = {"S2", LocalDate.of(2026, 1, 6)};
        importing(yaml, header, twice, once, twice);
        Collected sorted = new Collected();
        Path file = Workbooks.write(
                folder.resolve("b.xlsx"),
                "Other",
                new Object[] {"a title"},
                new Object[] {"day", "SN"},
                new Object[] {twice[1], twice[0]},
                new Object[] {twice[1], twice[0]},
                new Object[] {once[1], once[0]});
        sorted.importing(HEAD + yaml, file);
        assertThat(collected.byId()).hasSize(3);
        assertThat(sorted.byId().keySet())
                .containsExactlyInAnyOrderElementsOf(collected.byId().keySet());
    }

    @Test
    void wideSheetIsReadMonthByMonth() throws IOException {
        ImportSummary summary = importing(
                """
                sheets:
                  - sheet: "*"
                    unpivot: {headers: months, name: month, value: units}
                    events:
                      - type: population
                        id: "{model}-{month}"
                        constants: {basis: sales}
                        fields: {productModel: model, month: month, unitsInField: units}
                """,
                new Object[] {"model", "2025-01", "2025年2月", LocalDate.of(2025, 3, 1), "total"},
                new Object[] {"KF-72", 10, 20, 30, 60},
                new Object[] {"KF-50", 1, null, "many", 1},
                new Object[] {"KF-10", null, null, null, null});
        assertThat(collected.events).hasSize(4);
        assertThat(collected.event("KF-72-2025-03").get("unitsInField").asLong())
                .isEqualTo(30);
        assertThat(collected.rejected).hasSize(1);
        assertThat(collected.rejected.get(0).get("position").asText()).isEqualTo("Jan!D3");
        assertThat(summary.byReason()).containsEntry("no-values", 1L).containsEntry("E_NUM_FORMAT", 1L);
        assertThat(summary.sheets().get(0).unusedColumns()).containsExactly("total");
    }

    @Test
    void valuesAreTranslatedSortedAndDecoded() throws IOException {
        importing(
                """
                tables:
                  regions: {华东: EAST, 华南: SOUTH}
                  strict: {$unknown: refuse, 保内: warranty}
                keywords:
                  symptom:
                    - {class: leak, any: [漏水, drip], not: [排水]}
                    - {class: cold, all: [热水, 不]}
                ranges:
                  models:
                    - {from: KF0001, to: KF4999, value: KF-72}
                    - {from: 100, to: 199, value: KF-100}
                serials:
                  maker:
                    - match: "(?<plant>[A-Z])(?<yy>\\\\d\\\\d)(?<m>[1-9A-C])\\\\d+"
                      plant: "{plant}"
                      producedOn: "20{yy}-{m|months}-01"
                      batch: "{yy}{m}"
                sheets:
                  - sheet: "*"
                    events:
                      - type: repair
                        id: "{no}"
                        fields:
                          serialNo: sn
                          region: {column: region, table: regions}
                          coverage: {column: cover, table: strict}
                          productModel: {column: sn, ranges: models, default: OTHER}
                          producedOn: {column: sn, serial: maker}
                          batch: {column: sn, serial: maker}
                          siteId: {column: sn, substring: 2-4}
                          channel: {column: text, regex: "\\\\[(.*?)]"}
                          downtimeMinutes: {column: hours, times: 60}
                          faults.symptomCode: {column: text, keywords: symptom}
                """.replace("serials:", "x:")
                        .replace("x:\n  maker:", "serials:\n  maker:")
                        .replace("{yy}{m}", "{yy}{m}")
                        .replaceFirst(
                                "tables:\n", "tables:\n  months: {A: '10', B: '11', C: '12', '1': '01', '2': '02'}\n"),
                new Object[] {"no", "sn", "region", "cover", "text", "hours"},
                new Object[] {"A", "K24B0123", "华东", "保内", "[hotline] 漏水严重", 1.5},
                new Object[] {"B", "KF1234", "北方", "保内", "排水管漏水", 2},
                new Object[] {"C", 150, "华南", "保外", "不出热水", 2});
        JsonNode a = collected.event("A");
        assertThat(a.get("region").asText()).isEqualTo("EAST");
        assertThat(a.get("producedOn").asText()).isEqualTo("2024-11-01");
        assertThat(a.get("batch").asText()).isEqualTo("24B");
        assertThat(a.get("productModel").asText()).isEqualTo("OTHER");
        assertThat(a.get("siteId").asText()).isEqualTo("24B");
        assertThat(a.get("channel").asText()).isEqualTo("hotline");
        assertThat(a.get("downtimeMinutes").asLong()).isEqualTo(90);
        assertThat(a.at("/faults/0/symptomCode").asText()).isEqualTo("leak");
        JsonNode b = collected.event("B");
        assertThat(b.get("productModel").asText()).isEqualTo("KF-72");
        assertThat(b.get("region").asText()).isEqualTo("北方");
        assertThat(b.has("producedOn")).isFalse();
        assertThat(b.has("faults")).isFalse();
        assertThat(collected.rejected).hasSize(1);
        assertThat(collected.rejected.get(0).get("reason").asText()).isEqualTo("E_MAP_NO_RULE");
        assertThat(collected.rejected.get(0).get("position").asText()).isEqualTo("Jan!D4");
    }

    @Test
    void daysAndTimesAreReadAsPeopleWriteThem() throws IOException {
        importing(
                repairs(
                        "",
                        "\"{no}\"",
                        "failedOn: day",
                        "reportedAt: {date: day, time: time}",
                        "recordedAt: reportedAt + 8h"),
                new Object[] {"no", "day", "time"},
                new Object[] {"A", LocalDate.of(2026, 1, 5), 0.5},
                new Object[] {"B", "2026/1/5", "13:05"},
                new Object[] {"C", "2026年1月5日", "下午3:20"},
                new Object[] {"D", "20260105", "24:00"},
                new Object[] {"E", LocalDateTime.of(2026, 1, 5, 0, 0), null},
                new Object[] {"F", "5/1/2026", "9:00"},
                new Object[] {"G", "2026-02-30", "9:00"},
                new Object[] {"H", 60, "9:00"});
        assertThat(collected.event("A").get("reportedAt").asText()).isEqualTo("2026-01-05T12:00+08:00");
        assertThat(collected.event("A").get("recordedAt").asText()).isEqualTo("2026-01-05T20:00+08:00");
        assertThat(collected.event("B").get("reportedAt").asText()).isEqualTo("2026-01-05T13:05+08:00");
        assertThat(collected.event("C").get("reportedAt").asText()).isEqualTo("2026-01-05T15:20+08:00");
        assertThat(collected.event("D").get("reportedAt").asText()).isEqualTo("2026-01-06T00:00+08:00");
        assertThat(collected.event("D").get("failedOn").asText()).isEqualTo("2026-01-05");
        assertThat(collected.event("E").get("reportedAt").asText()).isEqualTo("2026-01-05T00:00+08:00");
        assertThat(collected.rejected.stream()
                        .map(row -> row.get("reason").asText() + " "
                                + row.get("position").asText()))
                .containsExactly("E_TIME_AMBIGUOUS Jan!B7", "E_TIME_INVALID Jan!B8", "E_TIME_INVALID Jan!B9");
    }

    @Test
    void oneRowMayGiveSeveralEventsAndFiltersAreCounted() throws IOException {
        ImportSummary summary = importing(
                """
                sheets:
                  - sheet: "*"
                    columns: {no: [单号, order]}
                    skip: [{reason: cancelled, when: {column: state, is: [cancelled, 作废]}}]
                    keep: [{reason: no-day, when: {column: day, empty: false}}]
                    events:
                      - type: shipment
                        id: "{no}"
                        fields: {serialNo: sn, shippedOn: day, dealer: {first: [shop, dealer]}}
                      - type: unit
                        id: "{sn}"
                        when: {column: sn, matches: "^S"}
                        fields: {serialNo: sn, soldOn: day, salesChannel: "{state}/{no}"}
                """,
                new Object[] {"Order", "sn", "day", "state", "dealer"},
                new Object[] {"1", "S1", LocalDate.of(2026, 1, 5), "open", "D1"},
                new Object[] {"2", "X2", LocalDate.of(2026, 1, 5), "open", null},
                new Object[] {"3", "S3", LocalDate.of(2026, 1, 5), "作废", null},
                new Object[] {"4", "S4", null, "open", null},
                new Object[] {null, null, null, null, null},
                new Object[] {"Order", "sn", "day", "state", "dealer"});
        assertThat(collected.events).hasSize(3);
        assertThat(collected.event("S1").get("salesChannel").asText()).isEqualTo("open/1");
        assertThat(collected.event("1").get("dealer").asText()).isEqualTo("D1");
        assertThat(summary.byReason())
                .containsEntry("cancelled", 1L)
                .containsEntry("no-day", 1L)
                .containsEntry("repeated-header", 1L);
        assertThat(summary.toText(Locale.ENGLISH)).contains("shipment 2", "unit 1");
    }

    @Test
    void lostDigitsOfALongNumberAreNotTakenForASerialNumber() throws IOException {
        importing(
                repairs("", "\"{no}\"", "serialNo: sn"),
                new Object[] {"no", "sn"},
                new Object[] {"A", 123456789012345680L},
                new Object[] {"B", 1234567890123L});
        assertThat(collected.rejected.get(0).get("reason").asText()).isEqualTo("E_ID_SCIENTIFIC");
        assertThat(collected.event("B").get("serialNo").asText()).isEqualTo("1234567890123");
    }
}
