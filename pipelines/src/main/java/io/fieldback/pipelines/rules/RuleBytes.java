// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.pipelines.rules.RuleFact.Decision;
import io.fieldback.pipelines.rules.RuleFact.Demand;
import io.fieldback.pipelines.rules.RuleFact.Incident;
import io.fieldback.pipelines.rules.RuleFact.Subject;
import io.fieldback.pipelines.state.StateBytes;
import io.fieldback.schemas.code.AlertVerdict;
import io.fieldback.schemas.code.DecisionKind;
import io.fieldback.schemas.event.EventType;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** Contents as few bytes, to travel and to be kept. */
final class RuleBytes {
    private static final EventType[] TYPES = EventType.values();
    private static final int TOMBSTONE = 1;
    private static final int REVISION = 1 << 1;
    private static final int ORDERED = 1 << 2;
    private static final int WHOLE_SECONDS = 1 << 3;
    /** Two bits that say which fact there is. */
    private static final int FACT = 4;

    private RuleBytes() {}

    static void write(DataOutputSerializer out, RuleContent content) throws IOException {
        Instant ordered = content.orderedAt();
        Long revision = content.revision();
        boolean whole = StateBytes.whole(ordered);
        RuleFact fact = content.fact();
        int kind = fact instanceof Incident ? 1 : fact instanceof Demand ? 2 : fact instanceof Decision ? 3 : 0;
        out.writeByte((content.tombstone() ? TOMBSTONE : 0)
                | (revision != null ? REVISION : 0)
                | (ordered != null ? ORDERED : 0)
                | (whole ? WHOLE_SECONDS : 0)
                | kind << FACT);
        out.writeByte(content.type().ordinal());
        StateBytes.writeText(out, content.id());
        StateBytes.writeHash(out, content.contentHash());
        if (revision != null) {
            StateBytes.writeLong(out, revision);
        }
        if (ordered != null) {
            StateBytes.writeLong(out, StateBytes.time(ordered, whole));
        }
        StateBytes.writeLong(out, content.knownOn());
        if (fact instanceof Incident incident) {
            StateBytes.writeText(out, incident.code());
            subject(out, incident.about());
        } else if (fact instanceof Demand demand) {
            StateBytes.writeText(out, demand.identity());
            // A group is mostly the code itself.
            StateBytes.writeText(out, demand.group().equals(demand.about().symptomCode()) ? null : demand.group());
            out.writeBoolean(demand.major());
            subject(out, demand.about());
        } else if (fact instanceof Decision decision) {
            decision(out, decision);
        }
    }

    static RuleContent read(DataInputDeserializer in) throws IOException {
        int flags = in.readByte();
        boolean whole = (flags & WHOLE_SECONDS) != 0;
        EventType type = TYPES[in.readByte()];
        String id = text(in);
        String hash = StateBytes.readHash(in);
        Long revision = (flags & REVISION) != 0 ? (Long) StateBytes.readLong(in) : null;
        Instant ordered = (flags & ORDERED) != 0 ? StateBytes.instant(StateBytes.readLong(in), whole) : null;
        int knownOn = (int) StateBytes.readLong(in);
        RuleFact fact = switch (flags >> FACT & 3) {
            case 1 -> new Incident(StateBytes.readText(in), subject(in));
            case 2 -> demand(in);
            case 3 -> decision(in);
            default -> null;
        };
        return new RuleContent(type, id, hash, (flags & TOMBSTONE) != 0, revision, ordered, knownOn, fact);
    }

    private static Demand demand(DataInputDeserializer in) throws IOException {
        String identity = text(in);
        String group = StateBytes.readText(in);
        boolean major = in.readBoolean();
        Subject about = subject(in);
        return new Demand(identity, group == null ? String.valueOf(about.symptomCode()) : group, major, about);
    }

    private static void subject(DataOutputSerializer out, Subject about) throws IOException {
        Integer day = about.day();
        out.writeBoolean(day != null);
        if (day != null) {
            StateBytes.writeLong(out, day);
        }
        StateBytes.writeText(out, about.serialNo());
        StateBytes.writeText(out, about.productModel());
        StateBytes.writeText(out, about.component());
        StateBytes.writeText(out, about.symptomCode());
        StateBytes.writeText(out, about.causeCode());
        StateBytes.writeText(out, about.region());
        StateBytes.writeText(out, about.siteId());
    }

    private static Subject subject(DataInputDeserializer in) throws IOException {
        return new Subject(
                in.readBoolean() ? (Integer) (int) StateBytes.readLong(in) : null,
                StateBytes.readText(in),
                StateBytes.readText(in),
                StateBytes.readText(in),
                StateBytes.readText(in),
                StateBytes.readText(in),
                StateBytes.readText(in),
                StateBytes.readText(in));
    }

    private static void decision(DataOutputSerializer out, Decision decision) throws IOException {
        Instant at = decision.decidedAt();
        StateBytes.writeText(out, decision.alertId());
        StateBytes.writeText(out, decision.kind().name());
        StateBytes.writeText(
                out, decision.verdict() == null ? null : decision.verdict().name());
        StateBytes.writeText(out, decision.actionId());
        StateBytes.writeText(out, decision.by());
        StateBytes.writeLong(out, at == null ? Long.MIN_VALUE : StateBytes.time(at, false));
        StateBytes.writeText(out, decision.comment());
    }

    private static Decision decision(DataInputDeserializer in) throws IOException {
        String alertId = text(in);
        DecisionKind kind = DecisionKind.valueOf(text(in));
        String verdict = StateBytes.readText(in);
        String actionId = StateBytes.readText(in);
        String by = StateBytes.readText(in);
        long at = StateBytes.readLong(in);
        return new Decision(
                alertId,
                kind,
                verdict == null ? null : AlertVerdict.valueOf(verdict),
                actionId,
                by,
                at == Long.MIN_VALUE ? null : StateBytes.instant(at, false),
                StateBytes.readText(in));
    }

    private static String text(DataInputDeserializer in) throws IOException {
        String text = StateBytes.readText(in);
        if (text == null) {
            throw new IOException("Cannot read a content: a text that is never absent is");
        }
        return text;
    }

    static byte[] bytes(RuleContent content) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(128);
        write(out, content);
        return out.getCopyOfBuffer();
    }

    static RuleContent content(byte[] bytes) throws IOException {
        return read(new DataInputDeserializer(bytes));
    }

    static void write(DataOutputSerializer out, Contents contents) throws IOException {
        Integer crowdedOn = contents.crowdedOn();
        StateBytes.writeLong(out, crowdedOn == null ? Long.MIN_VALUE : crowdedOn);
        StateBytes.writeLong(out, contents.contents().size());
        for (RuleContent content : contents.contents()) {
            write(out, content);
        }
    }

    static Contents contents(DataInputDeserializer in) throws IOException {
        long crowdedOn = StateBytes.readLong(in);
        java.util.List<RuleContent> contents = new java.util.ArrayList<>(2);
        for (long left = StateBytes.readLong(in); left > 0; left--) {
            contents.add(read(in));
        }
        return new Contents(contents, crowdedOn == Long.MIN_VALUE ? null : (Integer) (int) crowdedOn);
    }

    static byte[] bytes(Contents contents) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(128);
        write(out, contents);
        return out.getCopyOfBuffer();
    }

    static Contents contents(byte @Nullable [] bytes) throws IOException {
        return bytes == null ? Contents.NONE : contents(new DataInputDeserializer(bytes));
    }
}
