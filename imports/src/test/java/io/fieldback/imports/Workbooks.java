// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes small workbooks for tests. */
public final class Workbooks {
    private Workbooks() {}

    /** Writes a workbook with one sheet of these rows. */
    public static Path write(Path file, String sheet, Object[]... rows) throws IOException {
        return write(file, sheet, worksheet -> {}, rows);
    }

    /** What else is done to a sheet. */
    public interface Finish {
        /** Does it. */
        void to(Worksheet sheet);
    }

    /** Writes a workbook with one sheet of these rows, and finishes it, by merging cells for one. */
    public static Path write(Path file, String sheet, Finish finish, Object[]... rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Fieldback", "1.0")) {
            Worksheet worksheet = workbook.newWorksheet(sheet);
            fill(worksheet, rows);
            finish.to(worksheet);
        }
        return file;
    }

    /** Puts rows into a sheet; days and times get a date format. */
    public static void fill(Worksheet sheet, Object[]... rows) {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                Object value = rows[row][column];
                if (value instanceof LocalDateTime time) {
                    sheet.value(row, column, time);
                    sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
                } else if (value instanceof LocalDate day) {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy/m/d").set();
                } else if (value instanceof Number number) {
                    sheet.value(row, column, number);
                } else if (value instanceof Boolean flag) {
                    sheet.value(row, column, flag);
                } else if (value != null) {
                    sheet.value(row, column, value.toString());
                }
            }
        }
    }
}
