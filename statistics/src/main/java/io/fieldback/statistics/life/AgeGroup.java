// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Units that failed or were suspended at one age.
 *
 * @param age of all of them
 * @param atRisk units that reached the age, those of the group included
 */
record AgeGroup(double age, double failures, double suspensions, double atRisk) {
    /** By rising age. Ages must be equal to the last digit to be one group. */
    static List<AgeGroup> of(List<Observation> observations, String purpose) {
        Map<Double, double[]> byAge = new TreeMap<>();
        double atRisk = 0;
        for (Observation observation : observations) {
            int failed = switch (observation.kind()) {
                case EXACT -> 0;
                case RIGHT_CENSORED -> 1;
                case LEFT_CENSORED, INTERVAL_CENSORED ->
                    throw new IllegalArgumentException("Cannot " + purpose + ": a failure between ages "
                            + observation.lower() + " and " + observation.upper()
                            + " is not exact; fit a distribution by maximum likelihood instead");
            };
            byAge.computeIfAbsent(observation.lower(), age -> new double[2])[failed] += observation.weight();
            atRisk += observation.weight();
        }
        List<AgeGroup> groups = new ArrayList<>();
        for (Map.Entry<Double, double[]> group : byAge.entrySet()) {
            double[] weights = group.getValue();
            groups.add(new AgeGroup(group.getKey(), weights[0], weights[1], atRisk));
            atRisk -= weights[0] + weights[1];
        }
        return groups;
    }
}
