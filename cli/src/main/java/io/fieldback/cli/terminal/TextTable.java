// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.terminal;

import io.fieldback.reports.render.DisplayWidth;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table of texts in columns. Nothing is cut: what is printed is what there is. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<String> heads;
    private final List<Boolean> figures;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> heads, List<Boolean> figures) {
        this.heads = List.copyOf(heads);
        this.figures = List.copyOf(figures);
    }

    /** A table of columns; those of figures stand at the right. */
    public static TextTable of(List<String> heads, List<Boolean> figures) {
        return new TextTable(heads, figures);
    }

    /** Adds a row of as many texts as there are columns. */
    public void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Prints heads, a rule, and rows. */
    public void print(PrintWriter out) {
        int[] widths = widths();
        out.println(line(heads, widths));
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            rule.append(i == 0 ? "" : GAP).append("─".repeat(widths[i]));
        }
        out.println(rule);
        for (List<String> row : rows) {
            out.println(line(row, widths));
        }
    }

    private int[] widths() {
        int[] widths = heads.stream().mapToInt(DisplayWidth::of).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - DisplayWidth.of(cells.get(i)));
            line.append(i == 0 ? "" : GAP).append(figures.get(i) ? space + cells.get(i) : cells.get(i) + space);
        }
        return line.toString().stripTrailing();
    }
}
