// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * All contents known of one case. Immutable; nearly every case has one.
 *
 * @param versions in the order they came, one for each content hash
 */
public record CaseHistory(List<Version> versions) {
    /** Nothing known. */
    public static final CaseHistory EMPTY = new CaseHistory(List.of());

    /** Copies the list. */
    public CaseHistory {
        versions = List.copyOf(versions);
    }

    /** Where the content of this hash stands, or -1. */
    public int position(String contentHash) {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).contentHash().equals(contentHash)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The history with one more sighting: a content not seen before is added, one seen before keeps the earlier of its
     * days. A sighting that adds nothing gives the same history back.
     */
    public CaseHistory with(Version sighting) {
        int known = position(sighting.contentHash());
        if (known < 0) {
            List<Version> more = new ArrayList<>(versions.size() + 1);
            more.addAll(versions);
            more.add(sighting);
            return new CaseHistory(more);
        }
        Version earliest = versions.get(known).earliest(sighting);
        if (earliest.equals(versions.get(known))) {
            return this;
        }
        List<Version> moved = new ArrayList<>(versions);
        moved.set(known, earliest);
        return new CaseHistory(moved);
    }
}
