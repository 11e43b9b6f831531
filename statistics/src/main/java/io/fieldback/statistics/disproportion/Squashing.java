// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes many pairs few (DuMouchel and Pregibon 2001): pairs of one count and nearly one expectation become one pair that
 * weighs as much, while those of the greatest expectation stay. How many stay and how many are made of the others
 * follows {@code openEBGM::autoSquash}.
 */
public final class Squashing {
    private static final int[] KEPT = {100, 75, 50, 25};
    private static final int[] CUT_OFFS = {500, 1_000, 10_000, 100_000, 500_000, 1_000_000, 5_000_000};
    private static final int[] MADE = {50, 75, 150, 500, 750, 1_000, 2_000, 5_000};

    private Squashing() {}

    /** Fewer pairs of the same total weight, by count and, within one, as they were made. */
    public static List<WeightedPair> of(List<WeightedPair> pairs) {
        Map<Long, List<WeightedPair>> byCount = new TreeMap<>();
        for (WeightedPair pair : pairs) {
            byCount.computeIfAbsent(pair.count(), count -> new ArrayList<>()).add(pair);
        }
        List<WeightedPair> squashed = new ArrayList<>();
        int rank = 0;
        for (List<WeightedPair> alike : byCount.values()) {
            if (alike.size() > KEPT[0] + 1) {
                int kept = KEPT[Math.min(rank++, KEPT.length - 1)];
                int made = MADE[cutOff(alike.size() - kept)];
                squash(alike, kept, Math.max(2, (alike.size() - kept) / made), squashed);
            } else {
                squashed.addAll(alike);
            }
        }
        return squashed;
    }

    private static int cutOff(int pairs) {
        int index = 0;
        while (index < CUT_OFFS.length && pairs >= CUT_OFFS[index]) {
            index++;
        }
        return index;
    }

    private static void squash(List<WeightedPair> alike, int kept, int bin, List<WeightedPair> into) {
        List<WeightedPair> rising = new ArrayList<>(alike);
        rising.sort(Comparator.comparingDouble(WeightedPair::expected));
        int end = rising.size() - kept;
        for (int from = 0; from < end; from += bin) {
            int to = Math.min(end, from + bin);
            double expected = 0;
            long weight = 0;
            for (WeightedPair pair : rising.subList(from, to)) {
                expected += pair.expected() * pair.weight();
                weight += pair.weight();
            }
            into.add(new WeightedPair(rising.get(from).count(), expected / weight, weight));
        }
        into.addAll(rising.subList(end, rising.size()));
    }
}
