// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An event file, known by its content: the same bytes under another name are the same file.
 *
 * @param path where it lies
 * @param seenIn name and start of the content's SHA-256
 * @param skip records that an earlier run has read
 */
public record EventFile(String path, String seenIn, long skip) implements Serializable {
    /** Reads a file once to know it. Throws if it cannot be read. */
    public static EventFile of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("Cannot read events " + file + ": there is no such file");
        }
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash " + file + ": this Java lacks SHA-256", e);
        }
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        String hash = HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        return new EventFile(file.toAbsolutePath().normalize().toString(), file.getFileName() + "@" + hash, 0);
    }

    /** The part of {@link #seenIn()} that its content gives. */
    public static String contentOf(String seenIn) {
        return seenIn.substring(seenIn.lastIndexOf('@') + 1);
    }

    /** The same file, read from record {@code skip} on, under the name it was first seen by. */
    public EventFile resumed(String firstSeenIn, long from) {
        return new EventFile(path, firstSeenIn, from);
    }
}
