// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.file.Columns;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of a sheet. */
final class SheetRow implements Row {
    private final String file;
    private final String sheet;
    private final int number;
    private final Header header;
    private final List<Cell> cells;
    private final @Nullable BitSet filled;
    private final Map<String, Cell> extra;
    private final int extraColumn;

    /**
     * Makes one.
     *
     * @param filled columns that took their content from above
     * @param extra cells by name that do not stand in a column of their own: those of an unpivoted row
     * @param extraColumn the column they come from; -1 if none
     */
    SheetRow(
            String file,
            String sheet,
            int number,
            Header header,
            List<Cell> cells,
            @Nullable BitSet filled,
            Map<String, Cell> extra,
            int extraColumn) {
        this.file = file;
        this.sheet = sheet;
        this.number = number;
        this.header = header;
        this.cells = cells;
        this.filled = filled;
        this.extra = extra;
        this.extraColumn = extraColumn;
    }

    /** This row with further cells, which come from one of its columns. */
    SheetRow with(Map<String, Cell> cellsByName, int column) {
        return new SheetRow(file, sheet, number, header, cells, filled, cellsByName, column);
    }

    @Override
    public Cell cell(String column) {
        if (!extra.isEmpty()) {
            Cell cell = extra.get(column);
            if (cell != null) {
                return cell;
            }
        }
        int index = header.column(column);
        if (index >= 0) {
            return index < cells.size() ? cells.get(index) : Cell.EMPTY;
        }
        return switch (column) {
            case "$sheet" -> Cell.text(sheet);
            case "$file" -> Cell.text(file);
            default -> Cell.EMPTY;
        };
    }

    @Override
    public boolean filled(String column) {
        int index = header.column(column);
        return filled != null && index >= 0 && filled.get(index);
    }

    @Override
    public String place() {
        return sheet + "!" + number;
    }

    @Override
    public String place(String column) {
        int index = extra.containsKey(column) ? extraColumn : header.column(column);
        return index < 0 ? place() : sheet + "!" + Columns.letters(index) + number;
    }

    @Override
    public Map<String, Cell> byName() {
        Map<String, Cell> byName = new TreeMap<>();
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                byName.put(header.name(column), cells.get(column));
            }
        }
        return byName;
    }

    @Override
    public String original() {
        return original(header, cells);
    }

    static String original(Header header, List<Cell> cells) {
        ObjectNode original = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                String name = header.text(column);
                original.put(
                        original.has(name) ? name + " " + Columns.letters(column) : name,
                        cells.get(column).asText());
            }
        }
        return original.toString();
    }
}
