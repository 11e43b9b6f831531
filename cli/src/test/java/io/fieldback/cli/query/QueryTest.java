// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.cli.query.Answer.Format;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @TempDir
    Path warehouse;

    @Test
    void csvIsExactAndTellsNullFromEmpty() throws Exception {
        assertThat(answer(
                        Format.CSV,
                        "select 0.1::double a, 12345678901234567890::hugeint b, 1.10::decimal(9,2) c, null d, '' e,"
                                + " 'x,\"y\"' f, date '2026-01-05' g, 1e300::double h"))
                .isEqualTo(
                        "a,b,c,d,e,f,g,h\r\n0.1,12345678901234567890,1.10,,\"\",\"x,\"\"y\"\"\",2026-01-05,1.0E300\r\n");
    }

    @Test
    void jsonKeepsNumbersListsAndStructures() throws Exception {
        assertThat(
                        answer(
                                Format.JSON,
                                "select 9007199254740993 as n, [{'component': '水泵', 'parts': [1, 2]}] as faults, true as t, null as z,"
                                        + " timestamptz '2026-01-05 10:00:00+08' = timestamptz '2026-01-05 02:00:00+00' as same"))
                .isEqualTo(
                        "[\n{\"n\":9007199254740993,\"faults\":[{\"component\":\"水泵\",\"parts\":[1,2]}],\"t\":true,\"z\":null,"
                                + "\"same\":true}\n]\n");
        assertThat(answer(Format.JSON, "select 1 where false")).isEqualTo("[\n]\n");
    }

    @Test
    void tableAlignsFigures() throws Exception {
        assertThat(answer(Format.TABLE, "select '水泵' c, 12 n union all select 'fan', 3 order by n"))
                .isEqualTo("c      n\n────  ──\nfan    3\n水泵  12\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy (select 1) to 'x.csv'",
                "create table t as select 1",
                "attach 'x.db'",
                "install httpfs",
                "set enable_external_access = true",
                "drop view v"
            })
    void onlySelectPasses(String sql) {
        assertThatThrownBy(() -> answer(Format.TABLE, sql))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot run query: only SELECT is allowed, the warehouse is read only");
    }

    @Test
    void secondStatementIsRefused() {
        assertThatThrownBy(() -> answer(Format.TABLE, "select 1; select 2"))
                .hasMessage("Cannot run query: it has 2 statements, give one");
    }

    @Test
    void filesOutsideTheWarehouseAreClosed() throws Exception {
        Path inside = Files.writeString(warehouse.resolve("a.csv"), "x\n1\n");
        assertThat(answer(Format.CSV, "select * from read_csv('" + inside + "')"))
                .isEqualTo("x\r\n1\r\n");
        assertThatThrownBy(() -> answer(Format.TABLE, "select * from read_csv('/etc/passwd')"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot answer query: ")
                .hasMessageContaining("/etc/passwd");
    }

    @Test
    void aSlipInTheQueryIsToldByTheParser() {
        assertThatThrownBy(() -> answer(Format.TABLE, "selec 1"))
                .hasMessageStartingWith("Cannot read query: syntax error");
        assertThatThrownBy(() -> answer(Format.TABLE, "select nothing"))
                .hasMessageStartingWith("Cannot answer query: ")
                .hasMessageContaining("nothing");
    }

    private String answer(Format format, String sql) throws Exception {
        StringWriter out = new StringWriter();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            PrintWriter writer = new PrintWriter(out);
            Query.answer(connection, warehouse, sql, format, writer);
            writer.flush();
        }
        return out.toString();
    }
}
