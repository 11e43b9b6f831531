// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import org.apache.parquet.column.ColumnWriteStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of one column into the leaf columns below it. Parquet flattens nesting into two numbers beside each
 * leaf value: the repetition level says which list the value continues, the definition level how much of its path is
 * there.
 */
sealed interface CellWriter permits LeafWriter, ListWriter, StructWriter {
    /** Points the leaves at the buffers of a new row group. */
    void open(ColumnWriteStore store);

    /** Writes one value; {@code definition} is the level of the parent, which is there. */
    void write(@Nullable Object value, int repetition, int definition);

    /** Writes that an ancestor is missing; {@code definition} is the level of the last one that is there. */
    void absent(int repetition, int definition);
}
