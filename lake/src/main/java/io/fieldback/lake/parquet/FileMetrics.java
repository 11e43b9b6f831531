// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.util.UnicodeUtil;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** What a scan may skip a file by, gathered from the footer over all row groups. */
final class FileMetrics {
    /** Characters of a text that a bound keeps, as Iceberg does. */
    private static final int TEXT_BOUND = 16;

    private final Map<Integer, Long> bytes = new TreeMap<>();
    private final Map<Integer, Long> values = new TreeMap<>();
    private final Map<Integer, Long> nulls = new TreeMap<>();
    private final Map<Integer, Statistics<?>> statistics = new TreeMap<>();
    private final Set<Integer> unbounded = new HashSet<>();

    private FileMetrics() {}

    static WrittenFile of(String table, Path file, long rows, long size, ParquetMetadata footer) {
        FileMetrics metrics = new FileMetrics();
        MessageType schema = footer.getFileMetaData().getSchema();
        for (BlockMetaData block : footer.getBlocks()) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                metrics.add(chunk, schema.getMaxRepetitionLevel(chunk.getPath().toArray()) > 0);
            }
        }
        Map<Integer, byte[]> lower = new TreeMap<>();
        Map<Integer, byte[]> upper = new TreeMap<>();
        metrics.bounds(lower, upper);
        return new WrittenFile(
                table,
                WrittenFile.relative(table, file),
                rows,
                size,
                metrics.bytes,
                metrics.values,
                metrics.nulls,
                lower,
                upper);
    }

    private void add(ColumnChunkMetaData chunk, boolean repeated) {
        int id = chunk.getPrimitiveType().getId().intValue();
        Statistics<?> found = chunk.getStatistics();
        bytes.merge(id, chunk.getTotalSize(), Long::sum);
        values.merge(id, chunk.getValueCount(), Long::sum);
        nulls.merge(id, found.getNumNulls(), Long::sum);
        if (repeated || (!found.hasNonNullValue() && found.getNumNulls() < chunk.getValueCount())) {
            unbounded.add(id);
        } else if (statistics.containsKey(id)) {
            statistics.get(id).mergeStatistics(found);
        } else {
            statistics.put(id, found.copy());
        }
    }

    private void bounds(Map<Integer, byte[]> lower, Map<Integer, byte[]> upper) {
        statistics.forEach((id, found) -> {
            if (unbounded.contains(id) || !found.hasNonNullValue()) {
                return;
            }
            if (found.type().getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
                // The plain encoding of Parquet's numbers is Iceberg's single-value form.
                lower.put(id, found.getMinBytes());
                upper.put(id, found.getMaxBytes());
            } else if (found.type().getLogicalTypeAnnotation()
                    instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation) {
                String least = new String(found.getMinBytes(), UTF_8);
                String greatest = new String(found.getMaxBytes(), UTF_8);
                lower.put(id, UnicodeUtil.truncateStringMin(least, TEXT_BOUND).getBytes(UTF_8));
                // There is no text above one that consists of greatest characters only.
                String above = UnicodeUtil.truncateStringMax(greatest, TEXT_BOUND);
                if (above != null) {
                    upper.put(id, above.getBytes(UTF_8));
                }
            }
        });
    }
}
