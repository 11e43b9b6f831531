// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.ledgers.FailureCell;
import io.fieldback.pipelines.ledgers.Measures;
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
 * length; what is usual costs nothing.
 */
final class CaseBytes {
    private static final HexFormat HEX = HexFormat.of();
    private static final int TOMBSTONE = 1;
    private static final int ASSUMED = 2;
    private static final int REVISION = 4;
    private static final int RECORDED = 8;
    private static final int RECEIVED = 16;

    private CaseBytes() {}

    static byte[] write(CaseHistory history) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(96);
        for (Version version : history.versions()) {
            Long revision = version.revision();
            Instant recorded = version.recordedAt();
            Instant received = version.receivedAt();
            out.writeByte((version.tombstone() ? TOMBSTONE : 0)
                    | (version.assumed() ? ASSUMED : 0)
                    | (revision != null ? REVISION : 0)
                    | (recorded != null ? RECORDED : 0)
                    | (received != null ? RECEIVED : 0));
            out.write(HEX.parseHex(version.contentHash()));
            if (revision != null) {
                writeLong(out, revision);
            }
            if (recorded != null) {
                writeLong(out, micros(recorded));
            }
            if (received != null) {
                writeLong(out, micros(received));
            }
            writeLong(out, version.knownOn());
            writeLong(out, version.postings().size());
            for (Posting posting : version.postings()) {
                writePosting(out, posting);
            }
        }
        return out.getCopyOfBuffer();
    }

    static CaseHistory read(byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            return CaseHistory.EMPTY;
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        List<Version> versions = new ArrayList<>(2);
        while (in.available() > 0) {
            int flags = in.readByte();
            byte[] hash = new byte[16];
            in.readFully(hash);
            versions.add(new Version(
                    HEX.formatHex(hash),
                    (flags & TOMBSTONE) != 0,
                    (flags & REVISION) != 0 ? (Long) readLong(in) : null,
                    (flags & RECORDED) != 0 ? instant(readLong(in)) : null,
                    (flags & RECEIVED) != 0 ? instant(readLong(in)) : null,
                    (int) readLong(in),
                    (flags & ASSUMED) != 0,
                    readPostings(in)));
        }
        return new CaseHistory(versions);
    }

    private static void writePosting(DataOutputSerializer out, Posting posting) throws IOException {
        FailureCell cell = posting.cell();
        writeText(out, cell.productModel());
        writeText(out, cell.component());
        writeText(out, cell.symptomCode());
        writeText(out, cell.causeCode());
        writeText(out, cell.causeClass());
        writeText(out, cell.region());
        Integer eventOn = cell.eventOn();
        writeLong(out, eventOn == null ? Long.MIN_VALUE : eventOn);
        Measures measures = posting.measures();
        writeLong(out, measures.orders());
        writeLong(out, measures.incidents());
        writeLong(out, measures.faultLines());
        writeLong(out, measures.complaints());
        writeLong(out, measures.qualityReturns());
        writeLong(out, measures.costMinor());
        writeLong(out, measures.downtimeMinutes());
    }

    private static List<Posting> readPostings(DataInputDeserializer in) throws IOException {
        int count = (int) readLong(in);
        List<Posting> postings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String productModel = readText(in);
            String component = readText(in);
            String symptomCode = readText(in);
            String causeCode = readText(in);
            String causeClass = readText(in);
            String region = readText(in);
            long eventOn = readLong(in);
            FailureCell cell = new FailureCell(
                    productModel,
                    component,
                    symptomCode,
                    causeCode,
                    causeClass,
                    region,
                    eventOn == Long.MIN_VALUE ? null : (Integer) (int) eventOn);
            postings.add(new Posting(
                    cell,
                    new Measures(
                            readLong(in),
                            readLong(in),
                            readLong(in),
                            readLong(in),
                            readLong(in),
                            readLong(in),
                            readLong(in))));
        }
        return postings;
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    private static void writeText(DataOutputSerializer out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeByte(0);
            return;
        }
        byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        writeUnsigned(out, utf8.length + 1L);
        out.write(utf8);
    }

    private static @Nullable String readText(DataInputDeserializer in) throws IOException {
        int length = (int) readUnsigned(in) - 1;
        if (length < 0) {
            return null;
        }
        byte[] utf8 = new byte[length];
        in.readFully(utf8);
        return new String(utf8, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void writeLong(DataOutputSerializer out, long value) throws IOException {
        writeUnsigned(out, (value << 1) ^ (value >> 63));
    }

    private static long readLong(DataInputDeserializer in) throws IOException {
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
