// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.pipelines.state.StateBytes;
import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** What is kept of a subject, as bytes. */
final class SubjectBytes {
    private SubjectBytes() {}

    static byte[] write(SubjectState state) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(128);
        out.writeBoolean(state.forOthers());
        if (state.forOthers()) {
            StateBytes.writeText(out, state.identity());
            StateBytes.writeLong(out, state.units().size());
            for (long unit : state.units()) {
                out.writeLong(unit);
            }
            StateBytes.writeLong(out, state.months().size());
            for (Map.Entry<Integer, Integer> month : state.months().entrySet()) {
                StateBytes.writeLong(out, month.getKey());
                StateBytes.writeLong(out, month.getValue());
            }
        } else {
            RuleBytes.write(out, state.own());
        }
        for (String changeId : new TreeSet<>(state.takenBack())) {
            StateBytes.writeText(out, changeId);
        }
        return out.getCopyOfBuffer();
    }

    static SubjectState read(byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            return SubjectState.of(Contents.NONE);
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        SubjectState state = in.readBoolean() ? forOthers(in) : SubjectState.of(RuleBytes.contents(in));
        while (in.available() > 0) {
            state.takenBack().add(String.valueOf(StateBytes.readText(in)));
        }
        return state;
    }

    private static SubjectState forOthers(DataInputDeserializer in) throws IOException {
        SubjectState state = SubjectState.forOthers(StateBytes.readText(in));
        for (long left = StateBytes.readLong(in); left > 0; left--) {
            state.units().add(in.readLong());
        }
        for (long left = StateBytes.readLong(in); left > 0; left--) {
            state.months().put((int) StateBytes.readLong(in), (int) StateBytes.readLong(in));
        }
        return state;
    }
}
