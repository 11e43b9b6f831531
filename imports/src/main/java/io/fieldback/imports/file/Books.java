// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

import io.fieldback.schemas.wire.RejectReason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Tells by its first bytes what a file is, whatever its name says. */
public final class Books {
    private Books() {}

    /** What a file can be. */
    public enum Format {
        /** A workbook of the Office Open XML kind. */
        XLSX,
        /** Lines of values between separators. */
        CSV,
        /** Lines of JSON objects. */
        NDJSON
    }

    /** What this file is. Throws {@link FileRefused} for one that Fieldback does not read. */
    public static Format format(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        byte[] head = head(file);
        if (head.length == 0) {
            throw new FileRefused(file, RejectReason.E_FILE_INCOMPLETE, "it is empty");
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return Format.XLSX;
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new FileRefused(
                    file,
                    RejectReason.E_FILE_FORMAT,
                    "it is an old .xls workbook or one with a password; save it as .xlsx without a password");
        }
        if (starts(head, '%', 'P', 'D', 'F')) {
            throw new FileRefused(file, RejectReason.E_FILE_FORMAT, "it is a PDF, not a table");
        }
        for (int i = 0; i < head.length; i++) {
            int c = head[i] & 0xff;
            if (c == '{') {
                return Format.NDJSON;
            }
            if (c > ' ' && c != 0xEF && c != 0xBB && c != 0xBF) {
                break;
            }
        }
        return Format.CSV;
    }

    /** Opens a workbook or CSV file. */
    public static Book open(Path file) throws IOException {
        return switch (format(file)) {
            case XLSX -> XlsxBook.open(file);
            case CSV -> CsvBook.open(file);
            case NDJSON -> throw new FileRefused(file, RejectReason.E_FILE_FORMAT, "it holds records, not sheets");
        };
    }

    /** The bytes of a file, unpacked if it is gzipped. */
    public static InputStream bytes(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        raw.mark(2);
        boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return zipped ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = bytes(file)) {
            return in.readNBytes(4096);
        } catch (java.io.EOFException | java.util.zip.ZipException e) {
            throw new FileRefused(file, RejectReason.E_FILE_INCOMPLETE, "it breaks off: " + e.getMessage());
        }
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
