// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.render;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Heading;
import io.fieldback.reports.content.Note;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.Section;
import io.fieldback.reports.content.State;
import io.fieldback.reports.content.Tile;
import io.fieldback.reports.text.Figures;
import io.fieldback.reports.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as text for a terminal. Charts are left out: their tables say the same. */
public final class TerminalReport {
    private static final int WIDEST_CELL = 60;

    private final Report report;
    private final Texts texts;
    private final Figures figures;
    private final int width;
    private final int mostRows;
    private final StringBuilder out = new StringBuilder();

    private TerminalReport(Report report, int width, int mostRows) {
        this.report = report;
        this.texts = Texts.in(report.language());
        this.figures = new Figures(report.language());
        this.width = width;
        this.mostRows = mostRows;
    }

    /** The whole report, its lines no longer than a width where words can be broken. */
    public static String render(Report report, int width) {
        return new TerminalReport(report, width, Integer.MAX_VALUE).text();
    }

    /** The report with at most this many rows of each table; it says how many are left out. */
    public static String summary(Report report, int width, int mostRows) {
        return new TerminalReport(report, width, mostRows).text();
    }

    private String text() {
        line(report.title());
        line("=".repeat(Math.min(width, DisplayWidth.of(report.title()))));
        wrapped(report.takeaway(), "");
        for (Section section : report.sections()) {
            out.append('\n');
            if (!section.title().isEmpty()) {
                line(section.title());
                line("-".repeat(Math.min(width, DisplayWidth.of(section.title()))));
            }
            section.blocks().forEach(this::block);
        }
        if (!report.notes().isEmpty()) {
            out.append('\n');
        }
        for (Note note : report.notes()) {
            wrapped(note.label() + texts.say("colon") + note.text(), "  ");
        }
        return out.toString();
    }

    private void block(Block block) {
        if (block instanceof Block.Findings sentences) {
            sentences.findings().forEach(this::finding);
        } else if (block instanceof Block.Tiles tiles) {
            for (Tile tile : tiles.tiles()) {
                String unit = tile.unit().isEmpty() ? "" : " " + tile.unit();
                String detail = tile.detail().isEmpty() ? "" : "  (" + tile.detail() + ")";
                wrapped(tile.label() + texts.say("colon") + tile.value() + unit + detail, "  ");
            }
        } else if (block instanceof Block.Grid grid) {
            grid(grid);
        }
    }

    private void finding(Finding finding) {
        String headline = finding.headline().isEmpty() ? "" : finding.headline() + texts.say("colon");
        wrapped(mark(finding.state()) + headline + finding.sentence(), "  ");
    }

    private static String mark(State state) {
        return switch (state) {
            case STANDS_OUT -> "■ ";
            case WATCH -> "◆ ";
            case QUIET -> "● ";
            case PLAIN -> "";
        };
    }

    private void grid(Block.Grid grid) {
        out.append('\n');
        List<Heading> headings = grid.headings();
        List<List<String>> lines = new ArrayList<>();
        lines.add(headings.stream().map(Heading::label).toList());
        int shown = Math.min(mostRows, grid.rows().size());
        for (List<@Nullable Object> row : grid.rows().subList(0, shown)) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < headings.size(); i++) {
                cells.add(DisplayWidth.cut(figures.cell(headings.get(i), row.get(i)), WIDEST_CELL));
            }
            lines.add(cells);
        }
        int[] widths = new int[headings.size()];
        for (List<String> cells : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(cells.get(i)));
            }
        }
        if (!grid.caption().isEmpty()) {
            line(grid.caption());
        }
        for (int i = 0; i < lines.size(); i++) {
            line(row(lines.get(i), headings, widths));
            if (i == 0) {
                List<String> rules = new ArrayList<>();
                for (int columnWidth : widths) {
                    rules.add("─".repeat(columnWidth));
                }
                line(row(rules, headings, widths));
            }
        }
        if (shown < grid.rows().size()) {
            line(texts.say("terminal.more-rows", grid.rows().size() - shown));
        }
    }

    private static String row(List<String> cells, List<Heading> headings, int[] widths) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            row.append(i == 0 ? "" : "  ")
                    .append(DisplayWidth.padded(
                            cells.get(i), widths[i], headings.get(i).figures()));
        }
        return row.toString().stripTrailing();
    }

    private void wrapped(String text, String indent) {
        StringBuilder current = new StringBuilder();
        for (String word : text.split("(?<=\\s)|(?<=[\\u3000-\\u303F\\uFF00-\\uFF60])")) {
            if (current.length() > indent.length()
                    && DisplayWidth.of(current.toString().stripTrailing()) + DisplayWidth.of(word.strip()) > width) {
                line(current.toString().stripTrailing());
                current = new StringBuilder(indent);
            }
            current.append(word);
        }
        line(current.toString().stripTrailing());
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
