// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.showcase;

import io.fieldback.cli.terminal.Messages;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.terminal.TextTable;
import io.fieldback.imports.guess.ColumnGuess;
import java.util.List;
import java.util.stream.Stream;

/** Shows what a sheet was taken for. */
public final class GuessText {
    private static final int SAMPLE = 28;

    private GuessText() {}

    /** Prints sheet, header row, and each column with field, sample, and whether the guess is sure. */
    public static void print(Session session, TriedSheet sheet) {
        Messages messages = session.messages();
        session.out()
                .println(messages.text(
                        "try.guess",
                        sheet.file().getFileName(),
                        String.join(", ", sheet.guess().sheets()),
                        sheet.guess().headerRow()));
        TextTable table = TextTable.of(
                Stream.of("column", "header", "field", "sample", "sure")
                        .map(key -> messages.text("try.heading." + key))
                        .toList(),
                List.of(false, false, false, false, false));
        for (ColumnGuess column : sheet.guess().columns()) {
            table.add(List.of(
                    column.column(),
                    oneLine(column.header()),
                    column.meaning().isEmpty() ? "–" : column.meaning(),
                    oneLine(Sample.of(column)),
                    messages.text(TrialReport.sureness(column))));
        }
        table.print(session.out());
        sheet.guess().remarks().forEach(remark -> session.out().println(remark.in(messages.locale())));
        session.out()
                .println(messages.text(
                        sheet.corrected() ? "try.mapping.kept" : "try.mapping.written", sheet.mappingFile()));
        session.out().println();
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= SAMPLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SAMPLE - 1)) + "…";
    }
}
