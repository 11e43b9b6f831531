// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.file.RawRow;
import io.fieldback.imports.file.Sheet;
import io.fieldback.imports.mapping.SheetRule;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills cells that are empty only because the cell above speaks for them: merged ones, and columns the mapping names. */
final class Fill {
    private final int[] downColumns;
    private final Map<Integer, Cell> above = new HashMap<>();
    private final Deque<Sheet.Merged> ahead;
    private final List<Open> open = new ArrayList<>();

    /**
     * A row with its cells filled.
     *
     * @param cells all of them
     * @param columns which took their content from above; null if none did
     */
    record Filled(List<Cell> cells, @Nullable BitSet columns) {}

    /** A merged block whose first row has been read, and what stands there. */
    private record Open(Sheet.Merged block, Cell content) {}

    Fill(SheetRule rule, Header header, Sheet sheet) throws IOException {
        this.downColumns = rule.fillDown().stream()
                .mapToInt(header::column)
                .filter(column -> column >= 0)
                .toArray();
        this.ahead = rule.merged() ? new ArrayDeque<>(sheet.merged()) : new ArrayDeque<>();
    }

    Filled apply(RawRow row) {
        if (downColumns.length == 0 && ahead.isEmpty() && open.isEmpty()) {
            return new Filled(row.cells(), null);
        }
        List<Cell> cells = new ArrayList<>(row.cells());
        BitSet filled = new BitSet();
        merged(row, cells, filled);
        for (int column : downColumns) {
            Cell cell = column < cells.size() ? cells.get(column) : Cell.EMPTY;
            if (cell.isEmpty()) {
                set(cells, filled, column, above.getOrDefault(column, Cell.EMPTY));
            } else {
                above.put(column, cell);
            }
        }
        return new Filled(cells, filled.isEmpty() ? null : filled);
    }

    private void merged(RawRow row, List<Cell> cells, BitSet filled) {
        for (Iterator<Open> each = open.iterator(); each.hasNext(); ) {
            Open current = each.next();
            if (current.block().lastRow() < row.number()) {
                each.remove();
            } else {
                spread(current, row.number(), cells, filled);
            }
        }
        while (!ahead.isEmpty() && ahead.element().firstRow() <= row.number()) {
            Sheet.Merged block = ahead.remove();
            if (block.firstRow() == row.number()) {
                Open current = new Open(block, row.cell(block.firstColumn()));
                spread(current, row.number(), cells, filled);
                if (block.lastRow() > row.number()) {
                    open.add(current);
                }
            }
        }
    }

    private static void spread(Open open, int row, List<Cell> cells, BitSet filled) {
        Sheet.Merged block = open.block();
        // A block over half a sheet is a heading, not a value for each of its columns.
        int last = Math.min(block.lastColumn(), block.firstColumn() + 50);
        for (int column = block.firstColumn(); column <= last; column++) {
            if (row != block.firstRow() || column != block.firstColumn()) {
                set(cells, filled, column, open.content());
            }
        }
    }

    private static void set(List<Cell> cells, BitSet filled, int column, Cell content) {
        if (content.isEmpty()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add(Cell.EMPTY);
        }
        cells.set(column, content);
        filled.set(column);
    }
}
