// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

import io.fieldback.imports.cell.Cell;
import io.fieldback.schemas.wire.RejectReason;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A workbook, read row by row: what it takes of memory does not grow with its rows. */
final class XlsxBook implements Book {
    /** A spreadsheet keeps 15 digits of a number; what is stored beyond them is noise of its binary form. */
    private static final MathContext SPREADSHEET_DIGITS = new MathContext(15);

    private static final Pattern ERROR = Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!|SPILL!|CALC!)");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[(?![hmsHMS]+])[^]]*]");
    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhsYMDHS]");
    private static final Pattern PADDED = Pattern.compile("0{2,30}");

    private final Path file;
    private final ReadableWorkbook workbook;
    private final XlsxInspection inspection;
    private final Cell.Era era;
    private final Map<String, Boolean> datedFormats = new HashMap<>();

    private XlsxBook(Path file, ReadableWorkbook workbook, XlsxInspection inspection) {
        this.file = file;
        this.workbook = workbook;
        this.inspection = inspection;
        this.era = workbook.isDate1904() ? Cell.Era.FROM_1904 : Cell.Era.FROM_1900;
    }

    static XlsxBook open(Path file) throws IOException {
        XlsxInspection inspection = XlsxInspection.of(file);
        try {
            return new XlsxBook(file, workbook(file), inspection);
        } catch (RuntimeException e) {
            throw new FileRefused(file, RejectReason.E_FILE_FORMAT, "its workbook cannot be read: " + e.getMessage());
        }
    }

    private static ReadableWorkbook workbook(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            // A workbook without styles: nothing then says which numbers are dates but the mapping.
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }

    @Override
    public List<Sheet> sheets() {
        return workbook.getSheets().map(sheet -> (Sheet) new XlsxSheet(sheet)).toList();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private final class XlsxSheet implements Sheet {
        private final org.dhatim.fastexcel.reader.Sheet sheet;

        XlsxSheet(org.dhatim.fastexcel.reader.Sheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public String name() {
            return sheet.getName();
        }

        @Override
        public boolean hidden() {
            return sheet.getVisibility() != SheetVisibility.VISIBLE;
        }

        @Override
        public List<Merged> merged() {
            return inspection.merged(sheet.getIndex());
        }

        @Override
        public void read(Rows rows) throws IOException {
            int last = 0;
            try (Stream<Row> stream = sheet.openStream()) {
                Iterator<Row> iterator = stream.iterator();
                while (iterator.hasNext()) {
                    RawRow row = row(iterator.next(), last + 1);
                    // Rows that were never touched are not in the file; the sheet shows them as blank.
                    for (int blank = last + 1; blank < row.number(); blank++) {
                        if (!rows.take(new RawRow(blank, List.of(), false, null))) {
                            return;
                        }
                    }
                    last = Math.max(last, row.number());
                    if (!rows.take(row)) {
                        return;
                    }
                }
            } catch (ExcelReaderException
                    | IllegalStateException
                    | IndexOutOfBoundsException
                    | NullPointerException e) {
                throw new FileRefused(
                        file,
                        RejectReason.E_FILE_FORMAT,
                        "sheet " + name() + " breaks off after row " + last + ": " + e.getMessage());
            }
        }

        private RawRow row(Row row, int next) {
            List<Cell> cells = new ArrayList<>(row.getCellCount());
            for (org.dhatim.fastexcel.reader.Cell each : row) {
                cells.add(each == null ? Cell.EMPTY : cell(each));
            }
            return new RawRow(Math.max(row.getRowNum(), next), cells, row.isHidden(), null);
        }
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            String format = cell.getDataFormatString();
            return Cell.number(
                    number.scale() > 0 && number.precision() > 15 ? number.round(SPREADSHEET_DIGITS) : number,
                    dated(cell.getDataFormatId(), format),
                    era,
                    format != null && PADDED.matcher(format).matches() ? format.length() : 0);
        }
        if (value instanceof Boolean flag) {
            return new Cell.Flag(flag);
        }
        if (value == null) {
            return Cell.EMPTY;
        }
        String text = value.toString();
        boolean mayFail = cell.getType() != org.dhatim.fastexcel.reader.CellType.STRING;
        return mayFail && ERROR.matcher(text).matches() ? new Cell.Error(text) : Cell.text(text);
    }

    private boolean dated(@Nullable Integer id, @Nullable String format) {
        if (format == null) {
            // Formats that a Chinese, Japanese or Korean Excel knows by number only.
            return id != null && (id >= 27 && id <= 36 || id >= 50 && id <= 58);
        }
        return datedFormats.computeIfAbsent(format, XlsxBook::dated);
    }

    private static boolean dated(String format) {
        String plain = LITERAL.matcher(format).replaceAll("");
        return !plain.contains("General") && DATE_LETTER.matcher(plain).find();
    }
}
