// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** ZSTD at level 1 for pages; Parquet's own codecs need Hadoop. Files without compression are read as well. */
final class ZstdCodecs implements CompressionCodecFactory {
    private static final int LEVEL = 1;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("Cannot compress pages by " + codec + ": only ZSTD is written");
        }
        return new Compressor();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        if (codec == CompressionCodecName.ZSTD) {
            return new Decompressor();
        }
        throw new IllegalArgumentException("Cannot decompress pages of " + codec + ": only ZSTD is read");
    }

    @Override
    public void release() {}

    private static byte[] array(BytesInput bytes) {
        ByteBuffer buffer =
                bytes.toByteBuffer(new HeapByteBufferAllocator(), unused -> {}).duplicate();
        byte[] array = new byte[buffer.remaining()];
        buffer.get(array);
        return array;
    }

    private static final class Compressor implements BytesInputCompressor {
        private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);

        @Override
        public BytesInput compress(BytesInput bytes) {
            return BytesInput.from(context.compress(array(bytes)));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {
            context.close();
        }
    }

    private static final class Decompressor implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) {
            return BytesInput.from(Zstd.decompress(array(bytes), size));
        }

        @Override
        public void decompress(ByteBuffer from, int fromSize, ByteBuffer to, int toSize) {
            byte[] compressed = new byte[fromSize];
            from.get(compressed);
            to.put(Zstd.decompress(compressed, toSize));
        }

        @Override
        public void release() {}
    }
}
