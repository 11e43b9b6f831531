// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.statistics.detection.FalseDiscovery;
import io.fieldback.statistics.recurrence.GroupComparison;
import io.fieldback.statistics.recurrence.MeanCumulativeFunction;
import io.fieldback.statistics.recurrence.UnitHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Groups of units against all the others by the test of Cook, Lawless and Nadeau. */
final class RepairGroups {
    private static final double LEVEL = 0.01;

    /** Fewer units have no curve worth drawing. */
    private static final int LEAST_UNITS = 20;

    private RepairGroups() {}

    /**
     * A group against the others.
     *
     * @param name of the group
     * @param units in it
     * @param repairs of them
     * @param curve of the group
     * @param excess repairs more than expected if the group were as the others; 0 where nothing could be compared
     * @param q chance of a false discovery among all groups compared; 1 where nothing could be compared
     */
    record Group(
            String name, long units, long repairs, List<MeanCumulativeFunction.Point> curve, double excess, double q) {
        boolean differs() {
            return q < LEVEL;
        }
    }

    /** The groups of enough units, the surest difference first. */
    static List<Group> of(RepairHistories histories) {
        List<Group> groups = new ArrayList<>();
        List<String> names = histories.groups().entrySet().stream()
                .filter(entry -> RepairHistories.units(entry.getValue()) >= LEAST_UNITS)
                .map(Map.Entry::getKey)
                .toList();
        List<Double> excesses = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        for (String name : names) {
            List<UnitHistory> others = histories.groups().entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(name))
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
            List<UnitHistory> own = histories.groups().getOrDefault(name, List.of());
            boolean comparable =
                    !others.isEmpty() && RepairHistories.repairs(own) + RepairHistories.repairs(others) > 0;
            GroupComparison comparison = comparable ? GroupComparison.of(own, others) : new GroupComparison(0, 1);
            excesses.add(comparison.score());
            chances.add(comparison.chanceIfEqual());
        }
        double[] q = FalseDiscovery.adjusted(
                chances.stream().mapToDouble(Double::doubleValue).toArray());
        for (int i = 0; i < names.size(); i++) {
            List<UnitHistory> own = histories.groups().getOrDefault(names.get(i), List.of());
            groups.add(new Group(
                    names.get(i),
                    RepairHistories.units(own),
                    RepairHistories.repairs(own),
                    RepairHistories.curve(own),
                    excesses.get(i),
                    q[i]));
        }
        groups.sort(Comparator.comparingDouble(Group::q).thenComparing(Group::name));
        return groups;
    }
}
