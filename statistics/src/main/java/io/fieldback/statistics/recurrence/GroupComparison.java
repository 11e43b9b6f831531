// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.recurrence;

import io.fieldback.statistics.Quantile;
import io.fieldback.statistics.interval.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether two groups of repairable units fail equally often: the robust pseudo-score test of Cook, Lawless and Nadeau
 * (1996).
 *
 * <p>Q = sum over ages of w (d_1 / n_1 - d_2 / n_2) with w = n_1 n_2 / (n_1 + n_2), which counts ages by how many units
 * of both groups reach them; its variance is summed over units as Lawless and Nadeau's, so that failures of a unit may
 * depend on each other. Ages beyond the oldest unit of either group do not count.
 *
 * <p>Trap: curves that cross may differ much and still give a small statistic; look at them.
 *
 * @param score Q: failures of the first group above what is expected if both were equal
 * @param variance of Q
 */
public record GroupComparison(double score, double variance) {
    private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);

    /**
     * The test of two groups.
     *
     * @throws IllegalArgumentException if a group has no units, or neither has a failure while both are observed
     */
    public static GroupComparison of(List<UnitHistory> first, List<UnitHistory> second) {
        double until = Math.min(end(first), end(second));
        List<UnitHistory> both = new ArrayList<>(first);
        both.addAll(second);
        double[] ages = both.stream()
                .flatMap(unit -> unit.failures().stream())
                .mapToDouble(Double::doubleValue)
                .filter(age -> age <= until)
                .sorted()
                .distinct()
                .toArray();
        Ends firstEnds = Ends.of(first);
        Ends secondEnds = Ends.of(second);
        double[] weights = new double[ages.length];
        for (int i = 0; i < ages.length; i++) {
            double one = firstEnds.atRisk(ages[i]);
            double other = secondEnds.atRisk(ages[i]);
            weights[i] = one * other / (one + other);
        }
        GroupScore one = GroupScore.of(first, ages, weights);
        GroupScore other = GroupScore.of(second, ages, weights);
        double variance = one.variance() + other.variance();
        if (!(variance > 0)) {
            throw new IllegalArgumentException("Cannot compare groups of units: there is no variance, they had "
                    + ages.length + " ages at failure while both were observed");
        }
        return new GroupComparison(one.score() - other.score(), variance);
    }

    /** Q^2 / variance, chi-squared with 1 degree of freedom if the groups are equal. */
    public double statistic() {
        return score * score / variance;
    }

    /** The two-sided p value. */
    public double chanceIfEqual() {
        return ONE_DEGREE.survivalProbability(statistic());
    }

    /**
     * The difference of both mean cumulative functions at an age, with the interval of Lawless and Nadeau's variances.
     *
     * @throws IllegalArgumentException if a group has no unit of that age
     */
    public static Interval difference(
            List<UnitHistory> first, List<UnitHistory> second, double age, double confidence) {
        MeanCumulativeFunction.Point one = at(first, age);
        MeanCumulativeFunction.Point other = at(second, age);
        double half = Quantile.normalOfConfidence(Interval.confidence(confidence))
                * Math.hypot(one.standardError(), other.standardError());
        double difference = one.value() - other.value();
        return new Interval(difference - half, difference + half);
    }

    private static MeanCumulativeFunction.Point at(List<UnitHistory> units, double age) {
        if (end(units) < age) {
            throw new IllegalArgumentException(
                    "Cannot compare groups of units at age " + age + ": the oldest of one is " + end(units));
        }
        MeanCumulativeFunction.Point last = new MeanCumulativeFunction.Point(
                0, units.stream().mapToInt(UnitHistory::units).sum(), 0, 0, 0, new Interval(0, 0));
        for (MeanCumulativeFunction.Point point : MeanCumulativeFunction.curve(
                units,
                MeanCumulativeFunction.Variance.LAWLESS_NADEAU,
                MeanCumulativeFunction.Scale.NORMAL,
                Interval.DEFAULT_CONFIDENCE)) {
            last = point.age() <= age ? point : last;
        }
        return last;
    }

    private static double end(List<UnitHistory> units) {
        return units.stream()
                .mapToDouble(UnitHistory::end)
                .max()
                .orElseThrow(() -> new IllegalArgumentException("Cannot compare groups of units: one has no units"));
    }

    /** Ages at which observations end, by rising age, and how many units are observed up to each or longer. */
    private record Ends(double[] ages, double[] units) {
        static Ends of(List<UnitHistory> group) {
            List<UnitHistory> sorted = group.stream()
                    .sorted(Comparator.comparingDouble(UnitHistory::end))
                    .toList();
            double[] ages = sorted.stream().mapToDouble(UnitHistory::end).toArray();
            double[] units = new double[ages.length + 1];
            for (int i = ages.length - 1; i >= 0; i--) {
                units[i] = units[i + 1] + sorted.get(i).units();
            }
            return new Ends(ages, units);
        }

        /** Units whose observation does not end before an age. */
        double atRisk(double age) {
            int before = 0;
            int after = ages.length;
            while (before < after) {
                int middle = (before + after) / 2;
                if (ages[middle] < age) {
                    before = middle + 1;
                } else {
                    after = middle;
                }
            }
            return units[before];
        }
    }

    /** One group's part of the score: sum of w dM, and the squares of what each unit brings to it. */
    private record GroupScore(double score, double variance) {
        static GroupScore of(List<UnitHistory> units, double[] ages, double[] weights) {
            Fleet fleet = Fleet.of(units);
            double[] sums = new double[units.size()];
            double score = 0;
            for (int i = 0; i <= fleet.last(); i++) {
                int at = Arrays.binarySearch(ages, fleet.ages()[i]);
                if (at >= 0) {
                    double weight = weights[at] / fleet.atRisk(i);
                    score += weight * fleet.failures(i);
                    fleet.addDeviations(i, weight, sums);
                }
            }
            return new GroupScore(score, fleet.squares(sums));
        }
    }
}
