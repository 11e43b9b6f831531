// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

import java.io.IOException;
import java.util.List;

/** One sheet of a book, or a CSV file as a whole. It can be read any number of times. */
public interface Sheet {
    /** Its name; that of the file for a CSV file. */
    String name();

    /** Whether it is hidden on the screen. */
    boolean hidden();

    /** Whether each row must have as many values as the header, as in a CSV file. */
    default boolean fixedWidth() {
        return false;
    }

    /** Its merged cells, in the order of their first rows. */
    List<Merged> merged() throws IOException;

    /** Hands over its rows, in order. */
    void read(Rows rows) throws IOException;

    /** Takes the rows of a sheet. */
    interface Rows {
        /** Takes a row; false stops the reading. */
        boolean take(RawRow row) throws IOException;
    }

    /**
     * A block of merged cells; only the first holds content.
     *
     * @param firstRow from 1
     * @param lastRow from 1
     * @param firstColumn from 0
     * @param lastColumn from 0
     */
    record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {}
}
