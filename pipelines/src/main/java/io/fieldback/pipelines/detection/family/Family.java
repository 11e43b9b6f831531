// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All looks of a day as one family: Benjamini and Hochberg (1995) with weights (Genovese, Roeder and Wasserman 2006), by
 * which each kind of look has its share. Looks that found nothing count as looks.
 */
public final class Family {
    private Family() {}

    /**
     * The findings with their q values, the least first.
     *
     * @param looks how many of each kind there were; at least as many as findings
     */
    public static List<Finding> judged(List<Finding> findings, Map<Group, Integer> looks) {
        double all = 0;
        EnumMap<Group, Integer> counts = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            int count = Math.max(group.least(), looks.getOrDefault(group, 0));
            counts.put(group, count);
            all += count;
        }
        List<Finding> weighted = new ArrayList<>();
        for (Finding finding : findings) {
            double weight = finding.group().share() * all / counts.getOrDefault(finding.group(), 1);
            weighted.add(finding.judged(finding.p() / weight));
        }
        weighted.sort(Comparator.comparingDouble(Finding::q)
                .thenComparing(Finding::key)
                .thenComparing(
                        finding -> finding.lot() == null ? "" : finding.lot().toString()));
        double least = 1;
        for (int i = weighted.size() - 1; i >= 0; i--) {
            least = Math.min(least, weighted.get(i).q() * all / (i + 1));
            weighted.set(i, weighted.get(i).judged(least));
        }
        return List.copyOf(weighted);
    }
}
