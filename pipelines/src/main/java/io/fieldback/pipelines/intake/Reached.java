// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import io.fieldback.pipelines.storing.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far each partition has been read. Records of one partition come in a row: the last one is at hand. */
final class Reached {
    private final Map<String, String> identities;
    private final Map<String, End> ends = new TreeMap<>();
    private @Nullable End last;

    private static final class End {
        private final String seenIn;
        private final int partition;
        private long next;

        End(String seenIn, int partition) {
            this.seenIn = seenIn;
            this.partition = partition;
        }
    }

    /** {@code identities} are the ids of topics. */
    Reached(Map<String, String> identities) {
        this.identities = identities;
    }

    /** A record was read. */
    void add(RawRecord record) {
        End end = last;
        if (end == null || end.partition != record.partition() || !end.seenIn.equals(record.seenIn())) {
            end = ends.computeIfAbsent(
                    record.seenIn() + '\n' + record.partition(), key -> new End(record.seenIn(), record.partition()));
            last = end;
        }
        end.next = record.position() + 1;
    }

    /** All partitions that were read from, as far as they were. */
    List<Progress> progress(boolean finished) {
        List<Progress> progress = new ArrayList<>(ends.size());
        for (End end : ends.values()) {
            progress.add(new Progress(end.seenIn, end.partition, end.next, identities.get(end.seenIn), finished));
        }
        return progress;
    }
}
