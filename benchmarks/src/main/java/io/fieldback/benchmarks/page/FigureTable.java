// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of the page: the first column is text, the others are figures. */
public final class FigureTable {
    private final List<String> lines = new ArrayList<>();

    /** A table with these columns. */
    public FigureTable(String... columns) {
        lines.add("| " + String.join(" | ", columns) + " |");
        lines.add("|---|" + String.join("", Collections.nCopies(columns.length - 1, "---:|")));
    }

    /** Adds a row. */
    public FigureTable row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    /** As Markdown, with an empty line behind. */
    @Override
    public String toString() {
        return String.join("\n", lines) + "\n\n";
    }
}
