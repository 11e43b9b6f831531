// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.files;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of a stream as their bytes, ended by LF or CR LF. A line beyond the limit is cut there, so memory is bounded. */
final class ByteLines implements Closeable {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private int from;
    private int to;

    /** Lines of at most {@code limit} bytes. */
    ByteLines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line without its end, or null at the end of the stream. */
    byte @Nullable [] next() throws IOException {
        partial.reset();
        boolean any = false;
        while (true) {
            if (from == to) {
                from = 0;
                to = Math.max(0, in.read(buffer));
                if (to == 0) {
                    return any ? line() : null;
                }
            }
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            int length = Math.min(end - from, limit - partial.size());
            if (length > 0) {
                partial.write(buffer, from, length);
            }
            boolean complete = end < to;
            from = complete ? end + 1 : end;
            if (complete) {
                return line();
            }
        }
    }

    private byte[] line() {
        byte[] line = partial.toByteArray();
        int length = line.length;
        return length > 0 && line[length - 1] == '\r' ? java.util.Arrays.copyOf(line, length - 1) : line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
