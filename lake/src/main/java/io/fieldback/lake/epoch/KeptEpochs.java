// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which epochs stay readable: those from the first that is young enough, counted back from the newest, and those that a
 * tag names. The newest that was written keeps its row whatever its age, because states are compared with it.
 *
 * @param oldest number of the first that is young enough; 0 if there is none at all
 * @param newest number of the newest
 * @param newestWritten number of the newest that a state of the job is compared with
 * @param tagged numbers that tags name
 */
record KeptEpochs(long oldest, long newest, long newestWritten, Set<Long> tagged) {
    /** What decides about one epoch. */
    record Age(long number, EpochKind kind, Instant committedAt) {}

    /** {@code all} oldest first; {@code keep} counts from the newest epoch, not from a clock. */
    static KeptEpochs of(List<Age> all, List<EpochTag> tags, Duration keep) {
        Set<Long> tagged = new TreeSet<>();
        tags.forEach(tag -> tagged.add(tag.epoch()));
        if (all.isEmpty()) {
            return new KeptEpochs(0, 0, 0, tagged);
        }
        Age newest = all.get(all.size() - 1);
        Instant from = newest.committedAt().minus(keep);
        long oldest = newest.number();
        for (Age each : all) {
            if (!each.committedAt().isBefore(from)) {
                oldest = Math.min(oldest, each.number());
            }
        }
        long written = all.stream()
                .filter(each -> each.kind().knownToState())
                .mapToLong(Age::number)
                .max()
                .orElse(0);
        return new KeptEpochs(oldest, newest.number(), written, tagged);
    }

    /** Whether an epoch can be read. */
    boolean readable(long number) {
        return (number >= oldest && number <= newest) || tagged.contains(number);
    }

    /** Whether its row stays. */
    boolean row(long number) {
        return readable(number) || number == newestWritten;
    }

    /** The first readable epoch at or after one: it takes over what has to be kept of an expired one. */
    long heir(long number) {
        return tagged.stream()
                .filter(each -> each >= number)
                .mapToLong(Long::longValue)
                .reduce(Math.max(oldest, number), Math::min);
    }
}
