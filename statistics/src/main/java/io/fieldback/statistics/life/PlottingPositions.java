// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates of the share failed at each age of failure, to be drawn against the age.
 *
 * <p>Both equal {@code estimate_cdf} of R's weibulltools. Failures of one age share the position of the last of them;
 * units suspended at that age count as suspended after it.
 */
public final class PlottingPositions {
    /** Benard's approximation of the median rank: (rank - 0.3) / (n + 0.4). */
    private static final double BENARD_RANK = 0.3;

    private static final double BENARD_UNITS = 0.4;

    private PlottingPositions() {}

    /**
     * Johnson's adjusted ranks (1964) with Benard's approximation: rank += d (n + 1 - rank) / (n + 1 - units that left
     * before).
     */
    public static List<PlottingPosition> johnson(List<Observation> observations) {
        List<PlottingPosition> positions = new ArrayList<>();
        double rank = 0;
        double units = units(observations);
        for (AgeGroup group : AgeGroup.of(observations, "rank failures")) {
            if (group.failures() > 0) {
                rank += group.failures() * (units + 1 - rank) / (group.atRisk() + 1);
                double probability = (rank - BENARD_RANK) / (units + BENARD_UNITS);
                positions.add(new PlottingPosition(group.age(), group.failures(), rank, probability));
            }
        }
        return positions;
    }

    /** 1 - S by Kaplan and Meier. It is 1 if the oldest unit failed, and has no place on probability paper then. */
    public static List<PlottingPosition> kaplan(List<Observation> observations) {
        List<PlottingPosition> positions = new ArrayList<>();
        double survival = 1;
        for (AgeGroup group : AgeGroup.of(observations, "rank failures")) {
            if (group.failures() > 0) {
                survival *= (group.atRisk() - group.failures()) / group.atRisk();
                positions.add(new PlottingPosition(group.age(), group.failures(), Double.NaN, 1 - survival));
            }
        }
        return positions;
    }

    private static double units(List<Observation> observations) {
        return observations.stream().mapToDouble(Observation::weight).sum();
    }
}
