// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All contents that a subject was told of. Immutable.
 *
 * <p>What more contents than {@code most} speak of is no subject. From the day on which so many are known the others
 * are not kept: that day can only move back, so which are kept follows from the set and not from the order.
 *
 * @param contents one for each content hash
 * @param crowdedOn contents known on this day or later are not kept; null if all are
 */
record Contents(List<RuleContent> contents, @Nullable Integer crowdedOn) {
    static final Contents NONE = new Contents(List.of(), null);

    Contents {
        contents = List.copyOf(contents);
    }

    /** With one more sighting; equal if it adds nothing. */
    Contents with(RuleContent sighting, int most) {
        if (crowdedOn != null && sighting.knownOn() >= crowdedOn) {
            return this;
        }
        List<RuleContent> more = new ArrayList<>(contents.size() + 1);
        boolean found = false;
        for (RuleContent content : contents) {
            if (content.sameContent(sighting)) {
                RuleContent earliest = content.earliest(sighting);
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
        if (more.size() <= most) {
            return new Contents(more, crowdedOn);
        }
        int[] days = more.stream().mapToInt(RuleContent::knownOn).sorted().toArray();
        int from = days[most];
        more.removeIf(content -> content.knownOn() >= from);
        return new Contents(more, from);
    }

    /** The newest content of each case, of those that say something. */
    static List<RuleContent> standing(Collection<RuleContent> contents) {
        Map<String, RuleContent> newest = new LinkedHashMap<>();
        for (RuleContent content : contents) {
            newest.merge(content.caseName(), content, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        }
        List<RuleContent> standing = new ArrayList<>(newest.values());
        standing.removeIf(content -> content.fact() == null);
        return standing;
    }
}
