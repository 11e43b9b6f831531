// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Moments;
import io.fieldback.imports.cell.Words;
import io.fieldback.imports.file.Book;
import io.fieldback.imports.file.RawRow;
import io.fieldback.imports.file.Sheet;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a sheet, with the row that seems to be its header.
 *
 * @param name of the sheet
 * @param rows the first rows
 * @param header the row that seems to be the header
 * @param score how much it looks like one
 * @param merged merged cells of the sheet
 */
record SheetSample(String name, List<RawRow> rows, RawRow header, int score, List<Sheet.Merged> merged) {
    private static final int ROWS = 3_000;
    private static final int HEADER_SEARCH = 30;
    private static final Moments MONTHS = new Moments(ZoneOffset.UTC, Moments.Order.UNKNOWN, List.of());

    /** The samples of all sheets that seem to hold a table. */
    static List<SheetSample> of(Book book, Vocabulary vocabulary) throws IOException {
        List<SheetSample> samples = new ArrayList<>();
        for (Sheet sheet : book.sheets()) {
            List<RawRow> rows = new ArrayList<>();
            sheet.read(row -> {
                rows.add(row);
                return rows.size() < ROWS;
            });
            SheetSample sample = find(sheet, rows, vocabulary);
            if (sample != null) {
                samples.add(sample);
            }
        }
        return samples;
    }

    /** Rows of data: what is not blank, not a total, not a repeated header. */
    List<RawRow> data() {
        List<RawRow> data = new ArrayList<>();
        for (RawRow row : rows) {
            boolean below = row.number() > header.number() && !row.isBlank() && row.damage() == null;
            if (below && !Words.isTotal(row.firstText()) && !row.cells().equals(header.cells())) {
                data.add(row);
            }
        }
        return data;
    }

    /** Headers by column. */
    List<String> headers() {
        return header.cells().stream()
                .map(cell -> cell.asText().replaceAll("\\s+", " "))
                .toList();
    }

    /** The columns of data, as many as there are headers. */
    List<ColumnSample> columns() {
        List<ColumnSample> columns = new ArrayList<>();
        header.cells().forEach(cell -> columns.add(new ColumnSample()));
        for (RawRow row : data()) {
            for (int column = 0; column < columns.size(); column++) {
                columns.get(column).add(row.cell(column));
            }
        }
        return columns;
    }

    /** The text above the header: titles often say year and purpose. */
    String title() {
        StringBuilder title = new StringBuilder(name);
        for (RawRow row : rows) {
            if (row.number() < header.number()) {
                row.cells().forEach(cell -> title.append(' ').append(cell.asText()));
            }
        }
        return title.toString();
    }

    private static @Nullable SheetSample find(Sheet sheet, List<RawRow> rows, Vocabulary vocabulary)
            throws IOException {
        RawRow best = null;
        int bestScore = 0;
        for (int i = 0; i < Math.min(rows.size(), HEADER_SEARCH); i++) {
            int score = score(rows.get(i), vocabulary);
            if (score > bestScore) {
                best = rows.get(i);
                bestScore = score;
            }
        }
        return best == null || bestScore < 8
                ? null
                : new SheetSample(sheet.name(), rows, best, bestScore, sheet.merged());
    }

    private static int score(RawRow row, Vocabulary vocabulary) {
        int score = 0;
        for (Cell cell : row.cells()) {
            String text = cell.asText();
            if (text.isEmpty() || text.length() > 40) {
                continue;
            }
            if (MONTHS.monthOrNull(cell, 2000) != null) {
                score += 2;
                continue;
            }
            if (cell instanceof Cell.Text) {
                int best = 0;
                Vocabulary.Title title = Vocabulary.Title.of(text);
                for (Vocabulary.Entry entry : vocabulary.entries()) {
                    best = Math.max(best, Vocabulary.names(title, entry));
                }
                score += best >= 85 ? 6 : best >= 55 ? 3 : 0;
            }
        }
        return score;
    }
}
