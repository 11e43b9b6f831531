// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The log of a lognormal age. */
record StandardNormal() implements StandardLaw {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    /** Beyond it the tail is too small for a double, and Mills' ratio is known to 1e-6 by its series. */
    private static final double FAR = 30;

    @Override
    public Derivatives logDensity(double z) {
        return new Derivatives(-z * z / 2 - HALF_LOG_TWO_PI, -z, -1);
    }

    @Override
    public Derivatives logSurvival(double z) {
        double hazard = hazard(z);
        double value =
                z > FAR ? -z * z / 2 - HALF_LOG_TWO_PI - Math.log(hazard) : Math.log(NORMAL.survivalProbability(z));
        return new Derivatives(value, -hazard, -hazard * (hazard - z));
    }

    @Override
    public Derivatives logCumulative(double z) {
        Derivatives mirrored = logSurvival(-z);
        return new Derivatives(mirrored.value(), -mirrored.first(), mirrored.second());
    }

    @Override
    public double density(double z) {
        return NORMAL.density(z);
    }

    @Override
    public double densitySlope(double z) {
        return -z * NORMAL.density(z);
    }

    @Override
    public double cumulative(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    @Override
    public double survival(double z) {
        return NORMAL.survivalProbability(z);
    }

    @Override
    public double between(double a, double b) {
        return a > 0
                ? NORMAL.survivalProbability(a) - NORMAL.survivalProbability(b)
                : NORMAL.cumulativeProbability(b) - NORMAL.cumulativeProbability(a);
    }

    @Override
    public double quantile(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }

    private static double hazard(double z) {
        if (z > FAR) {
            double square = 1 / (z * z);
            return z / (1 - square + 3 * square * square - 15 * square * square * square);
        }
        return NORMAL.density(z) / NORMAL.survivalProbability(z);
    }
}
