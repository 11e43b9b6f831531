// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fieldback.pipelines.ledgers.Posting;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The history of a case as few bytes: state holds one such array for each case, for years. Numbers are of variable
 * length, days and times are told by their distance from one another, and what repeats or is usual costs nothing.
 */
final class CaseBytes {
    /** Changes with the form of the bytes: state of another form must not be read. */
    static final int FORM = 2;

    private static final HexFormat HEX = HexFormat.of();
    private static final int TOMBSTONE = 1;
    private static final int ASSUMED = 1 << 1;
    private static final int REVISION = 1 << 2;
    private static final int RECORDED = 1 << 3;
    private static final int RECEIVED = 1 << 4;
    /** Times without a fraction of a second, as most are, are told in seconds. */
    private static final int WHOLE_SECONDS = 1 << 5;

    private static final long MICROS = 1_000_000L;
    private static final long DAY_SECONDS = 86_400L;

    private CaseBytes() {}

    static byte[] write(CaseHistory history) throws IOException {
        DataOutputSerializer out =
                new DataOutputSerializer(96 * history.versions().size());
        for (Version version : history.versions()) {
            writeVersion(out, version);
        }
        return out.getCopyOfBuffer();
    }

    /** The history of a case with one content. */
    static byte[] write(Version only) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(96);
        writeVersion(out, only);
        return out.getCopyOfBuffer();
    }

    private static void writeVersion(DataOutputSerializer out, Version version) throws IOException {
        Long revision = version.revision();
        Instant recorded = version.recordedAt();
        Instant received = version.receivedAt();
        boolean whole = whole(recorded) && whole(received);
        out.writeByte((version.tombstone() ? TOMBSTONE : 0)
                | (version.assumed() ? ASSUMED : 0)
                | (revision != null ? REVISION : 0)
                | (recorded != null ? RECORDED : 0)
                | (received != null ? RECEIVED : 0)
                | (whole ? WHOLE_SECONDS : 0));
        out.write(HEX.parseHex(version.contentHash()));
        if (revision != null) {
            writeLong(out, revision);
        }
        if (recorded != null) {
            writeLong(out, time(recorded, whole));
        }
        if (received != null) {
            writeLong(out, time(received, whole) - (recorded == null ? 0 : time(recorded, whole)));
        }
        writeLong(out, version.knownOn() - usualDay(received));
        writeLong(out, version.postings().size());
        Posting before = PostingBytes.NONE;
        for (Posting posting : version.postings()) {
            PostingBytes.write(out, posting, before, version.knownOn());
            before = posting;
        }
    }

    static CaseHistory read(byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            return CaseHistory.EMPTY;
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        List<Version> versions = new ArrayList<>(2);
        while (in.available() > 0) {
            versions.add(readVersion(in));
        }
        return new CaseHistory(versions);
    }

    private static Version readVersion(DataInputDeserializer in) throws IOException {
        int flags = in.readByte();
        boolean whole = (flags & WHOLE_SECONDS) != 0;
        byte[] hash = new byte[16];
        in.readFully(hash);
        Long revision = (flags & REVISION) != 0 ? (Long) readLong(in) : null;
        long recorded = (flags & RECORDED) != 0 ? readLong(in) : 0;
        Instant received = (flags & RECEIVED) != 0 ? instant(readLong(in) + recorded, whole) : null;
        int knownOn = (int) (readLong(in) + usualDay(received));
        int count = (int) readLong(in);
        List<Posting> postings = new ArrayList<>(count);
        Posting before = PostingBytes.NONE;
        for (int i = 0; i < count; i++) {
            before = PostingBytes.read(in, before, knownOn);
            postings.add(before);
        }
        return new Version(
                HEX.formatHex(hash),
                (flags & TOMBSTONE) != 0,
                revision,
                (flags & RECORDED) != 0 ? instant(recorded, whole) : null,
                received,
                knownOn,
                (flags & ASSUMED) != 0,
                postings);
    }

    /** A content is mostly known on about the day it was received. */
    private static long usualDay(@Nullable Instant received) {
        return received == null ? 0 : Math.floorDiv(received.getEpochSecond(), DAY_SECONDS);
    }

    private static boolean whole(@Nullable Instant time) {
        return time == null || time.getNano() == 0;
    }

    private static long time(Instant time, boolean whole) {
        long seconds = time.getEpochSecond();
        return whole ? seconds : Math.addExact(Math.multiplyExact(seconds, MICROS), time.getNano() / 1_000);
    }

    private static Instant instant(long time, boolean whole) {
        return whole
                ? Instant.ofEpochSecond(time)
                : Instant.ofEpochSecond(Math.floorDiv(time, MICROS), Math.floorMod(time, MICROS) * 1_000);
    }

    static void writeText(DataOutputSerializer out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeByte(0);
            return;
        }
        byte[] utf8 = text.getBytes(UTF_8);
        writeUnsigned(out, utf8.length + 1L);
        out.write(utf8);
    }

    static @Nullable String readText(DataInputDeserializer in) throws IOException {
        int length = (int) readUnsigned(in) - 1;
        if (length < 0) {
            return null;
        }
        byte[] utf8 = new byte[length];
        in.readFully(utf8);
        return new String(utf8, UTF_8);
    }

    static void writeLong(DataOutputSerializer out, long value) throws IOException {
        writeUnsigned(out, (value << 1) ^ (value >> 63));
    }

    static long readLong(DataInputDeserializer in) throws IOException {
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
