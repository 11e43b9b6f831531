// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.file.Book;
import io.fieldback.imports.file.Books;
import io.fieldback.imports.file.FileRefused;
import io.fieldback.imports.mapping.Mapping;
import io.fieldback.schemas.wire.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What a file seems to hold, for someone who has no mapping: which sheet, which row is the header, what each column
 * means. It is a proposal: {@link #toYaml} writes it down to be corrected.
 *
 * @param file the file
 * @param kind what its rows are
 * @param sheets the sheets that hold such rows
 * @param headerRow number of the header row in the first of them
 * @param columns its columns, in order
 * @param remarks what else was noticed, one sentence each
 * @param body the mapping but for its head
 */
public record Guess(
        Path file,
        Kind kind,
        List<String> sheets,
        int headerRow,
        List<ColumnGuess> columns,
        List<Remark> remarks,
        String body) {

    /** What the rows of a sheet are. */
    public enum Kind {
        /** Repair orders. */
        REPAIRS,
        /** Units sold or shipped. */
        SHIPMENTS,
        /** Units in use. */
        POPULATION
    }

    /** Copies the lists. */
    public Guess {
        sheets = List.copyOf(sheets);
        columns = List.copyOf(columns);
        remarks = List.copyOf(remarks);
    }

    /** What a file of repair orders seems to hold. Throws {@link FileRefused} if no sheet looks like a table. */
    public static Guess of(Path file) throws IOException {
        try (Book book = Books.open(file)) {
            Vocabulary vocabulary = Vocabulary.of("repair");
            List<SheetSample> samples = SheetSample.of(book, vocabulary);
            return new RepairGuess(
                            file,
                            vocabulary,
                            best(file, samples),
                            samples,
                            book.sheets().size())
                    .guess();
        }
    }

    /** What a file of sales, shipments or units in use seems to hold. */
    public static Guess sales(Path file) throws IOException {
        try (Book book = Books.open(file)) {
            Vocabulary vocabulary = Vocabulary.of("sales");
            List<SheetSample> samples = SheetSample.of(book, vocabulary);
            return new SalesGuess(
                            file,
                            vocabulary,
                            best(file, samples),
                            samples,
                            book.sheets().size())
                    .guess();
        }
    }

    /**
     * The proposal as a mapping file, to be corrected by hand.
     *
     * @param goLive day before which everything in the file counts as history: the day it was received
     */
    public String toYaml(LocalDate goLive) {
        return MappingText.head(file, goLive) + body;
    }

    /** The proposal as a mapping. */
    public Mapping toMapping(LocalDate goLive) {
        return Mapping.parse(toYaml(goLive), file.getFileName() + ".map.yaml");
    }

    private static SheetSample best(Path file, List<SheetSample> samples) throws FileRefused {
        return samples.stream()
                .max(Comparator.comparingInt((SheetSample sample) ->
                        sample.score() * 50 + Math.min(sample.data().size(), 2_000)))
                .orElseThrow(() -> new FileRefused(
                        file, RejectReason.E_FILE_HEADER, "no row of it looks like a header of a table"));
    }
}
