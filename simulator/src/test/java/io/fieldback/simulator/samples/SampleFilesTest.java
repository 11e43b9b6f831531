// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
    private static final Path SAMPLES = samples();

    @TempDir
    Path folder;

    @Test
    void filesAreWhatTheProgramMakes() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            SampleFiles.main(new String[] {SAMPLES.toString()});
        }
        for (Map.Entry<String, byte[]> file : SampleFiles.make().entrySet()) {
            Path made = folder.resolve(Path.of(file.getKey()).getFileName());
            Files.write(made, file.getValue());
            Path kept = SAMPLES.resolve(file.getKey());
            assertThat(content(kept).equals(content(made)))
                    .as("samples/" + file.getKey() + " is what SampleFiles makes")
                    .isTrue();
            assertThat(Files.size(kept)).as("size of samples/" + file.getKey()).isLessThan(300_000);
        }
    }

    @Test
    void csvIsGbkAndNotUtf8() throws IOException {
        byte[] csv = Files.readAllBytes(SAMPLES.resolve("repairs-gbk.csv"));
        assertThat(new String(csv, Charset.forName("GBK"))).contains("工单号").contains("合计");
        assertThat(new String(csv, StandardCharsets.UTF_8)).doesNotContain("工单号");
    }

    private static Path samples() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("samples/README.md"))) {
            at = at.getParent();
        }
        assertThat(at).as("a folder above that holds samples").isNotNull();
        return at.resolve("samples");
    }

    /** The parts of a workbook, so that how it is compressed does not matter; of another file, its text. */
    private static Map<String, String> content(Path file) throws IOException {
        Map<String, String> content = new TreeMap<>();
        if (!file.toString().endsWith(".xlsx")) {
            content.put("", new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            return content;
        }
        try (ZipFile workbook = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(workbook.entries())) {
                byte[] bytes = workbook.getInputStream(entry).readAllBytes();
                content.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return content;
    }
}
