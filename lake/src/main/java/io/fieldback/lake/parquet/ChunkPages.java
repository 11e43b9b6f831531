// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;

/** The pages of one column in one row group. A page whose checksum does not fit is an error. */
final class ChunkPages implements PageReader {
    private final Path file;
    private final ColumnChunkMetaData chunk;
    private final byte[] bytes;
    private final ByteArrayInputStream in;
    private @Nullable PageHeader next;

    ChunkPages(Path file, ColumnChunkMetaData chunk, byte[] bytes) {
        this.file = file;
        this.chunk = chunk;
        this.bytes = bytes;
        this.in = new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        PageHeader header = peek();
        if (header == null || header.getType() != PageType.DICTIONARY_PAGE) {
            return null;
        }
        BytesInput content = content(header);
        Encoding encoding = encoding(header.getDictionary_page_header().getEncoding());
        return new DictionaryPage(content, header.getDictionary_page_header().getNum_values(), encoding);
    }

    @Override
    public @Nullable DataPage readPage() {
        PageHeader header = peek();
        if (header == null) {
            return null;
        }
        if (header.getType() != PageType.DATA_PAGE) {
            throw failure("it has a page of type " + header.getType(), null);
        }
        DataPageHeader data = header.getData_page_header();
        return new DataPageV1(
                content(header),
                data.getNum_values(),
                header.getUncompressed_page_size(),
                Statistics.noopStats(chunk.getPrimitiveType()),
                encoding(data.getRepetition_level_encoding()),
                encoding(data.getDefinition_level_encoding()),
                encoding(data.getEncoding()));
    }

    @Override
    public long getTotalValueCount() {
        return chunk.getValueCount();
    }

    private @Nullable PageHeader peek() {
        if (next == null && in.available() > 0) {
            try {
                next = Util.readPageHeader(in);
            } catch (IOException e) {
                throw failure("a page header is damaged", e);
            }
        }
        return next;
    }

    /** What is in the page whose header was peeked; the next page follows. */
    private BytesInput content(PageHeader header) {
        int from = bytes.length - in.available();
        int length = header.getCompressed_page_size();
        if (length > in.available()) {
            throw failure("a page is cut off", null);
        }
        in.skip(length);
        next = null;
        checkSum(header, from, length);
        return switch (chunk.getCodec()) {
            case ZSTD ->
                BytesInput.from(Zstd.decompress(
                        Arrays.copyOfRange(bytes, from, from + length), header.getUncompressed_page_size()));
            case UNCOMPRESSED -> BytesInput.from(bytes, from, length);
            case SNAPPY, GZIP, LZO, BROTLI, LZ4, LZ4_RAW ->
                throw failure("it is compressed by " + chunk.getCodec() + ", and only ZSTD is read", null);
        };
    }

    private void checkSum(PageHeader header, int from, int length) {
        if (header.isSetCrc()) {
            CRC32 sum = new CRC32();
            sum.update(bytes, from, length);
            if ((int) sum.getValue() != header.getCrc()) {
                throw failure("a page is damaged", null);
            }
        }
    }

    private UncheckedIOException failure(String why, @Nullable IOException cause) {
        String message = "Cannot read column " + chunk.getPath() + " of " + file + ": " + why;
        return new UncheckedIOException(message, cause == null ? new IOException(why) : cause);
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
        return Encoding.valueOf(encoding.name());
    }
}
