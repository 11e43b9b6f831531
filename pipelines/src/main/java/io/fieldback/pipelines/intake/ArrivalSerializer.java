// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/** Arrivals as bytes. Arrivals never change, so copies are the same object. They are never kept in state. */
public final class ArrivalSerializer extends TypeSerializerSingleton<Arrival> {
    /** The one instance. */
    public static final ArrivalSerializer INSTANCE = new ArrivalSerializer();

    private static final long serialVersionUID = 1;
    private static final EventType[] TYPES = EventType.values();

    @Override
    public void serialize(Arrival arrival, DataOutputView out) throws IOException {
        out.writeBoolean(arrival instanceof Arrival.Case);
        if (arrival instanceof Arrival.Case known) {
            writeCase(known, out);
        } else if (arrival instanceof Arrival.Reject reject) {
            writeReject(reject, out);
        }
    }

    @Override
    public Arrival deserialize(DataInputView in) throws IOException {
        return in.readBoolean() ? readCase(in) : readReject(in);
    }

    private static void writeCase(Arrival.Case arrival, DataOutputView out) throws IOException {
        out.writeByte(arrival.type().ordinal());
        RecordCodec.write((Record) arrival.event(), out);
        out.writeBoolean(arrival.tombstone());
        StringValue.writeString(arrival.contentHash(), out);
        writeText(arrival.customerKey(), out);
        out.writeBoolean(arrival.receivedAt() != null);
        if (arrival.receivedAt() != null) {
            RecordCodec.writeInstant(arrival.receivedAt(), out);
        }
        out.writeBoolean(arrival.eventOn() != null);
        out.writeInt(Objects.requireNonNullElse(arrival.eventOn(), 0));
        StringValue.writeString(arrival.eventOnBasis(), out);
        out.writeInt(arrival.knownOn());
        out.writeBoolean(arrival.assumed());
        out.writeInt(arrival.warnings().size());
        for (String warning : arrival.warnings()) {
            StringValue.writeString(warning, out);
        }
        writeText(arrival.extras(), out);
        writePlace(arrival.place(), out);
    }

    private static Arrival readCase(DataInputView in) throws IOException {
        EventType type = TYPES[in.readByte()];
        Event event = (Event) RecordCodec.read(type.shape(), in);
        boolean tombstone = in.readBoolean();
        String contentHash = StringValue.readString(in);
        String customerKey = readText(in);
        java.time.Instant receivedAt = in.readBoolean() ? RecordCodec.readInstant(in) : null;
        boolean dated = in.readBoolean();
        int eventOn = in.readInt();
        String basis = StringValue.readString(in);
        int knownOn = in.readInt();
        boolean assumed = in.readBoolean();
        int count = in.readInt();
        List<String> warnings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            warnings.add(StringValue.readString(in));
        }
        return new Arrival.Case(
                type,
                event,
                tombstone,
                contentHash,
                customerKey,
                receivedAt,
                dated ? eventOn : null,
                basis,
                knownOn,
                assumed,
                warnings,
                readText(in),
                readPlace(in));
    }

    private static void writeReject(Arrival.Reject reject, DataOutputView out) throws IOException {
        StringValue.writeString(reject.hash(), out);
        StringValue.writeString(reject.reason(), out);
        writeText(reject.field(), out);
        StringValue.writeString(reject.detail(), out);
        StringValue.writeString(reject.source(), out);
        writeText(reject.importPosition(), out);
        out.writeInt(reject.knownOn());
        out.writeInt(reject.sealed().length);
        out.write(reject.sealed());
        out.writeLong(reject.length());
        writePlace(reject.place(), out);
    }

    private static Arrival readReject(DataInputView in) throws IOException {
        String hash = StringValue.readString(in);
        String reason = StringValue.readString(in);
        String field = readText(in);
        String detail = StringValue.readString(in);
        String source = StringValue.readString(in);
        String position = readText(in);
        int knownOn = in.readInt();
        byte[] sealed = new byte[in.readInt()];
        in.readFully(sealed);
        return new Arrival.Reject(
                hash, reason, field, detail, source, position, knownOn, sealed, in.readLong(), readPlace(in));
    }

    private static void writePlace(Place place, DataOutputView out) throws IOException {
        StringValue.writeString(place.seenIn(), out);
        out.writeInt(place.partition());
        out.writeLong(place.position());
    }

    private static Place readPlace(DataInputView in) throws IOException {
        return new Place(StringValue.readString(in), in.readInt(), in.readLong());
    }

    private static void writeText(@Nullable String text, DataOutputView out) throws IOException {
        StringValue.writeString(text, out);
    }

    private static @Nullable String readText(DataInputView in) throws IOException {
        return StringValue.readString(in);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public Arrival createInstance() {
        return new Arrival.Reject("", "", null, "", "?", null, 0, new byte[0], 0, new Place("", 0, 0));
    }

    @Override
    public Arrival copy(Arrival from) {
        return from;
    }

    @Override
    public Arrival copy(Arrival from, Arrival reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public Arrival deserialize(Arrival reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<Arrival> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Arrival> {
        /** For Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
