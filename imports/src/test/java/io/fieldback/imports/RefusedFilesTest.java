// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.imports.file.FileRefused;
import io.fieldback.imports.mapping.Mapping;
import io.fieldback.imports.mapping.MappingError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedFilesTest {
    private static final String MAPPING = """
            source: {name: service}
            sheets:
              - sheet: "*"
                events:
                  - {type: repair, id: "{no}", fields: {failedOn: day}}
            """;

    @TempDir
    Path folder;

    private void refused(Path file, String message) {
        assertThatThrownBy(() -> new Collected().importing(MAPPING, file))
                .isInstanceOf(FileRefused.class)
                .hasMessage(message);
    }

    private Path zip(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void filesOfOtherFormatsAreNamed() throws IOException {
        refused(
                Files.write(folder.resolve("old.xlsx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}),
                "Cannot import old.xlsx: it is an old .xls workbook or one with a password; save it as .xlsx without a password (E_FILE_FORMAT)");
        refused(
                zip("word.xlsx", "word/document.xml"),
                "Cannot import word.xlsx: it is an archive, but not an .xlsx workbook (E_FILE_FORMAT)");
        refused(
                zip("macro.xlsx", "xl/workbook.xml", "xl/vbaProject.bin"),
                "Cannot import macro.xlsx: it holds macros; save it as .xlsx without macros (E_FILE_UNSAFE)");
        refused(
                Files.createFile(folder.resolve("empty.csv")),
                "Cannot import empty.csv: it is empty (E_FILE_INCOMPLETE)");
    }

    @Test
    void archiveThatUnpacksWithoutEndIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write('<');
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] rows = "<row/>".repeat(200_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                zip.write(rows);
            }
        }
        refused(
                file,
                "Cannot import bomb.xlsx: its part xl/worksheets/sheet1.xml unpacks to more than 200 MB (E_FILE_UNSAFE)");
    }

    @Test
    void missingAndDoubleHeadersAreNamed() throws IOException {
        refused(
                Workbooks.write(folder.resolve("a.xlsx"), "Jan", new Object[] {"no", "date"}, new Object[] {"1", "x"}),
                "Cannot import a.xlsx: sheet Jan has no header row with each of these columns once: day (E_FILE_HEADER)");
        refused(
                Workbooks.write(folder.resolve("b.xlsx"), "Jan", new Object[] {"no", "day", "Day"}),
                "Cannot import b.xlsx: sheet Jan has no header row with each of these columns once: day (E_FILE_HEADER)");
    }

    @Test
    void slipsInAMappingAreToldWithTheirLine() {
        assertThatThrownBy(() -> Mapping.parse(MAPPING.replace("source:", "sources:"), "m.yaml"))
                .isInstanceOf(MappingError.class)
                .hasMessageContaining("Cannot read mapping m.yaml, line 1, sources: unknown key 'sources'");
        assertThatThrownBy(() -> Mapping.parse(MAPPING.replace("failedOn", "failedAt"), "m.yaml"))
                .hasMessageContaining("line 5")
                .hasMessageContaining("a repair has no field 'failedAt'");
        assertThatThrownBy(() -> Mapping.parse(MAPPING.replace("repair", "fix"), "m.yaml"))
                .hasMessageContaining("'fix' is no event type");
        assertThatThrownBy(() ->
                        Mapping.parse(MAPPING.replace("failedOn: day", "failedOn: {column: day, table: t}"), "m.yaml"))
                .hasMessageContaining("no table named 't'");
        assertThatThrownBy(() -> Mapping.parse("source: [", "m.yaml"))
                .hasMessageContaining("Cannot read mapping m.yaml");
        assertThat(Mapping.parse(MAPPING, "m.yaml").sheets()).hasSize(1);
    }
}
