// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.recurrence;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Laplace's test of whether repairable units fail more often the older they get (Cox and Lewis 1966): U = (sum of ages
 * at failure - sum of n_i T_i / 2) / sqrt(sum of n_i T_i^2 / 12), n_i failures of a unit observed to T_i. Standard
 * normal if each unit fails at one rate of its own.
 *
 * <p>Trap: a unit whose observation was ended by its last failure must be given without it, with that age as its end.
 *
 * @param statistic above 0 for failures that come faster with age, under 0 for those that come slower
 */
public record LaplaceTrend(double statistic) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double UNIFORM_VARIANCE = 1 / 12.0;

    /**
     * The test of units.
     *
     * @throws IllegalArgumentException if no unit failed
     */
    public static LaplaceTrend of(List<UnitHistory> units) {
        double sum = 0;
        double variance = 0;
        for (UnitHistory unit : units) {
            for (double age : unit.failures()) {
                sum += unit.units() * (age - unit.end() / 2);
                variance += unit.units() * unit.end() * unit.end() * UNIFORM_VARIANCE;
            }
        }
        if (!(variance > 0)) {
            throw new IllegalArgumentException("Cannot test trend of failures: there are none");
        }
        return new LaplaceTrend(sum / Math.sqrt(variance));
    }

    /** The two-sided p value. */
    public double chanceIfSteady() {
        return 2 * NORMAL.survivalProbability(Math.abs(statistic));
    }
}
