// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer runs first. */
class ShowcaseTest {
    private static final Path SAMPLES = Run.root().resolve("samples");

    @TempDir
    Path folder;

    @Test
    void demoGoesFromTopicsToAPageAndItsTablesAgree() throws IOException {
        Path warehouse = folder.resolve("warehouse");
        Run demo = Run.of(folder, "demo", "--events", 3000, "--seed", 5, "--warehouse", warehouse, "--lang", "en");
        assertThat(demo.err()).as("quiet in a pipe").isEmpty();
        assertThat(demo.exit()).isZero();
        assertThat(demo.out()).contains("3,000 simulated events (seed 5)", "What next:");
        assertThat(Files.readString(folder.resolve("overview.html")))
                .startsWith("<!doctype html>")
                .doesNotContain("https://cdn");
        assertThat(Run.of(folder, "verify", "--warehouse", warehouse).exit()).isZero();
        assertThat(warehouse.resolve("reference/products.csv"))
                .content()
                .startsWith("productModel,line,predecessor,launchedOn\nKF-72,heat-pump,,\nKF-78,heat-pump,KF-72,202");

        Path other = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(other.resolve("notes.txt"), "dear");
        Run refused = Run.of(folder, "demo", "--events", 100, "--warehouse", other);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("Cannot run demo into " + other + ": it holds something that demo did not make");
        assertThat(other.resolve("notes.txt")).exists();
    }

    @Test
    void tryReportsOnASheetAsItIsAndKeepsACorrectedMapping() throws IOException {
        Path sheet = Files.copy(SAMPLES.resolve("repairs.xlsx"), folder.resolve("维修.xlsx"));
        Path sales = Files.copy(SAMPLES.resolve("sales.xlsx"), folder.resolve("销量.xlsx"));
        Run first = Run.of(folder, "try", sheet, "--lang", "zh");
        assertThat(first.err()).isEmpty();
        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("工单号", "确定", "repair 600", "E0");
        Path page = folder.resolve("维修.xlsx.report.html");
        assertThat(Files.readString(page)).contains("维修.xlsx").doesNotContain("13800007539");
        Path warehouse = folder.resolve("维修.xlsx.warehouse");
        assertThat(count(warehouse, "select count(*) from repairs_current")).isEqualTo("600");
        assertThat(Run.of(folder, "verify", "--warehouse", warehouse).out())
                .contains("All 13 checks hold")
                .doesNotContain("differs");

        Path mapping = folder.resolve("维修.xlsx.map.yaml");
        Files.writeString(mapping, Files.readString(mapping) + "# looked through\n");
        Run second = Run.of(folder, "try", sheet, "--sales", sales, "--lang", "zh");
        assertThat(second.exit()).isZero();
        assertThat(second.out()).contains("已存在，按原样使用", "E2");
        assertThat(mapping).content().endsWith("# looked through\n");
        assertThat(count(warehouse, "select count(*) from repairs_current")).isEqualTo("600");
    }

    private String count(Path warehouse, String sql) {
        return Run.of(folder, "query", "--warehouse", warehouse, "--format", "csv", sql)
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }
}
