// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.recurrence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Units followed together: how many are at risk and fail at each age at which anything happens. Like units are one. */
final class Fleet {
    private final double[] ages;
    private final int[] ends;
    private final int[] weights;
    private final int[][] failuresOfUnit;
    private final int[] atRisk;
    private final int[] failures;

    private Fleet(double[] ages, List<UnitHistory> units) {
        this.ages = ages;
        this.ends = new int[units.size()];
        this.weights = new int[units.size()];
        this.failuresOfUnit = new int[units.size()][];
        this.atRisk = new int[ages.length];
        this.failures = new int[ages.length];
        for (int unit = 0; unit < units.size(); unit++) {
            add(unit, units.get(unit));
        }
    }

    static Fleet of(List<UnitHistory> units) {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("Cannot estimate mean cumulative function: there are no units");
        }
        double[] ages = units.stream()
                .flatMapToDouble(Fleet::agesOf)
                .sorted()
                .distinct()
                .toArray();
        return new Fleet(ages, units);
    }

    double[] ages() {
        return ages;
    }

    int atRisk(int age) {
        return atRisk[age];
    }

    int failures(int age) {
        return failures[age];
    }

    /** The last age up to which units are at risk, as an index. */
    int last() {
        return ages.length - 1;
    }

    /** The sum over all units of the squares of what was added up for each. */
    double squares(double[] sums) {
        double squares = 0;
        for (int unit = 0; unit < sums.length; unit++) {
            squares += weights[unit] * sums[unit] * sums[unit];
        }
        return squares;
    }

    /** Adds to each unit at risk: weight × (its own failures at the age - the mean of all). */
    void addDeviations(int age, double weight, double[] sums) {
        if (failures[age] == 0) {
            return;
        }
        double mean = (double) failures[age] / atRisk[age];
        for (int unit = 0; unit < sums.length; unit++) {
            if (ends[unit] >= age) {
                sums[unit] += weight * (own(unit, age) - mean);
            }
        }
    }

    private int own(int unit, int age) {
        int[] own = failuresOfUnit[unit];
        int at = Arrays.binarySearch(own, age);
        if (at < 0) {
            return 0;
        }
        int from = at;
        int until = at;
        while (from > 0 && own[from - 1] == age) {
            from--;
        }
        while (until < own.length - 1 && own[until + 1] == age) {
            until++;
        }
        return until - from + 1;
    }

    private void add(int unit, UnitHistory history) {
        ends[unit] = Arrays.binarySearch(ages, history.end());
        weights[unit] = history.units();
        for (int age = 0; age <= ends[unit]; age++) {
            atRisk[age] = Math.addExact(atRisk[age], weights[unit]);
        }
        failuresOfUnit[unit] = history.failures().stream()
                .mapToInt(age -> Arrays.binarySearch(ages, age))
                .toArray();
        for (int age : failuresOfUnit[unit]) {
            failures[age] += weights[unit];
        }
    }

    private static DoubleStream agesOf(UnitHistory unit) {
        return DoubleStream.concat(
                unit.failures().stream().mapToDouble(Double::doubleValue), DoubleStream.of(unit.end()));
    }
}
