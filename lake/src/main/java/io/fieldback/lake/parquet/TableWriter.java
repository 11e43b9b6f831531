// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import io.fieldback.schemas.table.Table;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of a table into one Parquet file, column by column. The file counts once {@link #finish} has returned and
 * an epoch names it; closed before that, it is deleted. Not thread-safe.
 */
public final class TableWriter implements Closeable {
    /** Buffered bytes at which a row group goes to the file. */
    private static final long ROW_GROUP_BYTES = 32L << 20;
    /** Rows at which it does: DuckDB reads row groups in parallel. */
    private static final long ROW_GROUP_ROWS = 250_000;
    /** The size of a row group is looked at each time so many rows were written. */
    private static final long CHECK_ROWS = 1_000;
    /** Longest text whose ends are kept in the statistics of the file, bytes. */
    private static final int STATISTICS_BYTES = 64;

    private final Table table;
    private final Path file;
    private final MessageType schema;
    private final ParquetProperties properties;
    private final ParquetFileWriter out;
    private final ZstdCompressor compressor = new ZstdCompressor();
    private final List<CellWriter> cells;
    private ColumnChunkPageWriteStore pages;
    private ColumnWriteStore columns;
    private int rowGroup;
    private long rows;
    private long rowsInGroup;
    private boolean broken;
    private boolean ended;

    /**
     * Creates the file, which must not exist, and its folder, which may.
     *
     * @param ids field ids of the table, from its warehouse
     * @param file {@code <warehouse>/<table>/data/<name>.parquet}
     */
    public TableWriter(Table table, FieldIds ids, Path file) {
        this.table = table;
        this.file = file;
        WrittenFile.checkPlace(table.name(), file);
        this.schema = ParquetSchema.of(table, ids);
        this.properties = WriterProperties.of(table, STATISTICS_BYTES);
        this.cells = CellWriters.of(table, schema);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.out = new ParquetFileWriter(
                    new LocalOutputFile(file),
                    schema,
                    ParquetFileWriter.Mode.CREATE,
                    ROW_GROUP_BYTES,
                    0,
                    null,
                    properties);
            this.out.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + file + ": " + e, e);
        }
        this.pages = newPages();
        this.columns = newColumns();
    }

    /**
     * Adds a row: one value for each column, of the class that its type names. A value that does not fit is an error
     * that names the column; the file cannot be finished after it.
     */
    public void write(@Nullable Object[] row) {
        if (row.length != cells.size()) {
            throw new IllegalArgumentException(
                    "Cannot write " + table.name() + ": a row has " + cells.size() + " values, not " + row.length);
        }
        broken = true;
        for (int i = 0; i < row.length; i++) {
            cells.get(i).write(row[i], 0, 0);
        }
        columns.endRecord();
        broken = false;
        rows++;
        rowsInGroup++;
        if (rowsInGroup % CHECK_ROWS == 0
                && (rowsInGroup >= ROW_GROUP_ROWS || columns.getBufferedSize() >= ROW_GROUP_BYTES)) {
            flush();
            pages = newPages();
            columns = newColumns();
        }
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    /** Size of the file so far with what is still buffered, bytes; an estimate that is rather too large. */
    public long bytes() {
        try {
            return out.getPos() + columns.getBufferedSize();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell the size of " + file + ": " + e, e);
        }
    }

    /** Completes the file and forces it to disk. */
    public WrittenFile finish() {
        if (broken || ended) {
            throw new IllegalStateException(
                    "Cannot finish " + file + ": " + (ended ? "it is closed" : "a row was refused half-way"));
        }
        try {
            flush();
            out.end(Map.of());
            force(file);
            ended = true;
            compressor.release();
            return FileMetrics.of(table.name(), file, rows, Files.size(file), out.getFooter());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot finish " + file + ": " + e, e);
        }
    }

    /** Deletes the file, unless it is finished. */
    @Override
    public void close() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        columns.close();
        pages.close();
        compressor.release();
        out.abort();
        out.close();
        Files.deleteIfExists(file);
    }

    private void flush() {
        try {
            if (rowsInGroup > 0) {
                out.startBlock(rowsInGroup);
                columns.flush();
                pages.flushToFileWriter(out);
                out.endBlock();
                rowGroup++;
                rowsInGroup = 0;
            }
            columns.close();
            pages.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e, e);
        }
    }

    private ColumnChunkPageWriteStore newPages() {
        return ColumnChunkPageWriteStore.builder()
                .withCompressorProvider(column -> compressor)
                .withSchema(schema)
                .withAllocator(new HeapByteBufferAllocator())
                .withColumnIndexTruncateLength(STATISTICS_BYTES)
                .withPageWriteChecksumEnabled(true)
                .withRowGroupOrdinal(rowGroup)
                .build();
    }

    private ColumnWriteStore newColumns() {
        ColumnWriteStore store = properties.newColumnWriteStore(schema, pages, pages);
        cells.forEach(cell -> cell.open(store));
        return store;
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
