// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All looks of a day as one family: Benjamini and Hochberg (1995) with weights (Genovese, Roeder and Wasserman 2006), by
 * which each kind of look has its share; new products are a family by themselves. Looks that found nothing count as looks.
 */
public final class Family {
    private static final Comparator<Finding> ORDER = Comparator.comparingDouble(Finding::q)
            .thenComparing(Finding::key)
            .thenComparing(finding -> finding.lot() == null ? "" : finding.lot().toString());

    private Family() {}

    /**
     * The findings with their q values, the least first; one above 1 says that chance alone lets expect more of them.
     *
     * @param looks how many of each kind there were; at least as many as findings
     */
    public static List<Finding> judged(List<Finding> findings, Map<Group, Integer> looks) {
        List<Finding> judged = new ArrayList<>();
        for (boolean launched : new boolean[] {false, true}) {
            judged.addAll(judged(
                    findings.stream()
                            .filter(finding -> (finding.group() == Group.NEW) == launched)
                            .toList(),
                    looks,
                    launched));
        }
        judged.sort(ORDER);
        return List.copyOf(judged);
    }

    private static List<Finding> judged(List<Finding> findings, Map<Group, Integer> looks, boolean launched) {
        double all = 0;
        EnumMap<Group, Integer> counts = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            if ((group == Group.NEW) == launched) {
                int count = Math.max(group.least(), looks.getOrDefault(group, 0));
                counts.put(group, count);
                all += count;
            }
        }
        List<Finding> weighted = new ArrayList<>();
        for (Finding finding : findings) {
            double weight = finding.group().share() * all / counts.getOrDefault(finding.group(), 1);
            weighted.add(finding.judged(finding.p() / weight));
        }
        weighted.sort(ORDER);
        double least = Double.POSITIVE_INFINITY;
        for (int i = weighted.size() - 1; i >= 0; i--) {
            least = Math.min(least, weighted.get(i).q() * all / (i + 1));
            weighted.set(i, weighted.get(i).judged(least));
        }
        return weighted;
    }
}
