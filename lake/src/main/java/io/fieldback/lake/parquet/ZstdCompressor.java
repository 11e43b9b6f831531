// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compresses pages by ZSTD at level 1; Parquet's own codec needs Hadoop. */
final class ZstdCompressor implements BytesInputCompressor {
    private static final int LEVEL = 1;

    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);

    @Override
    public BytesInput compress(BytesInput bytes) {
        ByteBuffer page =
                bytes.toByteBuffer(new HeapByteBufferAllocator(), unused -> {}).duplicate();
        byte[] plain = new byte[page.remaining()];
        page.get(plain);
        return BytesInput.from(context.compress(plain));
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
