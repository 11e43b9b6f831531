// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import io.fieldback.cli.analyze.Input.Line;
import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.file.Book;
import io.fieldback.imports.file.Books;
import io.fieldback.imports.file.FileRefused;
import io.fieldback.imports.file.RawRow;
import io.fieldback.imports.file.Sheet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Reads a file as {@code import} does: CSV of any usual separator and encoding, zipped or not, or a workbook. */
public final class InputFile {
    private static final String STANDARD_INPUT = "-";

    private InputFile() {}

    /**
     * The table of a file.
     *
     * @param file path; {@code -} for standard input
     * @param standardInput read if it is asked for
     */
    public static Input read(String file, InputStream standardInput) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return read(standardInput, "standard input");
        }
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw refused(file, "there is no such file");
        }
        if (Files.isDirectory(path)) {
            throw refused(file, "it is a folder");
        }
        if (!Files.isRegularFile(path)) {
            try (InputStream pipe = Files.newInputStream(path)) {
                return read(pipe, file);
            }
        }
        return read(path, file);
    }

    /** What comes once only is kept while it is read: its encoding is found by reading it through. */
    private static Input read(InputStream stream, String name) throws IOException {
        Path kept = Files.createTempFile("fieldback-analyze", ".csv");
        try {
            Files.copy(stream, kept, StandardCopyOption.REPLACE_EXISTING);
            return read(kept, name);
        } finally {
            Files.delete(kept);
        }
    }

    private static Input read(Path file, String name) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Book book = Books.open(file)) {
            Sheet sheet = book.sheets().get(0);
            sheet.read(row -> add(row, sheet.fixedWidth(), lines, name));
        } catch (FileRefused e) {
            throw refused(name, e.why());
        }
        if (lines.isEmpty()) {
            throw refused(name, "it is empty");
        }
        return new Input(name, lines.get(0).cells(), lines.subList(1, lines.size()));
    }

    private static boolean add(RawRow row, boolean fixedWidth, List<Line> lines, String name) {
        RawRow.Damage damage = row.damage();
        if (damage != null) {
            throw refused(name, "line " + row.number() + ": " + damage.detail());
        }
        if (row.isBlank()) {
            return true;
        }
        List<String> cells = new ArrayList<>();
        for (Cell cell : row.cells()) {
            cells.add(cell.asText());
        }
        if (!lines.isEmpty()) {
            fit(cells, lines.get(0).cells().size(), fixedWidth, row.number(), name);
        }
        lines.add(new Line(row.number(), List.copyOf(cells)));
        return true;
    }

    /** As many cells as the header has: empty ones are not stored in a workbook, and may stand behind in a CSV file. */
    private static void fit(List<String> cells, int columns, boolean fixedWidth, int line, String name) {
        int given = cells.size();
        while (cells.size() > columns && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        while (!fixedWidth && cells.size() < columns) {
            cells.add("");
        }
        if (cells.size() != columns) {
            throw refused(name, "line " + line + " has " + given + " values, the header has " + columns);
        }
    }

    private static IllegalArgumentException refused(String name, String why) {
        return new IllegalArgumentException("Cannot analyze " + name + ": " + why);
    }
}
