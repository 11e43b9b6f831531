// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.ledgers.FailureCell;
import io.fieldback.pipelines.ledgers.Measures;
import io.fieldback.pipelines.ledgers.Posting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all that is known of a case enters into the tables: a function of the set of its contents, whatever the order
 * they came in.
 *
 * <p>On each day the newest of the contents known by then speaks for the case. The ledger entries are the differences
 * of that step function: on the day another content takes over, the postings of the old one are taken back and those of
 * the new one are made. Nobody has to handle a late revision, a withdrawal or a correction: an operator enters
 * {@code of(after) - of(before)}, and all of them follow.
 */
public final class Entries {
    /**
     * A cell of the ledger with the day the increment became known.
     *
     * @param cell the cell
     * @param knownOn days since 1970
     */
    public record Key(FailureCell cell, int knownOn) {}

    /**
     * A statement that a content ceased to be the newest.
     *
     * @param contentHash the content
     * @param supersededOn from this day on, days since 1970
     */
    public record Superseded(String contentHash, int supersededOn) {}

    private Entries() {}

    /** The ledger entries of a case: cells with their non-zero increments. */
    public static Map<Key, Measures> of(Collection<Version> versions) {
        Map<Key, Measures> entries = new HashMap<>();
        List<Version> byDay = new ArrayList<>(versions);
        byDay.sort(Comparator.comparingInt(Version::knownOn).thenComparing(Comparator.reverseOrder()));
        Version newest = null;
        for (Version version : byDay) {
            if (newest == null || version.compareTo(newest) > 0) {
                if (newest != null) {
                    add(entries, newest.postings(), version.knownOn(), true);
                }
                add(entries, version.postings(), version.knownOn(), false);
                newest = version;
            }
        }
        entries.values().removeIf(Measures.ZERO::equals);
        return entries;
    }

    /** Which contents ceased to be the newest, and from which day on. */
    public static List<Superseded> superseded(Collection<Version> versions) {
        List<Version> newestFirst = new ArrayList<>(versions);
        newestFirst.sort(Comparator.reverseOrder());
        List<Superseded> superseded = new ArrayList<>();
        int earliest = Integer.MAX_VALUE;
        for (Version version : newestFirst) {
            if (earliest != Integer.MAX_VALUE) {
                superseded.add(new Superseded(version.contentHash(), earliest));
            }
            earliest = Math.min(earliest, version.knownOn());
        }
        return superseded;
    }

    /** {@code after - before}: what to add to the ledger so that it holds {@code after}. */
    public static Map<Key, Measures> difference(Map<Key, Measures> after, Map<Key, Measures> before) {
        Map<Key, Measures> difference = new HashMap<>(after);
        before.forEach((key, measures) -> difference.merge(key, measures.negated(), Measures::plus));
        difference.values().removeIf(Measures.ZERO::equals);
        return difference;
    }

    private static void add(Map<Key, Measures> entries, List<Posting> postings, int day, boolean takeBack) {
        for (Posting posting : postings) {
            Measures measures = takeBack ? posting.measures().negated() : posting.measures();
            entries.merge(new Key(posting.cell(), day), measures, Measures::plus);
        }
    }

    /** The content that speaks for a case on a day, or null before any is known. The definition, for tests and reading. */
    public static @Nullable Version newestOn(Collection<Version> versions, int day) {
        return versions.stream()
                .filter(version -> version.knownOn() <= day)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
