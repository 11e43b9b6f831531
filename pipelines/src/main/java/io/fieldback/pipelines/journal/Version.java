// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.ledgers.Posting;
import io.fieldback.pipelines.ledgers.PostingRule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One distinct content of a case, as far as the order of contents and the ledgers need it.
 *
 * <p>Contents are totally ordered: a deletion by the source comes last; else by revision, an absent one first; then by
 * the time the source recorded it, else the time it was received; then by content hash.
 *
 * @param contentHash keyed hash, hex
 * @param tombstone whether the source deleted the case
 * @param revision the source's number; null if it has none
 * @param recordedAt when the source recorded it; null if it does not say
 * @param receivedAt earliest receipt of this content; null if unknown
 * @param knownOn earliest day it could be known, days since 1970
 * @param assumed whether that day is inferred
 * @param postings what it adds to the ledger while it is the newest known
 */
public record Version(
        String contentHash,
        boolean tombstone,
        @Nullable Long revision,
        @Nullable Instant recordedAt,
        @Nullable Instant receivedAt,
        int knownOn,
        boolean assumed,
        List<Posting> postings)
        implements Comparable<Version> {

    private static final Comparator<Version> ORDER = Comparator.comparing(Version::tombstone)
            .thenComparing(Version::revision, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Version::orderedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Version::contentHash);

    /** What an arrival says; a deletion posts nothing. */
    static Version of(Arrival.Case arrival, PostingRule rule) {
        return new Version(
                arrival.contentHash(),
                arrival.tombstone(),
                arrival.event().envelope().revision(),
                arrival.event().envelope().recordedAt(),
                arrival.receivedAt(),
                arrival.knownOn(),
                arrival.assumed(),
                arrival.tombstone() ? List.of() : rule.of(arrival.event(), arrival.eventOn()));
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    /** The time that orders contents of one revision; null comes first. */
    @Nullable
    Instant orderedAt() {
        return recordedAt != null ? recordedAt : receivedAt;
    }

    /** This content as seen at the earlier of its own and another sighting, each aspect by itself. */
    public Version earliest(Version sighting) {
        boolean later = sighting.knownOn > knownOn || (sighting.knownOn == knownOn && (sighting.assumed || !assumed));
        Instant received = receivedAt;
        if (received == null || (sighting.receivedAt != null && sighting.receivedAt.isBefore(received))) {
            received = sighting.receivedAt;
        }
        return new Version(
                contentHash,
                tombstone,
                revision,
                recordedAt,
                received,
                later ? knownOn : sighting.knownOn,
                later ? assumed : sighting.assumed,
                postings);
    }
}
