// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.imports.cell.Cell;
import java.util.Map;

/** One row of a sheet or one foreign record, with its cells by name. */
public interface Row {
    /** The cell of a column, by its name in the mapping or its header; empty if there is no such column. */
    Cell cell(String column);

    /** Whether the cell was empty and took its content from above. */
    boolean filled(String column);

    /** Where the row stands: {@code Jan!12}. */
    String place();

    /** Where the cell of a column stands: {@code Jan!C12}; the place of the row if there is no such column. */
    String place(String column);

    /** All that is in the row, by the names that stay the same when a header changes; no empty ones. */
    Map<String, Cell> byName();

    /** The row as it stood in its source, as JSON. */
    String original();
}
