// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import io.fieldback.schemas.table.Table;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads Parquet files of a table back as rows, without DuckDB and without Hadoop. */
public final class TableReader {
    private TableReader() {}

    /**
     * Reads a file from its first row to its last.
     *
     * @param projection the columns wanted, in that order, nested ones with the children wanted; what the file lacks is
     *     null
     */
    public static void read(Path file, Table projection, Consumer<@Nullable Object[]> rows) {
        throw new UnsupportedOperationException("Cannot read " + file + " as " + projection.name() + " for " + rows);
    }
}
