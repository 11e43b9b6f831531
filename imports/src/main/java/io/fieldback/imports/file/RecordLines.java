// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

import java.io.IOException;
import java.nio.file.Path;

/** The records of an NDJSON file, gzipped or not. */
public final class RecordLines {
    private RecordLines() {}

    /** Takes a record. */
    public interface Taker {
        /** Takes the bytes of a line; {@code number} counts from 1. */
        void record(int number, byte[] bytes) throws IOException;
    }

    /** Hands over the lines of a file, in order. */
    public static void read(Path file, Taker taker) throws IOException {
        try (TextLines lines = TextLines.open(file, TextLines.Encoding.UTF_8)) {
            for (TextLines.Line line = lines.next(); line != null; line = lines.next()) {
                taker.record(line.number(), line.bytes());
            }
        }
    }
}
