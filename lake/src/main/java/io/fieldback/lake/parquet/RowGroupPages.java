// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/** One row group of a file, as far as its columns are wanted. */
final class RowGroupPages implements PageReadStore {
    private final long rows;
    private final Map<List<String>, ChunkPages> chunks = new HashMap<>();

    /** Reads the chunks of the wanted columns, which are named by their paths. */
    RowGroupPages(ParquetFile file, BlockMetaData block, Map<List<String>, LeafValue> wanted) throws IOException {
        this.rows = block.getRowCount();
        for (ColumnChunkMetaData chunk : block.getColumns()) {
            List<String> path = Arrays.asList(chunk.getPath().toArray());
            if (wanted.containsKey(path)) {
                byte[] bytes = file.bytes(chunk.getStartingPos(), Math.toIntExact(chunk.getTotalSize()));
                chunks.put(path, new ChunkPages(file.path(), chunk, bytes));
            }
        }
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
        ChunkPages pages = chunks.get(Arrays.asList(column.getPath()));
        if (pages == null) {
            throw new IllegalArgumentException("Cannot read column " + column + ": it is not among the wanted");
        }
        return pages;
    }

    @Override
    public long getRowCount() {
        return rows;
    }
}
