// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All contents that a unit was told of. Immutable.
 *
 * <p>A serial number that more than {@link #MAX_CONTENTS} contents name is no unit but a way to say that there is none,
 * such as 0 or "unknown". From the day on which so many are known it counts nothing, and what became known since that
 * day is not kept: the day can only move back, so that it never counts again.
 *
 * @param contents in the order they came, one for each content hash; all known before {@code crowdedOn}
 * @param crowdedOn the day from which on the serial number counts nothing, days since 1970; null if there is none
 */
public record UnitHistory(
        List<UnitContent> contents, @Nullable Integer crowdedOn) {
    /** Contents that may name a unit. A vehicle with a report a week has no more in nineteen years. */
    public static final int MAX_CONTENTS = 1_000;

    /** Nothing known. */
    public static final UnitHistory EMPTY = new UnitHistory(List.of(), null);

    /** Copies the list. */
    public UnitHistory {
        contents = List.copyOf(contents);
    }

    /**
     * The history with one more sighting: a content not seen before is added, one seen before keeps the earlier of its
     * days. A sighting that adds nothing gives the same history back.
     */
    public UnitHistory with(UnitContent sighting) {
        if (crowdedOn != null && sighting.knownOn() >= crowdedOn) {
            return this;
        }
        List<UnitContent> more = new ArrayList<>(contents.size() + 1);
        boolean found = false;
        for (UnitContent content : contents) {
            if (content.contentHash().equals(sighting.contentHash())) {
                UnitContent earliest = content.earliest(sighting);
                if (earliest.equals(content)) {
                    return this;
                }
                more.add(earliest);
                found = true;
            } else {
                more.add(content);
            }
        }
        if (!found) {
            more.add(sighting);
        }
        return more.size() <= MAX_CONTENTS ? new UnitHistory(more, crowdedOn) : bounded(more, crowdedOn);
    }

    private static UnitHistory bounded(List<UnitContent> contents, @Nullable Integer crowdedOn) {
        int[] days = contents.stream()
                .filter(content -> !content.facts().isEmpty())
                .mapToInt(UnitContent::knownOn)
                .sorted()
                .toArray();
        if (days.length <= MAX_CONTENTS) {
            return new UnitHistory(contents, crowdedOn);
        }
        int from = days[MAX_CONTENTS];
        return new UnitHistory(
                contents.stream().filter(content -> content.knownOn() < from).toList(), from);
    }
}
