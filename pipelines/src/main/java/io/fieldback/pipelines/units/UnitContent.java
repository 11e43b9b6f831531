// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.schemas.event.EventType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One content of a case, as told to one unit: what it says of that unit and how it stands among the other contents of
 * its case. The unit is told those too that no longer name it, because they end what earlier ones said.
 *
 * @param type of the case
 * @param id of the case
 * @param contentHash keyed hash, hex
 * @param tombstone whether the source deleted the case
 * @param revision the source's number; null if it has none
 * @param orderedAt when the source recorded it, else its earliest receipt; null if neither is known
 * @param knownOn earliest day it could be known, days since 1970
 * @param facts what it says of the unit; empty if it says nothing
 */
public record UnitContent(
        EventType type,
        String id,
        String contentHash,
        boolean tombstone,
        @Nullable Long revision,
        @Nullable Instant orderedAt,
        int knownOn,
        List<UnitFact> facts)
        implements Comparable<UnitContent> {
    /** The order of the contents of one case: as that of the journal. */
    private static final Comparator<UnitContent> ORDER = Comparator.comparing(UnitContent::tombstone)
            .thenComparing(UnitContent::revision, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(UnitContent::orderedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(UnitContent::contentHash);

    /** Copies the facts. */
    public UnitContent {
        facts = List.copyOf(facts);
    }

    @Override
    public int compareTo(UnitContent other) {
        return ORDER.compare(this, other);
    }

    /** This content as seen at the earlier of its own and another sighting, each aspect by itself. */
    UnitContent earliest(UnitContent sighting) {
        Instant ordered = orderedAt;
        if (ordered == null || (sighting.orderedAt != null && sighting.orderedAt.isBefore(ordered))) {
            ordered = sighting.orderedAt;
        }
        return new UnitContent(
                type, id, contentHash, tombstone, revision, ordered, Math.min(knownOn, sighting.knownOn), facts);
    }
}
