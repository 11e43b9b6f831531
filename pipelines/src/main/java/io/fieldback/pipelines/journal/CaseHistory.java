// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.rules.RuleSubject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All contents known of one case. Immutable; nearly every case has one.
 *
 * @param versions in the order they came, one for each content hash
 * @param serialNos serial numbers of the units that any of them names, in the order they came
 * @param subjects of rules that any of them concerns, in the order they came
 */
public record CaseHistory(List<Version> versions, List<String> serialNos, List<RuleSubject> subjects) {
    /** Nothing known. */
    public static final CaseHistory EMPTY = new CaseHistory(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public CaseHistory {
        versions = List.copyOf(versions);
        serialNos = List.copyOf(serialNos);
        subjects = List.copyOf(subjects);
    }

    /** A history that concerns no rule. */
    public CaseHistory(List<Version> versions, List<String> serialNos) {
        this(versions, serialNos, List.of());
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
            return new CaseHistory(more, serialNos, subjects);
        }
        Version earliest = versions.get(known).earliest(sighting);
        if (earliest.equals(versions.get(known))) {
            return this;
        }
        List<Version> moved = new ArrayList<>(versions);
        moved.set(known, earliest);
        return new CaseHistory(moved, serialNos, subjects);
    }

    /** The history with the units that a content names. */
    public CaseHistory naming(Collection<String> units) {
        return serialNos.containsAll(units) ? this : new CaseHistory(versions, union(serialNos, units), subjects);
    }

    /** The history with the subjects that a content concerns. */
    public CaseHistory concerning(Collection<RuleSubject> concerned) {
        return subjects.containsAll(concerned)
                ? this
                : new CaseHistory(versions, serialNos, union(subjects, concerned));
    }

    private static <T> List<T> union(List<T> known, Collection<T> more) {
        Set<T> union = new LinkedHashSet<>(known);
        union.addAll(more);
        return List.copyOf(union);
    }
}
