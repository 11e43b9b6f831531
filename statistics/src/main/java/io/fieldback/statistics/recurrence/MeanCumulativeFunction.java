// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.recurrence;

import io.fieldback.statistics.Quantile;
import io.fieldback.statistics.interval.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * MCF: how often a unit has failed on average up to an age, repairs included (Nelson 1988): M(t) = sum of d_i / n_i
 * over the ages up to t, n_i being the units observed at age t_i. Equals R's {@code reda::mcf}.
 *
 * <p>Traps: a unit counts as observed at the age its observation ends. A slope that rises with age means that repaired
 * units fail ever more often, which no Weibull shape of first failures tells. Beyond the age that only few units reach the
 * estimate rests on those.
 */
public final class MeanCumulativeFunction {
    private MeanCumulativeFunction() {}

    /** How the variance is estimated. */
    public enum Variance {
        /**
         * Lawless and Nadeau (1995): sum over units of (sum over ages of at risk / n_i (own failures - d_i / n_i))^2.
         * Holds however failures of a unit depend on each other.
         */
        LAWLESS_NADEAU,
        /** Sum of d_i / n_i^2: right only if failures of a unit are independent of each other; else too small. */
        POISSON
    }

    /** On which scale the interval is symmetric. */
    public enum Scale {
        /** M ± z se. May go under 0. */
        NORMAL,
        /** M exp(± z se / M). */
        LOGNORMAL
    }

    /**
     * The estimate at an age.
     *
     * @param age at which a unit failed or its observation ended
     * @param atRisk units observed at the age
     * @param rate failures at the age for each unit at risk
     * @param value M, mean failures of a unit up to the age
     * @param standardError of M
     * @param interval of M; from 0 to 0 before the first failure
     */
    public record Point(double age, int atRisk, double rate, double value, double standardError, Interval interval) {}

    /**
     * The curve at each age at which a unit failed or its observation ended.
     *
     * @throws IllegalArgumentException if there are no units
     */
    public static List<Point> curve(List<UnitHistory> units, Variance variance, Scale scale, double confidence) {
        double z = Quantile.normalOfConfidence(Interval.confidence(confidence));
        Fleet fleet = Fleet.of(units);
        double[] contributions = new double[units.size()];
        double mean = 0;
        double poisson = 0;
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < fleet.ages().length; i++) {
            double atRisk = fleet.atRisk(i);
            double rate = fleet.failures(i) / atRisk;
            mean += rate;
            poisson += rate / atRisk;
            fleet.addDeviations(i, 1 / atRisk, contributions);
            double error = switch (variance) {
                case POISSON -> Math.sqrt(poisson);
                case LAWLESS_NADEAU -> Math.sqrt(fleet.squares(contributions));
            };
            points.add(new Point(fleet.ages()[i], (int) atRisk, rate, mean, error, interval(scale, mean, z * error)));
        }
        return points;
    }

    private static Interval interval(Scale scale, double mean, double half) {
        return switch (scale) {
            case NORMAL -> new Interval(mean - half, mean + half);
            case LOGNORMAL -> {
                double spread = mean == 0 ? 1 : Math.exp(half / mean);
                yield new Interval(mean / spread, mean * spread);
            }
        };
    }
}
