// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a workbook written by hand shows: formulas, errors, hidden rows, the 1904 calendar, untouched rows. */
class RawWorkbookTest {
    private static final String MAPPING = """
            source: {name: service, zone: Asia/Shanghai}
            sheets:
              - sheet: "*"
                events:
                  - {type: repair, id: "{no}", fields: {failedOn: day, downtimeMinutes: minutes}}
            """;

    @TempDir
    Path folder;

    private final Collected collected = new Collected();

    private ImportSummary importing(String properties, String rows) throws IOException {
        Path file = folder.resolve("raw.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.sheet.main+xml'/></Types>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
                            + "relationships'><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r="
                            + "'http://schemas.openxmlformats.org/officeDocument/2006/relationships'>" + properties
                            + "<sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                            + "<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>no</t></is></c><c r='B1' t='inlineStr'><is><t>day"
                            + "</t></is></c><c r='C1' t='inlineStr'><is><t>minutes</t></is></c></row>" + rows
                            + "</sheetData></worksheet>");
        }
        return collected.importing(MAPPING, file);
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(int number, String attributes, String id, String day, String minutes) {
        return "<row r='" + number + "'" + attributes + "><c r='A" + number + "' t='inlineStr'><is><t>" + id
                + "</t></is></c><c r='B" + number + "'><v>" + day + "</v></c>" + minutes + "</row>";
    }

    @Test
    void formulasGiveTheirValueErrorsRefuseTheirRowAndHiddenRowsAreRead() throws IOException {
        ImportSummary summary = importing(
                "",
                row(2, "", "A", "46027", "<c r='C2'><f>1+2</f><v>3</v></c>")
                        + row(3, "", "B", "46027", "<c r='C3' t='e'><f>1/0</f><v>#DIV/0!</v></c>")
                        + row(7, " hidden='1'", "C", "46027.75", ""));
        assertThat(collected.event("A").get("downtimeMinutes").asLong()).isEqualTo(3);
        assertThat(collected.event("A").get("failedOn").asText()).isEqualTo("2026-01-05");
        assertThat(collected.event("C").get("failedOn").asText()).isEqualTo("2026-01-05");
        assertThat(collected.rejected.get(0).get("reason").asText()).isEqualTo("E_CELL_ERROR");
        assertThat(collected.rejected.get(0).get("position").asText()).isEqualTo("S!C3");
        assertThat(summary.rowsRead()).isEqualTo(7);
        assertThat(summary.byReason()).containsEntry("blank", 3L);
        assertThat(summary.notes()).containsEntry("W_HIDDEN row", 1L);
    }

    @Test
    void daysOfTheOtherCalendarAreReadByIt() throws IOException {
        importing("<workbookPr date1904='1'/>", row(2, "", "A", "44565", ""));
        assertThat(collected.event("A").get("failedOn").asText()).isEqualTo("2026-01-05");
    }
}
