// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.ledgers.FailureCell;
import io.fieldback.pipelines.ledgers.Measures;
import io.fieldback.pipelines.ledgers.Posting;
import io.fieldback.pipelines.state.StateBytes;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** A posting as few bytes: a bit for each part that differs from the posting before it, and for each measure not zero. */
final class PostingBytes {
    /** What stands before the first posting. */
    static final Posting NONE = new Posting(new FailureCell(null, null, null, null, null, null, null), Measures.ZERO);

    private static final int DAY = 1 << 6;

    private PostingBytes() {}

    static void write(DataOutputSerializer out, Posting posting, Posting before, int knownOn) throws IOException {
        @Nullable String[] texts = texts(posting.cell());
        @Nullable String[] earlier = texts(before.cell());
        Integer day = posting.cell().eventOn();
        int differs = Objects.equals(day, before.cell().eventOn()) ? 0 : DAY;
        for (int i = 0; i < texts.length; i++) {
            differs |= Objects.equals(texts[i], earlier[i]) ? 0 : 1 << i;
        }
        out.writeByte(differs);
        for (int i = 0; i < texts.length; i++) {
            if ((differs & 1 << i) != 0) {
                StateBytes.writeText(out, texts[i]);
            }
        }
        if ((differs & DAY) != 0) {
            StateBytes.writeLong(out, day == null ? Long.MIN_VALUE : (long) knownOn - day);
        }
        long[] numbers = numbers(posting.measures());
        int counted = 0;
        for (int i = 0; i < numbers.length; i++) {
            counted |= numbers[i] == 0 ? 0 : 1 << i;
        }
        out.writeByte(counted);
        for (long number : numbers) {
            if (number != 0) {
                StateBytes.writeLong(out, number);
            }
        }
    }

    static Posting read(DataInputDeserializer in, Posting before, int knownOn) throws IOException {
        int differs = in.readByte();
        @Nullable String[] texts = texts(before.cell());
        for (int i = 0; i < texts.length; i++) {
            if ((differs & 1 << i) != 0) {
                texts[i] = StateBytes.readText(in);
            }
        }
        Integer day = before.cell().eventOn();
        if ((differs & DAY) != 0) {
            long distance = StateBytes.readLong(in);
            day = distance == Long.MIN_VALUE ? null : (Integer) (int) (knownOn - distance);
        }
        int counted = in.readByte();
        long[] numbers = new long[7];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (counted & 1 << i) == 0 ? 0 : StateBytes.readLong(in);
        }
        return new Posting(
                new FailureCell(texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], day),
                new Measures(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]));
    }

    private static @Nullable String[] texts(FailureCell cell) {
        return new @Nullable String[] {
            cell.productModel(),
            cell.component(),
            cell.symptomCode(),
            cell.causeCode(),
            cell.causeClass(),
            cell.region()
        };
    }

    private static long[] numbers(Measures measures) {
        return new long[] {
            measures.orders(),
            measures.incidents(),
            measures.faultLines(),
            measures.complaints(),
            measures.qualityReturns(),
            measures.costMinor(),
            measures.downtimeMinutes()
        };
    }
}
