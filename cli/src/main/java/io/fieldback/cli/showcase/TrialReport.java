// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.showcase;

import io.fieldback.cli.terminal.Messages;
import io.fieldback.imports.ImportSummary;
import io.fieldback.imports.ImportSummary.SheetLine;
import io.fieldback.imports.guess.ColumnGuess;
import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Block.Grid;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Heading;
import io.fieldback.reports.content.Heading.Kind;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The overview of a trial, with what was made of the sheet itself: its rows and its columns. */
final class TrialReport {
    private final Messages messages;

    private TrialReport(Messages messages) {
        this.messages = messages;
    }

    /** Adds to an overview what became of every row, and what each column was taken for. */
    static Report of(Report overview, List<TriedSheet> sheets, List<ImportSummary> summaries, Messages messages) {
        TrialReport trial = new TrialReport(messages);
        List<Section> sections = new ArrayList<>(overview.sections());
        sections.add(trial.rows(summaries));
        sheets.forEach(sheet -> sections.add(trial.columns(sheet, sheets.indexOf(sheet))));
        return new Report(
                overview.name(),
                overview.language(),
                overview.title(),
                overview.takeaway(),
                overview.refused(),
                sections,
                overview.notes());
    }

    private Section rows(List<ImportSummary> summaries) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<Finding> where = new ArrayList<>();
        for (ImportSummary summary : summaries) {
            for (SheetLine line : summary.sheets()) {
                rows.add(Arrays.asList(
                        line.file(),
                        line.sheet(),
                        line.read(),
                        line.mapped(),
                        line.rejected(),
                        line.skipped().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        reasons(line.skipped())));
            }
            if (!summary.examples().isEmpty()) {
                where.add(Finding.plain(messages.text("try.refused", String.join("; ", summary.examples()))));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Grid(
                "sheet_rows",
                messages.text("try.rows.caption"),
                List.of(
                        heading("file", Kind.TEXT),
                        heading("sheet", Kind.TEXT),
                        heading("rows", Kind.COUNT),
                        heading("mapped", Kind.COUNT),
                        heading("refused", Kind.COUNT),
                        heading("skipped", Kind.COUNT),
                        heading("why", Kind.TEXT)),
                rows));
        if (!where.isEmpty()) {
            blocks.add(new Block.Findings(where));
        }
        return new Section("sheet-rows", messages.text("try.rows.title"), blocks);
    }

    private Section columns(TriedSheet sheet, int number) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ColumnGuess column : sheet.guess().columns()) {
            rows.add(Arrays.asList(
                    column.column(),
                    column.header(),
                    column.meaning().isEmpty() ? "–" : column.meaning(),
                    Sample.of(column),
                    messages.text(sureness(column))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Grid(
                "sheet_columns_" + number,
                messages.text("try.columns.caption", sheet.file().getFileName()),
                List.of(
                        heading("column", Kind.TEXT),
                        heading("header", Kind.TEXT),
                        heading("field", Kind.TEXT),
                        heading("sample", Kind.TEXT),
                        heading("sure", Kind.TEXT)),
                rows));
        if (!sheet.guess().remarks().isEmpty()) {
            blocks.add(new Block.Findings(sheet.guess().remarks().stream()
                    .map(remark -> Finding.plain(remark.in(messages.locale())))
                    .toList()));
        }
        return new Section(
                "sheet-columns-" + number,
                messages.text("try.columns.title", sheet.file().getFileName()),
                blocks);
    }

    /** The key of the word for how sure a guess is. */
    static String sureness(ColumnGuess column) {
        if (column.meaning().isEmpty()) {
            return "try.unread";
        }
        return column.sure() ? "try.sure" : "try.unsure";
    }

    private Heading heading(String key, Kind kind) {
        return new Heading(key, messages.text("try.heading." + key), kind);
    }

    private String reasons(Map<String, Long> skipped) {
        return skipped.entrySet().stream()
                .map(entry -> messages.textOr("skipped." + entry.getKey(), entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
