// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a text file. Each is decoded strictly: bytes that are no text are said to be none, never replaced. */
final class TextLines implements Closeable {
    static final Charset GB18030 = Charset.forName("GB18030");
    /** Longest line that is decoded; what is longer is no line of a table. */
    private static final int MAX_LINE = 1 << 20;

    private final InputStream in;
    private final Encoding encoding;
    private int number;
    private int pushedBack = -1;

    /** How the lines of a file are encoded. */
    enum Encoding {
        UTF_8,
        GB18030,
        /** Each line is one or the other. */
        MIXED,
        UTF_16LE,
        UTF_16BE
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param text without the line end; null if the bytes are no text, or too many
     * @param bytes as they stand in the file, up to the longest line
     */
    record Line(int number, @Nullable String text, byte[] bytes) {}

    private TextLines(InputStream in, Encoding encoding) {
        this.in = in;
        this.encoding = encoding;
    }

    static TextLines open(Path file, Encoding encoding) throws IOException {
        InputStream in = Books.bytes(file);
        in.mark(3);
        byte[] head = in.readNBytes(3);
        boolean utf8Mark =
                head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        boolean utf16Mark = head.length >= 2
                && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                        || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
        if (!utf8Mark) {
            in.reset();
            in.skipNBytes(utf16Mark ? 2 : 0);
        }
        return new TextLines(in, encoding);
    }

    /** Finds the encoding by reading the file through. */
    static Encoding detect(Path file) throws IOException {
        try (InputStream in = Books.bytes(file)) {
            byte[] head = in.readNBytes(4);
            if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
                return Encoding.UTF_16LE;
            }
            if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
                return Encoding.UTF_16BE;
            }
        }
        long utf8 = 0;
        long gb = 0;
        try (TextLines lines = open(file, Encoding.MIXED)) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (isAscii(line.bytes())) {
                    continue;
                }
                String text = decode(line.bytes(), StandardCharsets.UTF_8);
                if (text == null) {
                    gb += decode(line.bytes(), GB18030) == null ? 0 : 1;
                } else if (!mayBeGb(text)) {
                    utf8++;
                }
            }
        }
        if (gb == 0) {
            return Encoding.UTF_8;
        }
        return utf8 * 20 < gb ? Encoding.GB18030 : Encoding.MIXED;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        byte[] bytes = encoding == Encoding.UTF_16LE || encoding == Encoding.UTF_16BE ? wide() : narrow();
        if (bytes == null) {
            return null;
        }
        number++;
        return new Line(number, bytes.length >= MAX_LINE ? null : text(bytes), bytes);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable String text(byte[] bytes) {
        return switch (encoding) {
            case UTF_8 -> decode(bytes, StandardCharsets.UTF_8);
            case GB18030 -> decode(bytes, GB18030);
            case MIXED -> {
                String text = decode(bytes, StandardCharsets.UTF_8);
                String other = text == null || mayBeGb(text) ? decode(bytes, GB18030) : null;
                yield other != null ? other : text;
            }
            case UTF_16LE -> decode(bytes, StandardCharsets.UTF_16LE);
            case UTF_16BE -> decode(bytes, StandardCharsets.UTF_16BE);
        };
    }

    /** Short GBK text is UTF-8 by chance, but then of two-byte characters only: 漏水 reads as ©ˮ. Chinese takes three. */
    private static boolean mayBeGb(String text) {
        return text.chars().allMatch(c -> c < 0x800);
    }

    private byte @Nullable [] narrow() throws IOException {
        int b = read();
        if (b < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (; b >= 0 && b != '\n' && b != '\r'; b = read()) {
            if (line.size() < MAX_LINE) {
                line.write(b);
            }
        }
        if (b == '\r') {
            int after = read();
            if (after != '\n') {
                pushedBack = after;
            }
        }
        return line.toByteArray();
    }

    private byte @Nullable [] wide() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean any = false;
        while (true) {
            int first = in.read();
            int second = in.read();
            if (second < 0) {
                return any ? line.toByteArray() : null;
            }
            any = true;
            int unit = encoding == Encoding.UTF_16LE ? second << 8 | first : first << 8 | second;
            if (unit == '\n') {
                return line.toByteArray();
            }
            if (unit != '\r' && line.size() < MAX_LINE) {
                line.write(first);
                line.write(second);
            }
        }
    }

    private int read() throws IOException {
        if (pushedBack >= 0) {
            int b = pushedBack;
            pushedBack = -1;
            return b;
        }
        return in.read();
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String decode(byte[] bytes, Charset charset) {
        if (isAscii(bytes) && !charset.name().startsWith("UTF-16")) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
