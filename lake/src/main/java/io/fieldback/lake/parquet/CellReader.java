// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.jspecify.annotations.Nullable;

/** Puts the values of one column together from the leaf columns below it; the counterpart of {@link CellWriter}. */
sealed interface CellReader permits LeafReader, ListReader, MissingReader, StructReader {
    /** Whether the file has the column; if not, every value is null and it has no levels. */
    boolean present();

    /** Points the leaves at a row group. */
    void open(ColumnReadStoreImpl store);

    /** The next value. */
    @Nullable
    Object read();

    /** Goes past the entry that says that an ancestor is missing. */
    void skip();

    /** How much of the next entry's path is there. */
    int definition();

    /** Which list the next entry continues; 0 at a new row and at the end. */
    int repetition();
}
