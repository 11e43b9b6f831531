// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.topics;

import io.fieldback.imports.EventSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/**
 * A file of events. It appears under its name when it is whole. It holds what the customer's sheet holds, names and
 * phones in clear, so only its owner may read it.
 */
final class EventLines implements ImportTarget {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path partial;
    private final OutputStream out;

    private EventLines(Path file, Path partial, OutputStream out) {
        this.file = file;
        this.partial = partial;
        this.out = out;
    }

    static EventLines to(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("Cannot write events " + file + ": there is no folder " + folder);
        }
        Path partial = folder.resolve(whole.getFileName() + ".part");
        Files.deleteIfExists(partial);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        OutputStream plain = new BufferedOutputStream(Files.newOutputStream(partial), BUFFER);
        boolean compressed = whole.toString().endsWith(".gz");
        return new EventLines(
                whole,
                partial,
                compressed ? new BufferedOutputStream(new GZIPOutputStream(plain, BUFFER), BUFFER) : plain);
    }

    @Override
    public EventSink at(Instant receivedAt) {
        return (type, id, json) -> {
            out.write(json);
            out.write('\n');
        };
    }

    @Override
    public Path stateOf(Path mapping) {
        return file.resolveSibling(mapping.getFileName() + ".state.json");
    }

    @Override
    public void finish() throws IOException {
        out.close();
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(partial);
    }
}
