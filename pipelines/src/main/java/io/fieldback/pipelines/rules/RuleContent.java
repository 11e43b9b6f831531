// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.schemas.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One content of a case as told to one subject: what it says to it, and how it stands among the other contents of its
 * case. A subject is told those too that no longer concern it, because they end what earlier ones said.
 *
 * @param type of the case
 * @param id of the case
 * @param contentHash keyed hash, hex
 * @param tombstone whether the source deleted the case
 * @param revision the source's number; null if it has none
 * @param orderedAt when the source recorded it, else its earliest receipt; null if neither is known
 * @param knownOn earliest day it could be known, days since 1970
 * @param fact what it says to the subject; null if nothing
 */
public record RuleContent(
        EventType type,
        String id,
        String contentHash,
        boolean tombstone,
        @Nullable Long revision,
        @Nullable Instant orderedAt,
        int knownOn,
        @Nullable RuleFact fact)
        implements Comparable<RuleContent> {
    private static final Comparator<RuleContent> ORDER = Comparator.comparing(RuleContent::tombstone)
            .thenComparing(RuleContent::revision, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(RuleContent::orderedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(RuleContent::contentHash);

    @Override
    public int compareTo(RuleContent other) {
        return ORDER.compare(this, other);
    }

    /** The case, as {@code type/id}. */
    public String caseName() {
        return type.wire() + '/' + id;
    }

    /** Whether another is a sighting of this content. */
    boolean sameContent(RuleContent other) {
        return contentHash.equals(other.contentHash) && type == other.type && id.equals(other.id);
    }

    /** This content as two sightings tell it: the earlier of days and times, and what either says. */
    RuleContent earliest(RuleContent sighting) {
        Instant ordered = orderedAt;
        if (ordered == null || (sighting.orderedAt != null && sighting.orderedAt.isBefore(ordered))) {
            ordered = sighting.orderedAt;
        }
        return new RuleContent(
                type,
                id,
                contentHash,
                tombstone,
                revision,
                ordered,
                Math.min(knownOn, sighting.knownOn),
                fact == null ? sighting.fact : fact);
    }

    /**
     * When it became known: at its receipt, or, if that was later than its known day, at the end of that day. History of
     * before a source went live is received long after it was known, and is no news.
     *
     * @param receivedMillis milliseconds since 1970; {@link Long#MIN_VALUE} if nobody says
     */
    Instant knownAt(long receivedMillis) {
        Instant nextDay = LocalDate.ofEpochDay(knownOn)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        if (receivedMillis == Long.MIN_VALUE) {
            return nextDay;
        }
        Instant received = Instant.ofEpochMilli(receivedMillis);
        // In a zone behind UTC a day ends on the next one.
        return received.isBefore(nextDay.plus(Duration.ofDays(1))) ? received : nextDay;
    }

    /** The same content, saying this. */
    RuleContent saying(@Nullable RuleFact what) {
        return new RuleContent(type, id, contentHash, tombstone, revision, orderedAt, knownOn, what);
    }
}
