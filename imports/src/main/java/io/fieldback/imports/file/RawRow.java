// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

import io.fieldback.imports.cell.Cell;
import io.fieldback.schemas.wire.RejectReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet as it stands there.
 *
 * @param number of the row, from 1, as a spreadsheet program shows it
 * @param cells from the first column on; columns behind the last one are empty
 * @param hidden whether it is hidden or filtered away on the screen; it is read all the same
 * @param damage what is wrong with the row as a whole, if anything is
 */
public record RawRow(
        int number,
        List<Cell> cells,
        boolean hidden,
        @Nullable Damage damage) {
    /** A row that cannot be read. */
    public record Damage(RejectReason reason, String detail) {}

    /** The cell of a column, counted from 0. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** Whether no cell holds anything. */
    public boolean isBlank() {
        for (Cell cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The text of the first cell that holds something. */
    public String firstText() {
        for (Cell cell : cells) {
            if (!cell.isEmpty()) {
                return cell.asText();
            }
        }
        return "";
    }
}
