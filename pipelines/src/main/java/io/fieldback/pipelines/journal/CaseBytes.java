// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.ledgers.Posting;
import io.fieldback.pipelines.rules.RuleSubject;
import io.fieldback.pipelines.state.StateBytes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The history of a case as few bytes: state holds one such array for each case, for years. Numbers are of variable
 * length, days and times are told by their distance from one another, and what repeats or is usual costs nothing.
 */
final class CaseBytes {
    /** Changes with the form of the bytes, and with those of units and rules: state of another form must not be read. */
    static final int FORM = 4;

    private static final int TOMBSTONE = 1;
    private static final int ASSUMED = 1 << 1;
    private static final int REVISION = 1 << 2;
    private static final int RECORDED = 1 << 3;
    private static final int RECEIVED = 1 << 4;
    /** Times without a fraction of a second, as most are, are told in seconds. */
    private static final int WHOLE_SECONDS = 1 << 5;
    /** Stands where a version would begin, before a serial number. */
    private static final int SERIAL_NO = 1 << 6;
    /** Stands where a version would begin, before a subject of rules. */
    private static final int SUBJECT = SERIAL_NO | 1;
    /** The same of the case by itself. */
    private static final int SUBJECT_CASE = SERIAL_NO | 2;

    private static final long DAY_SECONDS = 86_400L;

    private CaseBytes() {}

    static byte[] write(CaseHistory history) throws IOException {
        DataOutputSerializer out =
                new DataOutputSerializer(112 * history.versions().size());
        writeSerialNos(out, history.serialNos());
        writeSubjects(out, history.subjects());
        for (Version version : history.versions()) {
            writeVersion(out, version);
        }
        return out.getCopyOfBuffer();
    }

    /** The history of a case with one content, which names some units and concerns some subjects. */
    static byte[] write(Version only, Collection<String> serialNos, Collection<RuleSubject> subjects)
            throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(112);
        writeSerialNos(out, serialNos);
        writeSubjects(out, subjects);
        writeVersion(out, only);
        return out.getCopyOfBuffer();
    }

    /** The history of a case with one content, which names some units and concerns no rule. */
    static byte[] write(Version only, Collection<String> serialNos) throws IOException {
        return write(only, serialNos, List.of());
    }

    private static void writeSerialNos(DataOutputSerializer out, Collection<String> serialNos) throws IOException {
        for (String serialNo : serialNos) {
            out.writeByte(SERIAL_NO);
            StateBytes.writeText(out, serialNo);
        }
    }

    private static void writeSubjects(DataOutputSerializer out, Collection<RuleSubject> subjects) throws IOException {
        for (RuleSubject subject : subjects) {
            boolean ofCase = subject.unit() == RuleSubject.CASE;
            out.writeByte(ofCase ? SUBJECT_CASE : SUBJECT);
            out.writeLong(subject.key());
            if (!ofCase) {
                out.writeLong(subject.unit());
            }
        }
    }

    private static void writeVersion(DataOutputSerializer out, Version version) throws IOException {
        Long revision = version.revision();
        Instant recorded = version.recordedAt();
        Instant received = version.receivedAt();
        boolean whole = StateBytes.whole(recorded) && StateBytes.whole(received);
        out.writeByte((version.tombstone() ? TOMBSTONE : 0)
                | (version.assumed() ? ASSUMED : 0)
                | (revision != null ? REVISION : 0)
                | (recorded != null ? RECORDED : 0)
                | (received != null ? RECEIVED : 0)
                | (whole ? WHOLE_SECONDS : 0));
        StateBytes.writeHash(out, version.contentHash());
        if (revision != null) {
            StateBytes.writeLong(out, revision);
        }
        if (recorded != null) {
            StateBytes.writeLong(out, StateBytes.time(recorded, whole));
        }
        if (received != null) {
            StateBytes.writeLong(
                    out, StateBytes.time(received, whole) - (recorded == null ? 0 : StateBytes.time(recorded, whole)));
        }
        StateBytes.writeLong(out, version.knownOn() - usualDay(received));
        StateBytes.writeLong(out, version.postings().size());
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
        List<String> serialNos = new ArrayList<>(1);
        List<RuleSubject> subjects = new ArrayList<>(1);
        while (in.available() > 0) {
            int flags = in.readByte();
            if (flags == SERIAL_NO) {
                serialNos.add(Objects.requireNonNull(StateBytes.readText(in)));
            } else if (flags == SUBJECT) {
                subjects.add(new RuleSubject(in.readLong(), in.readLong()));
            } else if (flags == SUBJECT_CASE) {
                subjects.add(new RuleSubject(in.readLong(), RuleSubject.CASE));
            } else {
                versions.add(readVersion(in, flags));
            }
        }
        return new CaseHistory(versions, serialNos, subjects);
    }

    private static Version readVersion(DataInputDeserializer in, int flags) throws IOException {
        boolean whole = (flags & WHOLE_SECONDS) != 0;
        String hash = StateBytes.readHash(in);
        Long revision = (flags & REVISION) != 0 ? (Long) StateBytes.readLong(in) : null;
        long recorded = (flags & RECORDED) != 0 ? StateBytes.readLong(in) : 0;
        Instant received =
                (flags & RECEIVED) != 0 ? StateBytes.instant(StateBytes.readLong(in) + recorded, whole) : null;
        int knownOn = (int) (StateBytes.readLong(in) + usualDay(received));
        int count = (int) StateBytes.readLong(in);
        List<Posting> postings = new ArrayList<>(count);
        Posting before = PostingBytes.NONE;
        for (int i = 0; i < count; i++) {
            before = PostingBytes.read(in, before, knownOn);
            postings.add(before);
        }
        return new Version(
                hash,
                (flags & TOMBSTONE) != 0,
                revision,
                (flags & RECORDED) != 0 ? StateBytes.instant(recorded, whole) : null,
                received,
                knownOn,
                (flags & ASSUMED) != 0,
                postings);
    }

    /** A content is mostly known on about the day it was received. */
    private static long usualDay(@Nullable Instant received) {
        return received == null ? 0 : Math.floorDiv(received.getEpochSecond(), DAY_SECONDS);
    }
}
