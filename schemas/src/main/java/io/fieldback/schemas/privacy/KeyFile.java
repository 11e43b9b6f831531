// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/** A secret in a file: one line of hex or base64, readable by its owner only. */
final class KeyFile {
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private KeyFile() {}

    static byte[] read(Path file) {
        try {
            return decode(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("Cannot read key " + file + ": there is no such file", e);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read key " + file + ": " + e.getMessage(), e);
        }
    }

    /** Reads the key, after making one of 32 random bytes if there is none. Processes that race agree on one key. */
    static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            checkRights(file);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make key " + file + ": " + e.getMessage(), e);
        }
        return read(file);
    }

    /** The bytes of a key written as hex or base64. The text itself never appears in a message. */
    static byte[] decode(String text, String where) {
        String line = text.strip();
        if (HEX.matcher(line).matches()) {
            return HexFormat.of().parseHex(line);
        }
        try {
            return Base64.getDecoder().decode(line.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Cannot read key " + where + ": it is neither hex nor base64");
        }
    }

    private static void make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder)) {
            Files.createDirectories(folder, rights(OWN_FOLDER));
        }
        byte[] secret = new byte[32];
        SecureRandom random = new SecureRandom();
        random.nextBytes(secret);
        byte[] line = (HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII);
        Path draft = file.resolveSibling(file.getFileName() + "." + Long.toHexString(random.nextLong()));
        // Written whole under another name first: whoever finds the file finds all of it.
        Files.createFile(draft, rights(OWN_FILE));
        try {
            Files.write(draft, line, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            appear(draft, file);
        } catch (FileAlreadyExistsException e) {
            // Another process was first: its key is the key.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void appear(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file);
        }
    }

    private static void checkRights(Path file) throws IOException {
        if (!POSIX) {
            return;
        }
        Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        open.retainAll(OTHERS);
        if (!open.isEmpty()) {
            throw new IllegalStateException(
                    "Cannot use key " + file + ": others may read it; take their rights away (chmod 600)");
        }
    }

    private static FileAttribute<?>[] rights(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
