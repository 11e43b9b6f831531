// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * A metadata file: it stands at {@code place} and is recorded as {@code location}, which differ once the warehouse has
 * been moved.
 */
record WarehouseFile(String location, Path place) implements InputFile, OutputFile {
    @Override
    public long getLength() {
        try {
            return Files.size(place);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + place + ": " + e, e);
        }
    }

    @Override
    public boolean exists() {
        return Files.exists(place);
    }

    @Override
    public SeekableInputStream newStream() {
        return org.apache.iceberg.Files.localInput(place.toFile()).newStream();
    }

    @Override
    public PositionOutputStream create() {
        return new Durable(org.apache.iceberg.Files.localOutput(place.toFile()).create(), place);
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
        return new Durable(org.apache.iceberg.Files.localOutput(place.toFile()).createOrOverwrite(), place);
    }

    @Override
    public InputFile toInputFile() {
        return this;
    }

    /** Forces the file to disk when it is closed: the catalog must never name one that a power cut took back. */
    private static final class Durable extends PositionOutputStream {
        private final PositionOutputStream out;
        private final Path place;

        Durable(PositionOutputStream out, Path place) {
            this.out = out;
            this.place = place;
        }

        @Override
        public long getPos() throws IOException {
            return out.getPos();
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
            try (FileChannel channel = FileChannel.open(place, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }
}
