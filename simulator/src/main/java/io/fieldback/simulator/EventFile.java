// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a simulation as newline-delimited JSON, compressed if the name ends in {@code .gz}, and its truth beside it in
 * {@code FILE.truth.json}. The file holds names and phones in clear, as real ones would: only its owner may read it.
 */
public final class EventFile {
    private EventFile() {}

    /**
     * What was written.
     *
     * @param lines events
     * @param bytes before compression
     * @param truth the file of the truth
     */
    public record Written(long lines, long bytes, Path truth) {}

    /** Writes the events to {@code out} and the truth beside it; an existing file is replaced once all is written. */
    public static Written write(Simulation simulation, Path out) throws IOException {
        Path partial = out.resolveSibling(out.getFileName() + ".part");
        long lines = 0;
        long bytes = 0;
        try (OutputStream stream = open(partial, out.toString().endsWith(".gz"))) {
            for (SimulatedEvent event : simulation.withoutTombstones()) {
                byte[] json = Objects.requireNonNull(event.json(), event.id());
                stream.write(json);
                stream.write('\n');
                lines++;
                bytes += json.length + 1L;
            }
        }
        Files.move(partial, out, StandardCopyOption.REPLACE_EXISTING);
        Path truth = out.resolveSibling(out.getFileName() + ".truth.json");
        Files.write(truth, simulation.truth().toJson().getBytes(StandardCharsets.UTF_8));
        return new Written(lines, bytes, truth);
    }

    private static OutputStream open(Path file, boolean compressed) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return compressed ? new BufferedOutputStream(new GZIPOutputStream(stream, 1 << 16), 1 << 16) : stream;
    }
}
