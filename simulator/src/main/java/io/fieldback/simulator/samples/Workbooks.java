// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes grids as a workbook that is the same each time: no day of writing in it, nothing in an order of chance. */
final class Workbooks {
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 1, 10, 9, 0);

    private Workbooks() {}

    static byte[] write(Grid... grids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "samples", "1.0")) {
            for (Grid grid : grids) {
                write(workbook.newWorksheet(grid.sheet()), grid);
            }
            workbook.finish();
            return undated(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write workbook of " + grids[0].sheet(), e);
        }
    }

    private static void write(Worksheet sheet, Grid grid) {
        for (int row = 0; row < grid.size(); row++) {
            List<@Nullable Object> cells = grid.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                write(sheet, row, column, cells.get(column));
            }
        }
        for (Grid.Merge merge : grid.merges()) {
            sheet.range(merge.top(), merge.left(), merge.bottom(), merge.right())
                    .merge();
        }
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        if (cell instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("yyyy/m/d h:mm").set();
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy/m/d").set();
        } else if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell != null) {
            sheet.value(row, column, cell.toString());
        }
    }

    /** The same workbook with a fixed day of writing, in its properties and in the archive. */
    private static byte[] undated(byte[] workbook) throws IOException {
        // By way of a file: the sizes stand at the end of the archive, so it cannot be read as a stream.
        Path file = Files.createTempFile("workbook", ".xlsx");
        Files.write(file, workbook);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(9);
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(WRITTEN);
                out.putNextEntry(copy);
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.write(settled(entry.getName(), content));
                out.closeEntry();
            }
        } finally {
            Files.delete(file);
        }
        return bytes.toByteArray();
    }

    /** The part without the day of writing, and with its merged cells in order. */
    private static byte[] settled(String part, byte[] content) {
        String xml = new String(content, StandardCharsets.UTF_8);
        if (part.equals("docProps/core.xml")) {
            xml = xml.replaceAll(">\\d{4}-\\d{2}-\\d{2}T[^<]*<", ">" + WRITTEN + ":00Z<");
        }
        int from = xml.indexOf("<mergeCell ref");
        if (from >= 0) {
            int to = xml.indexOf("</mergeCells>");
            String[] merges = xml.substring(from, to).split("(?<=/>)", -1);
            Arrays.sort(merges);
            xml = xml.substring(0, from) + String.join("", merges) + xml.substring(to);
        }
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
