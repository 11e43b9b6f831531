// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

import io.fieldback.imports.cell.Cell;
import io.fieldback.schemas.wire.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines with values between separators. The reader is our own: a quote that never ends must cost one row and
 * not the rest of the file, and rows must be told by the line they start on; no parser at hand did both.
 */
final class CsvBook implements Book {
    /** How far a quoted value may reach. */
    private static final int MAX_QUOTED = 64 << 10;

    private final Path file;
    private final TextLines.Encoding encoding;
    private final char separator;

    private CsvBook(Path file, TextLines.Encoding encoding, char separator) {
        this.file = file;
        this.encoding = encoding;
        this.separator = separator;
    }

    static CsvBook open(Path file) throws IOException {
        TextLines.Encoding encoding = TextLines.detect(file);
        List<String> sample = new ArrayList<>();
        try (TextLines lines = TextLines.open(file, encoding)) {
            for (TextLines.Line line = lines.next(); line != null && sample.size() < 50; line = lines.next()) {
                if (line.text() != null && line.text().indexOf('\0') >= 0) {
                    throw new FileRefused(file, RejectReason.E_FILE_FORMAT, "it holds bytes that no table has");
                }
                if (line.text() != null && !line.text().isBlank()) {
                    sample.add(line.text());
                }
            }
        }
        return new CsvBook(file, encoding, Separators.find(sample));
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new CsvSheet());
    }

    @Override
    public List<String> warnings() {
        return encoding == TextLines.Encoding.MIXED ? List.of("W_ENC_MIXED") : List.of();
    }

    @Override
    public void close() {
        // Nothing is held open between readings.
    }

    private final class CsvSheet implements Sheet {
        @Override
        public String name() {
            String name = String.valueOf(file.getFileName());
            String unzipped = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
            int dot = unzipped.lastIndexOf('.');
            return dot > 0 ? unzipped.substring(0, dot) : unzipped;
        }

        @Override
        public boolean hidden() {
            return false;
        }

        @Override
        public boolean fixedWidth() {
            return true;
        }

        @Override
        public List<Merged> merged() {
            return List.of();
        }

        @Override
        public void read(Rows rows) throws IOException {
            try (TextLines lines = TextLines.open(file, encoding)) {
                Deque<TextLines.Line> again = new ArrayDeque<>();
                while (true) {
                    TextLines.Line line = again.isEmpty() ? lines.next() : again.poll();
                    if (line == null) {
                        return;
                    }
                    if (line.number() == 1 && line.text() != null && line.text().startsWith("sep=")) {
                        if (!rows.take(new RawRow(1, List.of(), false, null))) {
                            return;
                        }
                        continue;
                    }
                    if (!rows.take(row(line, lines, again))) {
                        return;
                    }
                }
            }
        }
    }

    private RawRow row(TextLines.Line first, TextLines lines, Deque<TextLines.Line> again) throws IOException {
        if (first.text() == null) {
            return undecodable(first);
        }
        StringBuilder record = new StringBuilder(first.text());
        List<TextLines.Line> taken = new ArrayList<>();
        List<Cell> cells = split(record);
        while (cells == null) {
            TextLines.Line next = record.length() > MAX_QUOTED ? null : again.isEmpty() ? lines.next() : again.poll();
            if (next == null || next.text() == null) {
                if (next != null) {
                    taken.add(next);
                }
                // The lines taken so far are read again, each as a row of its own: one bad quote costs one row.
                for (int i = taken.size() - 1; i >= 0; i--) {
                    again.addFirst(taken.get(i));
                }
                return new RawRow(
                        first.number(),
                        List.of(Cell.text(first.text())),
                        false,
                        new RawRow.Damage(RejectReason.E_CSV_QUOTE, "a quote that never ends"));
            }
            taken.add(next);
            record.append('\n').append(next.text());
            // Only a line with a quote can end the quoted value.
            cells = next.text().indexOf('"') < 0 ? null : split(record);
        }
        return new RawRow(first.number(), cells, false, null);
    }

    private static RawRow undecodable(TextLines.Line line) {
        byte[] bytes = line.bytes();
        String hex = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 4096));
        return new RawRow(
                line.number(),
                List.of(Cell.text("hex:" + hex)),
                false,
                new RawRow.Damage(RejectReason.E_ENC_INVALID, "bytes that are neither UTF-8 nor GB18030 text"));
    }

    /** The values of a record, or null if a quote in it is still open. */
    private @Nullable List<Cell> split(CharSequence record) {
        List<Cell> cells = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        boolean atStart = true;
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            if (quoted) {
                if (c != '"') {
                    value.append(c);
                } else if (i + 1 < record.length() && record.charAt(i + 1) == '"') {
                    value.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && atStart) {
                quoted = true;
                value.setLength(0);
                atStart = false;
            } else if (c == separator) {
                cells.add(Cell.text(value.toString()));
                value.setLength(0);
                atStart = true;
            } else {
                value.append(c);
                atStart &= c == ' ';
            }
        }
        cells.add(Cell.text(value.toString()));
        return quoted ? null : cells;
    }
}
