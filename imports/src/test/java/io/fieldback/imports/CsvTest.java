// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String MAPPING = """
            source: {name: service, zone: Asia/Shanghai}
            sheets:
              - sheet: "*"
                events:
                  - type: repair
                    id: "{单号}"
                    fields: {failedOn: 日期, faultText: 描述}
            """;

    @TempDir
    Path folder;

    private final Collected collected = new Collected();

    private ImportSummary importing(byte[] bytes) throws IOException {
        return collected.importing(MAPPING, Files.write(folder.resolve("a.csv"), bytes));
    }

    private List<String> texts() {
        return collected.events.stream()
                .map(event -> event.path("faultText").asText())
                .toList();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static final String PLAIN = "单号,日期,描述\n1,2026-01-05,漏水\n2,2026-01-06,不点火\n";

    @Test
    void encodingsAreToldApart() throws IOException {
        for (byte[] bytes : List.of(
                PLAIN.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + PLAIN).getBytes(StandardCharsets.UTF_8),
                PLAIN.getBytes(GBK),
                PLAIN.getBytes(Charset.forName("GB18030")),
                ("\ufeff" + PLAIN).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + PLAIN).getBytes(StandardCharsets.UTF_16BE))) {
            collected.events.clear();
            importing(bytes);
            assertThat(texts()).containsExactly("漏水", "不点火");
        }
    }

    @Test
    void linesOfTwoEncodingsAreEachReadAndSaidSo() throws IOException {
        ImportSummary summary =
                importing(join(PLAIN.getBytes(StandardCharsets.UTF_8), "3,2026-01-07,打不着火\n".getBytes(GBK)));
        assertThat(texts()).containsExactly("漏水", "不点火", "打不着火");
        assertThat(summary.notes()).containsKey("W_ENC_MIXED");
    }

    @Test
    void bytesThatAreNoTextCostOneRow() throws IOException {
        importing(join(PLAIN.getBytes(StandardCharsets.UTF_8), new byte[] {'3', ',', (byte) 0xFF, (byte) 0xFF, '\n'}));
        assertThat(collected.events).hasSize(2);
        JsonNode row = collected.rejected.get(0);
        assertThat(row.get("reason").asText()).isEqualTo("E_ENC_INVALID");
        assertThat(row.get("original").asText()).contains("hex:332cffff");
    }

    @Test
    void separatorsQuotesAndLineEndsAreRead() throws IOException {
        for (String text : List.of(
                "单号;日期;描述\r\n1;2026-01-05;\"a;b \"\"c\"\"\nd\"\r\n",
                "单号\t日期\t描述\r1\t2026-01-05\t\"a;b \"\"c\"\"\nd\"\r",
                "sep=|\n单号|日期|描述\n1|2026-01-05|\"a;b \"\"c\"\"\nd\"")) {
            collected.events.clear();
            importing(text.getBytes(StandardCharsets.UTF_8));
            assertThat(texts()).as(text).containsExactly("a;b \"c\"\nd");
        }
    }

    @Test
    void quoteThatNeverEndsCostsOneRow() throws IOException {
        ImportSummary summary = importing("单号,日期,描述\n1,2026-01-05,\"open\n2,2026-01-06,fine\n3,2026-01-07,fine\n"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(collected.events).hasSize(2);
        assertThat(collected.rejected.get(0).get("reason").asText()).isEqualTo("E_CSV_QUOTE");
        assertThat(collected.rejected.get(0).get("position").asText()).isEqualTo("a!2");
        assertThat(summary.rowsRead()).isEqualTo(4);
    }

    @Test
    void rowsOfAnotherWidthAreRefused() throws IOException {
        importing("单号,日期,描述\n1,2026-01-05\n2,2026-01-06,a,b\n3,2026-01-07,a,,\n".getBytes(StandardCharsets.UTF_8));
        assertThat(collected.events).hasSize(1);
        assertThat(collected.rejected)
                .hasSize(2)
                .allMatch(row -> row.get("reason").asText().equals("E_CSV_COLUMNS"));
        assertThat(collected.rejected.get(0).get("original").asText())
                .isEqualTo("{\"单号\":\"1\",\"日期\":\"2026-01-05\"}");
    }
}
