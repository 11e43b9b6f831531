// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.pipelines.state.StateBytes;
import io.fieldback.schemas.event.EventType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What a unit was told, as few bytes: state holds one such array for each unit, for years, and contents travel in the
 * same form, so that the first of a unit is stored as it came. A change of the form is one of the form of cases too.
 */
public final class UnitBytes {
    private static final int TOMBSTONE = 1;
    private static final int REVISION = 1 << 1;
    private static final int ORDERED = 1 << 2;
    private static final int WHOLE_SECONDS = 1 << 3;
    private static final int TYPE_SHIFT = 4;
    /** Stands where a content would begin, before the day from which on the serial number counts nothing. */
    private static final int CROWDED = 0x7f;

    private static final long DAY_SECONDS = 86_400L;

    private UnitBytes() {}

    /** A content. */
    public static byte[] write(UnitContent content) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(96);
        writeContent(out, content);
        return out.getCopyOfBuffer();
    }

    /** The only content of these bytes. */
    static UnitContent content(byte[] bytes) throws IOException {
        return readContent(new DataInputDeserializer(bytes));
    }

    /** A history; of one content it is that content. */
    public static byte[] write(UnitHistory history) throws IOException {
        DataOutputSerializer out =
                new DataOutputSerializer(16 + 80 * history.contents().size());
        if (history.crowdedOn() != null) {
            out.writeByte(CROWDED);
            StateBytes.writeLong(out, history.crowdedOn());
        }
        for (UnitContent content : history.contents()) {
            writeContent(out, content);
        }
        return out.getCopyOfBuffer();
    }

    /** The history of these bytes; an empty one of none. */
    public static UnitHistory read(byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            return UnitHistory.EMPTY;
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        Integer crowdedOn = null;
        if (bytes[0] == CROWDED) {
            in.readByte();
            crowdedOn = (int) StateBytes.readLong(in);
        }
        List<UnitContent> contents = new ArrayList<>(4);
        while (in.available() > 0) {
            contents.add(readContent(in));
        }
        return new UnitHistory(contents, crowdedOn);
    }

    /** The history of these bytes with one more sighting. */
    public static byte[] with(byte @Nullable [] bytes, UnitContent sighting) throws IOException {
        return bytes == null ? write(sighting) : write(read(bytes).with(sighting));
    }

    /** Whether the serial number of these bytes counts nothing on a day, which is told without reading them all. */
    static boolean crowded(byte[] bytes, int day) throws IOException {
        if (bytes[0] != CROWDED) {
            return false;
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        in.readByte();
        return day >= StateBytes.readLong(in);
    }

    private static void writeContent(DataOutputSerializer out, UnitContent content) throws IOException {
        Long revision = content.revision();
        Instant ordered = content.orderedAt();
        boolean whole = StateBytes.whole(ordered);
        out.writeByte((content.tombstone() ? TOMBSTONE : 0)
                | (revision != null ? REVISION : 0)
                | (ordered != null ? ORDERED : 0)
                | (whole ? WHOLE_SECONDS : 0)
                | UnitFacts.NAMING.indexOf(content.type()) << TYPE_SHIFT);
        StateBytes.writeText(out, content.id());
        StateBytes.writeHash(out, content.contentHash());
        if (revision != null) {
            StateBytes.writeLong(out, revision);
        }
        if (ordered != null) {
            StateBytes.writeLong(out, StateBytes.time(ordered, whole));
        }
        StateBytes.writeLong(out, content.knownOn() - usualDay(ordered));
        out.writeByte(content.facts().size());
        for (UnitFact fact : content.facts()) {
            FactBytes.write(out, fact, content.knownOn());
        }
    }

    private static UnitContent readContent(DataInputDeserializer in) throws IOException {
        int flags = in.readByte();
        boolean whole = (flags & WHOLE_SECONDS) != 0;
        EventType type = UnitFacts.NAMING.get(flags >> TYPE_SHIFT);
        String id = Objects.requireNonNull(StateBytes.readText(in));
        String hash = StateBytes.readHash(in);
        Long revision = (flags & REVISION) != 0 ? (Long) StateBytes.readLong(in) : null;
        Instant ordered = (flags & ORDERED) != 0 ? StateBytes.instant(StateBytes.readLong(in), whole) : null;
        int knownOn = (int) (StateBytes.readLong(in) + usualDay(ordered));
        int count = in.readByte();
        List<UnitFact> facts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            facts.add(FactBytes.read(in, knownOn));
        }
        return new UnitContent(type, id, hash, (flags & TOMBSTONE) != 0, revision, ordered, knownOn, facts);
    }

    /** A content is mostly known on about the day it was recorded. */
    private static long usualDay(@Nullable Instant ordered) {
        return ordered == null ? 0 : Math.floorDiv(ordered.getEpochSecond(), DAY_SECONDS);
    }
}
