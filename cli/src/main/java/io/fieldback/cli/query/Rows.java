// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows to be written: gone through once, in order. */
public interface Rows {
    /** Names of the columns. */
    List<String> names() throws SQLException;

    /** Whether a column, counted from 0, holds figures, which stand at the right. */
    boolean isFigure(int column) throws SQLException;

    /** Goes to the next row; false at the end. */
    boolean next() throws SQLException;

    /** The value of a column, counted from 0, in the row. */
    @Nullable
    Object value(int column) throws SQLException;
}
