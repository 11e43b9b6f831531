// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** Numbers, texts, times and hashes as few bytes: numbers are of variable length, small ones take one. */
public final class StateBytes {
    private static final HexFormat HEX = HexFormat.of();
    private static final int HASH = 16;
    private static final long MICROS = 1_000_000L;

    private StateBytes() {}

    /** Whether a time has no fraction of a second, as most; none has none. */
    public static boolean whole(@Nullable Instant time) {
        return time == null || time.getNano() == 0;
    }

    /** A time as a number: its seconds if it is told in whole ones, else its microseconds. */
    public static long time(Instant time, boolean whole) {
        long seconds = time.getEpochSecond();
        return whole ? seconds : Math.addExact(Math.multiplyExact(seconds, MICROS), time.getNano() / 1_000);
    }

    /** The time of a number. */
    public static Instant instant(long time, boolean whole) {
        return whole
                ? Instant.ofEpochSecond(time)
                : Instant.ofEpochSecond(Math.floorDiv(time, MICROS), Math.floorMod(time, MICROS) * 1_000);
    }

    /** A content hash of 32 hex digits. */
    public static void writeHash(DataOutputSerializer out, String hash) throws IOException {
        out.write(HEX.parseHex(hash));
    }

    /** A content hash. */
    public static String readHash(DataInputDeserializer in) throws IOException {
        byte[] hash = new byte[HASH];
        in.readFully(hash);
        return HEX.formatHex(hash);
    }

    /** A text or null. */
    public static void writeText(DataOutputSerializer out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeByte(0);
            return;
        }
        byte[] utf8 = text.getBytes(UTF_8);
        writeUnsigned(out, utf8.length + 1L);
        out.write(utf8);
    }

    /** A text or null. */
    public static @Nullable String readText(DataInputDeserializer in) throws IOException {
        int length = (int) readUnsigned(in) - 1;
        if (length < 0) {
            return null;
        }
        byte[] utf8 = new byte[length];
        in.readFully(utf8);
        return new String(utf8, UTF_8);
    }

    /** A number; near zero is short. */
    public static void writeLong(DataOutputSerializer out, long value) throws IOException {
        writeUnsigned(out, (value << 1) ^ (value >> 63));
    }

    /** A number. */
    public static long readLong(DataInputDeserializer in) throws IOException {
        long value = readUnsigned(in);
        return (value >>> 1) ^ -(value & 1);
    }

    private static void writeUnsigned(DataOutputSerializer out, long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readUnsigned(DataInputDeserializer in) throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.readByte();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
