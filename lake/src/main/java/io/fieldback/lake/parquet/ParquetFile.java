// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/** A Parquet file open for reading: its footer and ranges of its bytes. Parquet's own reader needs Hadoop. */
final class ParquetFile implements Closeable {
    private static final String MAGIC = "PAR1";
    /** At the end of a file: the length of the footer, then the magic. */
    private static final int TAIL = Integer.BYTES + MAGIC.length();

    private final Path path;
    private final FileChannel channel;

    ParquetFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    Path path() {
        return path;
    }

    ParquetMetadata footer() throws IOException {
        long size = channel.size();
        if (size < TAIL + MAGIC.length()) {
            throw new IOException("it is no whole Parquet file, " + size + " bytes");
        }
        ByteBuffer tail = ByteBuffer.wrap(bytes(size - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
        int length = tail.getInt();
        for (int i = 0; i < MAGIC.length(); i++) {
            if (tail.get() != MAGIC.charAt(i)) {
                throw new IOException("it is no whole Parquet file, it does not end with " + MAGIC);
            }
        }
        if (length <= 0 || length > size - TAIL) {
            throw new IOException("its footer has an impossible length, " + length);
        }
        return new ParquetMetadataConverter()
                .readParquetMetadata(
                        new ByteArrayInputStream(bytes(size - TAIL - length, length)),
                        ParquetMetadataConverter.NO_FILTER);
    }

    byte[] bytes(long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("it ends before byte " + (from + length));
            }
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
