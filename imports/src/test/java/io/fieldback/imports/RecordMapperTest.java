// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.imports.mapping.Mapping;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordMapperTest {
    private static final String MAPPING = """
            source: {name: erp, zone: Asia/Shanghai}
            sheets:
              - sheet: "erp.*"
                columns: {no: [ORDER_NO]}
                explode: lines
                events:
                  - type: repair
                    id: "ERP-{no}"
                    fields:
                      serialNo: unit.sn
                      failedOn: {column: FAILED, since1970: days}
                      reportedAt: {column: created_at, since1970: millis}
                      resolved: done
                      faults.component: lines.component
                      faults.parts.partNo: lines.part
            """;

    @TempDir
    Path folder;

    private static List<JsonNode> map(RecordMapper mapper, String json) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (byte[] line : mapper.map(
                json.getBytes(StandardCharsets.UTF_8), "erp.orders", "erp.orders-0@42", Collected.RECEIVED)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static RecordMapper mapper() {
        return RecordMapper.of(Mapping.parse(MAPPING, "erp.yaml"));
    }

    @Test
    void foreignRecordBecomesAnEvent() throws IOException {
        JsonNode event = map(
                        mapper(),
                        "{\"ORDER_NO\":7,\"unit\":{\"sn\":\"S1\"},\"FAILED\":20000,\"created_at\":1767580200000,"
                                + "\"done\":true,\"lines\":[{\"component\":\"fan\",\"part\":\"P1\"},{\"component\":\"tank\"}]}")
                .get(0);
        assertThat(event.get("id").asText()).isEqualTo("ERP-7");
        assertThat(event.get("failedOn").asText()).isEqualTo("2024-10-04");
        assertThat(event.get("reportedAt").asText()).isEqualTo("2026-01-05T10:30+08:00");
        assertThat(event.get("resolved").asBoolean()).isTrue();
        assertThat(event.get("faults")).hasSize(2);
        assertThat(event.get("receivedAt").asText()).isEqualTo("2026-11-21T08:00:00Z");
    }

    @Test
    void debeziumChangeIsReadWithAndWithoutItsSchema() throws IOException {
        String change =
                "{\"before\":null,\"after\":{\"ORDER_NO\":\"7\",\"unit\":{\"sn\":\"S1\"}},\"source\":{\"ts_ms\":1767580200000},"
                        + "\"op\":\"u\",\"ts_ms\":1767580201000}";
        for (String json : List.of(change, "{\"schema\":{\"type\":\"struct\"},\"payload\":" + change + "}")) {
            JsonNode event = map(mapper(), json).get(0);
            assertThat(event.get("id").asText()).isEqualTo("ERP-7");
            assertThat(event.get("recordedAt").asText()).isEqualTo("2026-01-05T02:30:00Z");
        }
    }

    @Test
    void debeziumDeletionWithdrawsTheCase() throws IOException {
        JsonNode event = map(
                        mapper(),
                        "{\"before\":{\"ORDER_NO\":\"7\"},\"after\":null,\"op\":\"d\",\"ts_ms\":1767580201000}")
                .get(0);
        assertThat(event.toString())
                .isEqualTo("{\"type\":\"repair\",\"id\":\"ERP-7\",\"source\":\"erp\",\"voided\":true,"
                        + "\"receivedAt\":\"2026-11-21T08:00:00Z\",\"recordedAt\":\"2026-01-05T02:30:01Z\"}");
    }

    @Test
    void whatCannotBeReadBecomesARejectedRow() throws IOException {
        String[][] bad = {
            {"", "E_EMPTY"},
            {"[1]", "E_NOT_OBJECT"},
            {"{\"a\":", "E_JSON_SYNTAX"},
            {"{\"a\":1,\"a\":2}", "E_JSON_DUPKEY"},
            {"{\"FAILED\":20000}", "E_ID_MISSING"},
            {"{\"ORDER_NO\":1,\"FAILED\":\"soon\"}", "E_NUM_FORMAT"},
            {"{\"ORDER_NO\":1,\"FAILED\":1e1000000000}", "E_NUM_FORMAT"},
            {"{\"op\":\"t\",\"before\":null,\"after\":null}", "E_MAP_NO_RULE"},
            {"{\"op\":\"d\",\"before\":null}", "E_ID_MISSING"}
        };
        for (String[] each : bad) {
            JsonNode row = map(mapper(), each[0]).get(0);
            assertThat(row.get("type").asText()).isEqualTo("rejected-row");
            assertThat(row.get("reason").asText()).as(each[0]).isEqualTo(each[1]);
            assertThat(row.get("original").asText()).isEqualTo(each[0]);
            assertThat(row.get("position").asText()).startsWith("erp.orders-0@42");
            assertThat(row.get("id").asText()).hasSize(64);
        }
    }

    @Test
    void mapperTravelsAsItsText() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            RecordMapper used = mapper();
            map(used, "{\"ORDER_NO\":7}");
            out.writeObject(used);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(map((RecordMapper) in.readObject(), "{\"ORDER_NO\":7}")
                            .get(0)
                            .get("id")
                            .asText())
                    .isEqualTo("ERP-7");
        }
    }

    @Test
    void fileOfRecordsIsAccountedForLineByLine() throws IOException {
        Path file = Files.writeString(
                folder.resolve("erp.orders.ndjson"), "{\"ORDER_NO\":1}\n\n{\"ORDER_NO\":2}\nnonsense\n");
        Collected collected = new Collected();
        ImportSummary summary = collected.importing(MAPPING, file);
        assertThat(collected.events).hasSize(2);
        assertThat(summary.rowsRead()).isEqualTo(4);
        assertThat(summary.byReason()).containsEntry("blank", 1L).containsEntry("E_JSON_SYNTAX", 1L);
        assertThat(collected.rejected.get(0).get("position").asText()).isEqualTo("line 4");
    }
}
