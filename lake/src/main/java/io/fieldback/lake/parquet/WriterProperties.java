// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Table;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ParquetProperties;

/** How a table's columns are encoded: a dictionary where its definition says that values repeat. */
final class WriterProperties {
    private WriterProperties() {}

    static ParquetProperties of(Table table, int statisticsBytes) {
        ParquetProperties.Builder properties = ParquetProperties.builder()
                .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
                .withAllocator(new HeapByteBufferAllocator())
                // Histograms of levels, which no reader of these files asks for, cost as much as the levels.
                .withSizeStatisticsEnabled(false)
                .withStatisticsTruncateLength(statisticsBytes)
                .withColumnIndexTruncateLength(statisticsBytes);
        for (Column column : table.columns()) {
            encode(column.name(), column, properties);
        }
        return properties.build();
    }

    private static void encode(String path, Column column, ParquetProperties.Builder properties) {
        switch (column.type()) {
            case STRUCT -> column.children().forEach(child -> encode(path + "." + child.name(), child, properties));
            case LIST -> encode(path + ".list.element", column.children().get(0), properties);
            case TEXT, LONG, DOUBLE, BOOLEAN, DATE, TIMESTAMP, BYTES ->
                properties.withDictionaryEncoding(path, column.dictionary());
        }
    }
}
