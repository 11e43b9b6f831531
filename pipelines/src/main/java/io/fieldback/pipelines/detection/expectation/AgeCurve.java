// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.series.AgeGroups;

/**
 * Failures of a unit in a month, by its age in months. Ages are taken in groups; a group of few failures is drawn to the
 * curve it is expected to resemble, h = r L (n + k) / (e + k), where e is what that curve r at the series' own level L
 * lets expect of the group's unit-months.
 */
final class AgeCurve {
    static final int GROUPS = AgeGroups.COUNT;
    private static final double LEAST = 1e-9;
    private final double[] hazard;

    private AgeCurve(double[] hazard) {
        this.hazard = hazard;
    }

    /** The hazard of an age. */
    double at(int age) {
        return age < 0 ? 0 : hazard[AgeGroups.of(age)];
    }

    /** The hazard of an age group. */
    double ofGroup(int group) {
        return hazard[group];
    }

    /**
     * The curve of many, without anything it resembles: groups of few failures take after the group before them.
     *
     * @param events by age group
     * @param units unit-months by age group
     */
    static AgeCurve of(double[] events, double[] units) {
        double[] hazard = new double[GROUPS];
        double all = sum(events) / Math.max(LEAST, sum(units));
        double before = all;
        for (int g = 0; g < GROUPS; g++) {
            double expected = units[g] * before;
            hazard[g] = before <= 0 ? 0 : before * (events[g] + 2) / (expected + 2);
            before = hazard[g];
        }
        return new AgeCurve(hazard);
    }

    /**
     * The curve of one that resembles another.
     *
     * @param like what it resembles
     * @param level what the other is multiplied with before anything is known
     * @param firm failures that the level counts for
     */
    static AgeCurve of(double[] events, double[] units, AgeCurve like, double level, double firm) {
        double expected = 0;
        for (int g = 0; g < GROUPS; g++) {
            expected += units[g] * like.hazard[g];
        }
        double own = level * (sum(events) + firm) / (expected * level + firm);
        double[] hazard = new double[GROUPS];
        for (int g = 0; g < GROUPS; g++) {
            double base = like.hazard[g] * own;
            hazard[g] = base * (events[g] + firm) / (units[g] * base + firm);
        }
        return new AgeCurve(hazard);
    }

    /** The same curve at another level. */
    AgeCurve times(double factor) {
        double[] times = hazard.clone();
        for (int g = 0; g < GROUPS; g++) {
            times[g] *= factor;
        }
        return new AgeCurve(times);
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
