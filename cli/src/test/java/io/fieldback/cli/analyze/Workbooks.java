// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a workbook of one sheet of texts, whose parts have no time, as programs write it that stream. */
final class Workbooks {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Workbooks() {}

    static Path write(Path file, List<List<String>> rows) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='" + PACKAGE + "content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='" + TYPE + "sheet.main+xml'/>"
                        + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + TYPE + "worksheet+xml'/>"
                        + "</Types>");
        parts.put("_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE
                        + "'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.write(file, withoutTimes(bytes.toByteArray()));
    }

    /** Zero where the directory of the archive has the time of a part; Java itself always writes one. */
    private static byte[] withoutTimes(byte[] archive) {
        for (int i = 0; i + 16 < archive.length; i++) {
            if (archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == 1 && archive[i + 3] == 2) {
                Arrays.fill(archive, i + 12, i + 16, (byte) 0);
            }
        }
        return archive;
    }

    private static String relationship(String type, String target) {
        return "<Relationships xmlns='" + PACKAGE + "relationships'><Relationship Id='rId1' Type='" + OFFICE + "/"
                + type + "' Target='" + target + "'/></Relationships>";
    }

    private static String sheet(List<List<String>> rows) {
        StringBuilder text = new StringBuilder("<worksheet xmlns='" + MAIN + "'><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            text.append("<row r='").append(row + 1).append("'>");
            for (int column = 0; column < rows.get(row).size(); column++) {
                text.append("<c r='")
                        .append((char) ('A' + column))
                        .append(row + 1)
                        .append("' t='inlineStr'><is><t>");
                text.append(rows.get(row).get(column)).append("</t></is></c>");
            }
            text.append("</row>");
        }
        return text.append("</sheetData></worksheet>").toString();
    }
}
