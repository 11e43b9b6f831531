// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One content of a case, with what all its sightings together say of when it became known. */
record Known(Sighting.Content content, @Nullable Instant received, LocalDate knownOn, boolean assumed) {
    static Known of(List<Sighting.Content> sightings) {
        Instant received = sightings.stream()
                .map(Sighting.Content::received)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        LocalDate known = sightings.stream()
                .map(Sighting.Content::knownOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        boolean assumed =
                sightings.stream().filter(each -> each.knownOn().equals(known)).allMatch(Sighting.Content::assumed);
        return new Known(sightings.get(0), received, known, assumed);
    }

    /** Whether this content is later in the order of contents: deletion, revision, recorded, hash. */
    boolean isAfter(Known other) {
        if (content.tombstone() != other.content.tombstone()) {
            return content.tombstone();
        }
        int revision = compare(
                content.event().envelope().revision(),
                other.content.event().envelope().revision());
        if (revision != 0) {
            return revision > 0;
        }
        int time = compare(orderedAt(), other.orderedAt());
        return time != 0 ? time > 0 : content.hash().compareTo(other.content.hash()) > 0;
    }

    private @Nullable Instant orderedAt() {
        Instant recorded = content.event().envelope().recordedAt();
        return recorded == null ? received : recorded;
    }

    private static <T extends Comparable<T>> int compare(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? -1 : 1;
        }
        return one.compareTo(other);
    }
}
