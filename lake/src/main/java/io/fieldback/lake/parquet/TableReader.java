// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import io.fieldback.schemas.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Reads Parquet files of a table back as rows, without DuckDB and without Hadoop. */
public final class TableReader {
    private TableReader() {}

    /**
     * Reads a file from its first row to its last.
     *
     * @param projection the columns wanted, in that order, nested ones with the children wanted; what the file lacks is
     *     null
     * @param rows takes each row, which is its own to keep
     */
    public static void read(Path file, Table projection, Consumer<@Nullable Object[]> rows) {
        try (ParquetFile source = new ParquetFile(file)) {
            ParquetMetadata footer = source.footer();
            Projection wanted = new Projection(footer.getFileMetaData().getSchema(), projection);
            MessageType present = wanted.schema();
            LeafConverters converters = new LeafConverters(present, List.of(), wanted.leaves());
            String writer = footer.getFileMetaData().getCreatedBy();
            for (BlockMetaData block : footer.getBlocks()) {
                RowGroupPages pages = new RowGroupPages(source, block, wanted.leaves());
                ColumnReadStoreImpl columns = new ColumnReadStoreImpl(pages, converters, present, writer);
                rows(wanted.cells(), columns, pages.getRowCount(), rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void rows(
            List<CellReader> cells, ColumnReadStoreImpl columns, long count, Consumer<@Nullable Object[]> rows) {
        cells.forEach(cell -> cell.open(columns));
        CellReader[] readers = cells.toArray(CellReader[]::new);
        for (long left = count; left > 0; left--) {
            @Nullable Object[] row = new Object[readers.length];
            for (int i = 0; i < readers.length; i++) {
                row[i] = readers[i].read();
            }
            rows.accept(row);
        }
    }
}
