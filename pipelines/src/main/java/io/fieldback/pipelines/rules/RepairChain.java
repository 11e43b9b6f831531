// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Repairs of one unit at one component of which each came within {@value #DAYS} days after the one before was done. What
 * is reported of one day is one repair: the same trouble told twice is no repeat.
 *
 * @param links in time, at least one
 */
record RepairChain(List<Link> links) {
    /** Law and custom let a repair hold for so many days. */
    static final int DAYS = 30;

    /**
     * One repair of a chain.
     *
     * @param visits of one day, as they are known
     * @param knownOn day by which it and all before it in the chain were known
     */
    record Link(List<RepairVisit> visits, int knownOn) {
        int eventOn() {
            return visits.get(0).eventOn();
        }

        int completedOn() {
            return Collections.max(visits.stream().map(RepairVisit::completedOn).toList());
        }
    }

    /** Copies the list. */
    RepairChain {
        links = List.copyOf(links);
    }

    /** The chains of what is known of a unit's component. */
    static List<RepairChain> of(Collection<RepairVisit> known) {
        TreeMap<Integer, List<RepairVisit>> days = new TreeMap<>();
        for (RepairVisit visit : known) {
            days.computeIfAbsent(visit.eventOn(), day -> new ArrayList<>(1)).add(visit);
        }
        List<RepairChain> chains = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (List<RepairVisit> visits : days.values()) {
            visits.sort(Comparator.comparing(RepairVisit::id));
            Link last = links.isEmpty() ? null : links.get(links.size() - 1);
            if (last != null) {
                int after = visits.get(0).eventOn() - last.completedOn();
                if (after < 1 || after > DAYS) {
                    chains.add(new RepairChain(links));
                    links.clear();
                    last = null;
                }
            }
            int knownOn = last == null ? Integer.MIN_VALUE : last.knownOn();
            for (RepairVisit visit : visits) {
                knownOn = Math.max(knownOn, visit.fromOn());
            }
            links.add(new Link(visits, knownOn));
        }
        if (!links.isEmpty()) {
            chains.add(new RepairChain(links));
        }
        return chains;
    }

    /** How often it was repeated. */
    int repeats() {
        return links.size() - 1;
    }

    /** The chain up to its nth repeat. */
    RepairChain upTo(int repeat) {
        return new RepairChain(links.subList(0, repeat + 1));
    }

    /** Its cases, as {@code type/id}, in time. */
    List<String> cases() {
        return links.stream()
                .flatMap(link -> link.visits().stream())
                .map(RepairVisit::caseName)
                .toList();
    }

    /** Whether one of these cases belongs to it. */
    boolean hasAnyOf(Collection<String> names) {
        Set<String> own = new TreeSet<>(cases());
        return names.stream().anyMatch(own::contains);
    }
}
